import { RightOutlined } from '@ant-design/icons';
import { useMemo, useState } from 'react';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useText } from '#ui/lang.tsx';
import type { Id } from '#shared/id.ts';
import type { ChainMap, ChainNode } from '#chain/chain-map.ts';
import { type Stance, contactWords, stanceWords, stances } from '#chain/chain-scales.ts';
import { useSpeech } from '#chain/canvas/canvas-choices.tsx';
import { type Speech, cardWords } from '#chain/canvas/card-words.ts';
import type { Marks } from '#chain/canvas/history-view.ts';
import { roleGroups } from '#chain/canvas/layout-roles.ts';
import { found, noFilter, passes } from '#chain/canvas/map-filter.ts';
import { listedTree } from '#chain/canvas/reporting-tree.ts';
import { byStanding } from '#chain/canvas/spots.ts';
import { StanceIcon } from '#chain/canvas/StanceIcon.tsx';
import styles from '#chain/canvas/MapList.module.css';

type Props = { map: ChainMap; seesBeliefs: boolean; marks?: Marks; onOpen: (id: Id) => void };
type Wanted = Stance | 'unknown' | 'all';

/** The map for a small screen: the same people, by whom they report to or by their role; a tap opens. */
export function MapList({ map, seesBeliefs, marks, onOpen }: Props) {
  const speech = useSpeech(seesBeliefs);
  const { m, wording } = speech;
  const text = useText();
  const [grouping, setGrouping] = useState<'reporting' | 'roles'>('reporting');
  const [stance, setStance] = useState<Wanted>('all');
  const [search, setSearch] = useState('');
  const fits = useMemo(() => {
    const hits = new Set(found(map, search).map(({ id }) => id));
    const filter = { ...noFilter, stances: new Set(stance === 'all' ? [] : [stance]) };
    return (node: ChainNode) => (search.trim() === '' || hits.has(node.id)) && passes(node, filter);
  }, [map, search, stance]);
  const tree = useMemo(() => listedTree(map, byStanding).filter(({ node }) => fits(node)), [map, fits]);
  const groups = useMemo(() => roleGroups(map), [map]);
  const row = (node: ChainNode, depth: number) => (
    <Row key={node.id} node={node} depth={depth} speech={speech} mark={marks?.get(node.id)} onOpen={onOpen} />
  );
  if (map.nodes.length === 0) return <EmptyState title={m.empty} hint={m.emptyRead} />;
  return (
    <div className={styles.list}>
      <div className={styles.bar}>
        <div className={styles.switch} role="radiogroup" aria-label={m.list.group}>
          {(['reporting', 'roles'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="radio"
              aria-checked={grouping === one}
              onClick={() => setGrouping(one)}
            >
              {m.list[one]}
            </button>
          ))}
        </div>
        {seesBeliefs && (
          <select
            aria-label={m.filters.stance}
            value={String(stance)}
            onChange={({ target: { value } }) =>
              setStance(value === 'all' || value === 'unknown' ? value : (Number(value) as Stance))
            }
          >
            <option value="all">{m.list.all}</option>
            {stances.toReversed().map((one) => (
              <option key={one} value={one}>
                {text(stanceWords(one, wording))}
              </option>
            ))}
            <option value="unknown">{m.unknown}</option>
          </select>
        )}
        <input
          type="search"
          aria-label={m.search}
          placeholder={m.searchPlace}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      {tree.length === 0 && <p className={styles.none}>{m.list.nobody}</p>}
      {grouping === 'reporting' && <ul>{tree.map(({ node, depth }) => row(node, depth))}</ul>}
      {grouping === 'roles' &&
        groups.map(({ words, nodes }) => (
          <section key={words.zh}>
            <h3>
              {text(words)} <span>{nodes.length > 0 ? nodes.length : m.list.empty}</span>
            </h3>
            <ul>{nodes.filter(fits).map((node) => row(node, 0))}</ul>
          </section>
        ))}
    </div>
  );
}

type RowProps = {
  node: ChainNode;
  depth: number;
  speech: Speech;
  mark: 'added' | 'changed' | 'removed' | undefined;
  onOpen: (id: Id) => void;
};

function Row({ node, depth, speech, mark, onOpen }: RowProps) {
  const { m, lang } = speech;
  const words = cardWords(node, speech);
  const met = typeof words.contact === 'number' ? contactWords[words.contact][lang] : '';
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-mark={mark}
        style={{ paddingLeft: 12 + 18 * Math.min(depth, 5) }}
        onClick={() => onOpen(node.id)}
      >
        <span className={styles.who}>
          <b>
            {words.name}
            {words.key && <i>{m.keyPerson}</i>}
            {mark && <i>{m.markWords[mark]}</i>}
          </b>
          <small>{[words.post, ...words.roles].filter(Boolean).join(' · ')}</small>
        </span>
        {words.stance !== undefined && (
          <span className={styles.stance}>
            <span>
              {words.stance === null ? <b aria-hidden="true">?</b> : <StanceIcon stance={words.stance} />}
              {words.stanceWord}
            </span>
            <small>{met}</small>
          </span>
        )}
        <RightOutlined />
      </button>
    </li>
  );
}
