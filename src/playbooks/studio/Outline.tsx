import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { items } from '#method/playbook-references.ts';
import { isRecord } from '#method/rule-problems.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import {
  addCheck,
  addStage,
  movePart,
  outlineOf,
  removePart,
  rootOf,
  same,
  type Node,
  type Turn,
} from '#playbooks/studio/outline.ts';
import { partAt, partName, valueAt } from '#playbooks/studio/place.ts';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#playbooks/studio/Outline.module.css';

/** The method's parts as a tree: arrows choose, Alt+arrows move, Delete removes, Insert adds. */
export function Outline({ undo }: { undo: () => void }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { raw, findings, selected, select, edit, readOnly } = useDesk();
  const tree = useRef<HTMLUListElement>(null);
  const follow = useRef(false);
  const nodes = outlineOf(raw);
  const chosen = nodes.findIndex(({ path }) => same(path, selected));
  useEffect(() => {
    if (follow.current) tree.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
    follow.current = false;
  });
  const turn = (to: Turn | undefined) => {
    if (!to) return;
    edit(to.edits);
    select(to.to);
    follow.current = true;
  };
  const stages = items(rootOf(raw), 'stages');
  const add = ({ kind, path }: Node): Turn => {
    const stage = Number(path[1]);
    if (kind === 'checks') return addCheck(raw, stage, Number(path[3]) + 1);
    if (kind === 'stages') return addCheck(raw, stage, items(stages[stage]!, 'checks').length);
    return addStage(raw, stages.length);
  };
  const remove = (node: Node) => {
    if (node.kind !== 'stages' && node.kind !== 'checks') return;
    toast(m.removed(partName(raw, node)[lang]), { undo });
    turn(removePart(raw, node));
  };
  const press = (event: KeyboardEvent, node: Node, at: number) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by !== 0 && event.altKey) {
      if (!readOnly) turn(movePart(raw, node, by));
    } else if (by !== 0) {
      const next = nodes[at + by];
      if (next) select(next.path);
      follow.current = true;
    } else if (event.key === 'Delete' && !readOnly) remove(node);
    else if (event.key === 'Insert' && !readOnly) turn(add(node));
    else return;
    event.preventDefault();
  };
  return (
    <nav className={styles.outline} aria-label={m.outline}>
      <ul role="tree" aria-label={m.outline} ref={tree}>
        {nodes.map((node, at) => {
          const worst = worstOf(findings.filter(({ path }) => same(partAt(path).path, node.path)));
          const value = valueAt(raw, node.path);
          const starred = node.kind === 'checks' && isRecord(value) && value.mandatory === true;
          return (
            <li
              key={node.path.join('.')}
              role="treeitem"
              aria-level={node.kind === 'checks' ? 2 : 1}
              aria-selected={at === chosen}
              tabIndex={at === Math.max(chosen, 0) ? 0 : -1}
              className={styles.node}
              data-kind={node.kind}
              onClick={() => select(node.path)}
              onKeyDown={(event) => press(event, node, at)}
            >
              {node.kind === 'checks' && <span className={styles.star}>{starred ? '★' : '·'}</span>}
              {node.kind === 'stages' && <span className={styles.number}>{Number(node.path[1]) + 1}</span>}
              <span className={styles.name}>{partName(raw, node)[lang]}</span>
              {worst && (
                <span className={styles.dot} data-weight={worst} role="img" aria-label={m[worst]} title={m[worst]} />
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && (
        <div className={styles.adds}>
          <Button size="small" icon={<PlusOutlined />} onClick={() => turn(addStage(raw, stages.length))}>
            {m.addStage}
          </Button>
          <Button
            size="small"
            icon={<PlusOutlined />}
            disabled={chosen === -1 || (nodes[chosen]!.kind !== 'stages' && nodes[chosen]!.kind !== 'checks')}
            onClick={() => turn(add(nodes[chosen]!))}
          >
            {m.addCheck}
          </Button>
          <small>{m.keys}</small>
        </div>
      )}
    </nav>
  );
}

function worstOf(findings: readonly { weight: 'error' | 'warning' }[]): 'error' | 'warning' | undefined {
  return findings.some(({ weight }) => weight === 'error') ? 'error' : findings[0]?.weight;
}
