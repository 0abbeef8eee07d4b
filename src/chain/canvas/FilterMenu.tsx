import { FilterOutlined } from '@ant-design/icons';
import { buyingRoles } from '#method/scales.ts';
import { useText } from '#ui/lang.tsx';
import { MenuButton, type MenuGroup } from '#ui/MenuButton.tsx';
import type { ChainMap } from '#chain/chain-map.ts';
import { type EdgeKind, edgeKinds, stanceWords, stances } from '#chain/chain-scales.ts';
import type { Speech } from '#chain/canvas/card-words.ts';
import { roleOrder } from '#chain/canvas/layout-roles.ts';
import { type MapFilter, asked, noFilter, toggled } from '#chain/canvas/map-filter.ts';
import styles from '#chain/canvas/Canvas.module.css';

type Props = { map: ChainMap; filter: MapFilter; speech: Speech; onFilter: (filter: MapFilter) => void };

/** Whom and which lines to show; the others fade, so that one still sees where they stand. */
export function FilterMenu({ map, filter, speech, onFilter }: Props) {
  const { m, beliefs, wording } = speech;
  const text = useText();
  const one = (key: string, label: string, checked: boolean, next: Partial<MapFilter>) => ({
    key,
    label,
    checked,
    stays: true,
    run: () => onFilter({ ...filter, ...next }),
  });
  const kinds = (Object.keys(edgeKinds) as EdgeKind[]).filter((kind) => map.edges.some((edge) => edge.kind === kind));
  const groups: MenuGroup[] = [
    ...(asked(filter) > 0 ? [{ items: [{ key: 'all', label: m.clearFilter, run: () => onFilter(noFilter) }] }] : []),
    ...(beliefs
      ? [
          {
            items: [one('key', m.filters.key, filter.keyOnly, { keyOnly: !filter.keyOnly })],
          },
          {
            title: m.filters.stance,
            items: [...stances.toReversed(), 'unknown' as const].map((stance) =>
              one(
                `s${stance}`,
                stance === 'unknown' ? m.unknown : text(stanceWords(stance, wording)),
                filter.stances.has(stance),
                { stances: toggled(filter.stances, stance) },
              ),
            ),
          },
        ]
      : []),
    {
      title: m.filters.role,
      items: [...roleOrder, 'none' as const].map((role) =>
        one(`r${role}`, role === 'none' ? m.unknown : text(buyingRoles[role]), filter.roles.has(role), {
          roles: toggled(filter.roles, role),
        }),
      ),
    },
    ...(beliefs && map.factions.length > 0
      ? [
          {
            title: m.filters.faction,
            items: [...map.factions.map(({ id, name }) => ({ id, name })), { id: 'none', name: m.none }].map(
              ({ id, name }) =>
                one(`f${id}`, name, filter.factions.has(id), { factions: toggled(filter.factions, id) }),
            ),
          },
        ]
      : []),
    {
      title: m.filters.lines,
      items: kinds.map((kind) =>
        one(`l${kind}`, text(edgeKinds[kind]), !filter.hiddenLines.has(kind), {
          hiddenLines: toggled(filter.hiddenLines, kind),
        }),
      ),
    },
  ];
  const count = asked(filter);
  return (
    <MenuButton
      label={m.filter}
      align="start"
      className={styles.tool}
      button={
        <span className={styles.row} data-on={count > 0}>
          <FilterOutlined />
          {m.filter}
          {count > 0 && ` (${count})`}
        </span>
      }
      groups={groups.filter(({ items }) => items.length > 0)}
    />
  );
}
