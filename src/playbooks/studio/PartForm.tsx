import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { Path } from '#method/rule-problems.ts';
import { blankEntry } from '#playbooks/studio/blank.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { FieldRow } from '#playbooks/studio/FieldRow.tsx';
import { fieldsOf, groups, partWords, type Field, type Group, type PartKind } from '#playbooks/studio/fields.ts';
import { ListInput } from '#playbooks/studio/ListInput.tsx';
import { movePart, removePart, type Node, type Turn } from '#playbooks/studio/outline.ts';
import { partAt, partName, steps, valueAt } from '#playbooks/studio/place.ts';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#playbooks/studio/Form.module.css';

/** The chosen part of the method as a form, made from the catalogue of fields; `goTo`: the place to bring into view. */
export function PartForm({ goTo, undo }: { goTo: Path | undefined; undo: () => void }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { raw, selected, select, edit, readOnly } = useDesk();
  const node: Node = partAt(selected);
  useEffect(() => {
    if (goTo) showField(goTo);
  }, [goTo]);
  const turn = (to: Turn | undefined) => {
    if (!to) return;
    edit(to.edits);
    select(to.to);
  };
  const movable = (node.kind === 'stages' || node.kind === 'checks') && !readOnly;
  return (
    <section className={styles.form} aria-label={partName(raw, node)[lang]}>
      <header className={styles.head}>
        <h2>{partName(raw, node)[lang]}</h2>
        {movable && (
          <span className={styles.acts}>
            <Button size="small" type="text" icon={<ArrowUpOutlined />} onClick={() => turn(movePart(raw, node, -1))}>
              {m.up}
            </Button>
            <Button size="small" type="text" icon={<ArrowDownOutlined />} onClick={() => turn(movePart(raw, node, 1))}>
              {m.down}
            </Button>
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              onClick={() => {
                toast(m.removed(partName(raw, node)[lang]), { undo });
                turn(removePart(raw, node));
              }}
            >
              {m.remove}
            </Button>
          </span>
        )}
      </header>
      {node.kind === 'buyerStages' || node.kind === 'funnel' ? (
        <Entries kind={node.kind} />
      ) : node.kind === 'parking' ? (
        <ParkingForm />
      ) : (
        <Fields kind={node.kind} path={node.path} />
      )}
    </section>
  );
}

/** A list whose entries are forms themselves: the buyer's steps, the columns of the funnel. */
function Entries({ kind }: { kind: 'buyerStages' | 'funnel' }) {
  const lang = useLang();
  return (
    <ListInput path={[kind]} label={partWords[kind][lang]} begin={(entries) => blankEntry(kind, entries)} least={1}>
      {(path) => <Fields kind={kind} path={path} />}
    </ListInput>
  );
}

function ParkingForm() {
  const m = useMessages(studioMessages);
  const { raw, edit, readOnly } = useDesk();
  const nothing = { zh: '', en: '' };
  if (valueAt(raw, ['parking']) === undefined)
    return (
      <div className={styles.absent}>
        <p>{m.noParking}</p>
        {!readOnly && (
          <Button
            icon={<PlusOutlined />}
            onClick={() =>
              edit([
                {
                  op: 'set',
                  path: ['parking'],
                  value: {
                    name: { zh: '维持联系', en: 'keep contact' },
                    advice: nothing,
                    criteria: [],
                    revisitInDays: 90,
                  },
                },
              ])
            }
          >
            {m.addParking}
          </Button>
        )}
      </div>
    );
  return (
    <>
      <Fields kind="parking" path={['parking']} />
      {!readOnly && (
        <Button
          danger
          type="text"
          icon={<DeleteOutlined />}
          onClick={() => edit([{ op: 'remove', path: ['parking'] }])}
        >
          {m.remove}
        </Button>
      )}
    </>
  );
}

function Fields({ kind, path }: { kind: PartKind; path: Path }) {
  const fields = fieldsOf[kind];
  return fields.map((field, at) => {
    if (!field.group) return <FieldRow key={field.at} field={field} path={path} />;
    if (fields[at - 1]?.group === field.group) return null;
    const together = fields.filter(({ group }) => group === field.group);
    return <FieldGroup key={field.group} group={field.group} fields={together} path={path} />;
  });
}

/** Fields that are there together, or not at all. */
function FieldGroup({ group, fields, path }: { group: Group; fields: readonly Field[]; path: Path }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { raw, edit, readOnly } = useDesk();
  const at = [...path, ...steps(group)];
  const { label, begin } = groups[group];
  const there = valueAt(raw, at) !== undefined;
  return (
    <fieldset className={styles.group} data-at={at.join('.')}>
      <legend>
        {label[lang]}
        {!readOnly && (
          <Button
            size="small"
            type={there ? 'text' : 'dashed'}
            icon={there ? <DeleteOutlined /> : <PlusOutlined />}
            onClick={() => edit([there ? { op: 'remove', path: at } : { op: 'set', path: at, value: begin }])}
          >
            {there ? m.remove : m.addItem}
          </Button>
        )}
      </legend>
      {there && fields.map((field) => <FieldRow key={field.at} field={field} path={path} />)}
    </fieldset>
  );
}

/** Brings the field of a fault, or the nearest thing around it, into view and gives it the focus. */
function showField(path: Path): void {
  for (let length = path.length; length > 0; length--) {
    const field = document.querySelector(`[data-at="${CSS.escape(path.slice(0, length).join('.'))}"]`);
    if (!field) continue;
    field.scrollIntoView({ block: 'center' });
    const lang = path.at(-1) === 'en' ? '[lang=en]' : 'input, textarea, button';
    (field.querySelector<HTMLElement>(lang) ?? field.querySelector<HTMLElement>('input, textarea, button'))?.focus();
    return;
  }
}
