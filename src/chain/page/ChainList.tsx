import { StarFilled } from '@ant-design/icons';
import { type BuyingRole, buyingRoles, personFunctions, personLevels } from '#method/scales.ts';
import type { ChainNode } from '#chain/chain-map.ts';
import { contactWords, nodeKinds } from '#chain/chain-scales.ts';
import { coachScore } from '#chain/coach.ts';
import { chainPageMessages } from '#chain/page/chain-page.messages.ts';
import { type Side, isStale, readFilter, rowsOf, sides } from '#chain/page/chain-rows.ts';
import { calledIn } from '#chain/page/chain-scene.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { useChainUrl } from '#chain/page/useChainUrl.tsx';
import { StillSo } from '#chain/page/StillSo.tsx';
import { StanceText } from '#chain/page/wording.tsx';
import { DayText } from '#ui/DayText.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonBadge } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';
import { Chips } from '#ui/Chips.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#chain/page/ChainList.module.css';

/** Everybody on the map as a list: a table on a desk, cards on a phone. */
export function ChainList() {
  const m = useMessages(chainPageMessages);
  const lang = useLang();
  const { scene, today } = useChain();
  const { asked, change } = useChainUrl();
  const filter = readFilter(asked);
  const rows = rowsOf(scene, filter, today);
  const { seesBeliefs } = scene.data;
  return (
    <div className={styles.list}>
      <div className={styles.filters}>
        <input
          type="search"
          className={form.field}
          aria-label={m.find}
          placeholder={m.find}
          value={filter.text}
          onChange={({ target }) => change({ q: target.value || undefined })}
        />
        <select
          className={form.field}
          aria-label={m.roleLabel}
          value={filter.role ?? ''}
          onChange={({ target }) => change({ role: target.value || undefined })}
        >
          <option value="">{m.allRoles}</option>
          {(Object.keys(buyingRoles) as BuyingRole[]).map((role) => (
            <option key={role} value={role}>
              {buyingRoles[role][lang]}
            </option>
          ))}
        </select>
        {seesBeliefs && (
          <Chips<Side>
            label={m.sideLabel}
            value={filter.side}
            chips={sides.map((side) => ({ value: side, label: m.sides[side] }))}
            onChoose={(side) => change({ side: side === 'all' ? undefined : side })}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          compact
          title={m.noMatch}
          act={
            <button
              type="button"
              className={styles.link}
              onClick={() => change({ q: undefined, role: undefined, side: undefined })}
            >
              {m.showAll}
            </button>
          }
        />
      ) : (
        <table className={styles.table} data-plain={!seesBeliefs || undefined}>
          <thead>
            <tr>
              <th scope="col">{m.name}</th>
              <th scope="col">{m.roles}</th>
              <th scope="col">{m.place}</th>
              {seesBeliefs && (
                <>
                  <th scope="col">{m.stance}</th>
                  <th scope="col">{m.contact}</th>
                  <th scope="col">{m.faction}</th>
                  <th scope="col">{m.confirmed}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((node) => (
              <Row key={node.id} node={node} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ node }: { node: ChainNode }) {
  const m = useMessages(chainPageMessages);
  const lang = useLang();
  const { scene, openPerson, today } = useChain();
  const { seesBeliefs } = scene.data;
  const roles = 'roles' in node ? (node.roles ?? []) : [];
  const verdict = node.kind === 'person' ? coachScore(node, scene.data.signs).verdict : 'none';
  const place = [
    'function' in node && node.function ? personFunctions[node.function][lang] : undefined,
    'level' in node && node.level ? personLevels[node.level][lang] : undefined,
  ].filter(Boolean);
  return (
    <tr>
      <td className={styles.who}>
        <PersonBadge name={node.name} size={34} />
        <span className={styles.name}>
          <button type="button" className={styles.open} onClick={() => openPerson(node.id)}>
            {node.kind === 'person' && node.key && seesBeliefs && (
              <StarFilled className={styles.key} aria-label={m.key} />
            )}
            {node.name}
          </button>
          <small>{node.kind === 'person' ? node.title : nodeKinds[node.kind][lang]}</small>
        </span>
        {verdict === 'shown' && <Tag tone="good">{m.coach}</Tag>}
        {verdict === 'turned' && <Tag tone="bad">{m.coachTurned}</Tag>}
      </td>
      <td className={styles.roles}>
        {roles.map((role) => (
          <Tag key={role}>{buyingRoles[role][lang]}</Tag>
        ))}
      </td>
      <td className={styles.place}>{place.join(' · ') || <Unknown what={m.place} />}</td>
      {seesBeliefs && <Beliefs node={node} stale={isStale(scene, node, today)} />}
    </tr>
  );
}

function Beliefs({ node, stale }: { node: ChainNode; stale: boolean }) {
  const m = useMessages(chainPageMessages);
  const lang = useLang();
  const { scene } = useChain();
  const isPerson = node.kind === 'person';
  const faction = isPerson && node.faction && node.faction !== 'none' ? calledIn(scene, node.faction) : undefined;
  if (!isPerson && node.kind !== 'channel') {
    return <td colSpan={4} className={styles.nothing} aria-label={m.notApplying} />;
  }
  return (
    <>
      <td>{typeof node.stance === 'number' ? <StanceText stance={node.stance} /> : <Unknown what={m.stance} />}</td>
      <td>{typeof node.contact === 'number' ? contactWords[node.contact][lang] : <Unknown what={m.contact} />}</td>
      <td className={styles.faction}>{faction}</td>
      <td>
        {isPerson && (
          <span data-stale={stale || undefined} className={styles.confirmed}>
            {scene.confirmed.has(node.id) && <span className={styles.what}>{m.confirmed} </span>}
            {scene.confirmed.has(node.id) ? <DayText day={scene.confirmed.get(node.id)} /> : m.never}
            {stale && scene.confirmed.has(node.id) && ` · ${m.stale}`}
          </span>
        )}
        {stale && <StillSo id={node.id} />}
      </td>
    </>
  );
}

function Unknown({ what }: { what: string }) {
  const m = useMessages(chainPageMessages);
  return (
    <span className={styles.unknown}>
      <span className={styles.what}>{what} </span>
      {m.unknown}
    </span>
  );
}
