import { MoreOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { permissionMessages } from '#permissions/permission.messages.ts';
import { roles } from '#permissions/role.ts';
import { teamMessages } from '#team/team.messages.ts';
import { useTeamOptions } from '#team/team.queries.tsx';
import type { User } from '#team/user.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { choiceFilter, searchFilter } from '#ui/list/filter.tsx';
import { MenuButton, type MenuItem } from '#ui/MenuButton.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#team/people/People.module.css';

export type PersonAct = { act: 'edit' | 'handOver' | 'leave' | 'invite' | 'passwordLink' | 'comeBack'; user: User };

/** Columns and filters of the list of people, and what may be done with each. */
export function usePeopleList(start: (act: PersonAct) => void) {
  const m = useMessages(teamMessages);
  const words = useMessages(permissionMessages);
  const can = useCan();
  const me = useSession().user.id;
  const teamOptions = useTeamOptions();
  const write = can('team.write');
  const settle = can('team.handOver');
  const columns = useMemo((): Column<User, 'name' | 'signedInAt'>[] => {
    const itemsOf = (user: User): MenuItem[] => {
      const item = (act: PersonAct['act'], label: string, danger = false): MenuItem => ({
        key: act,
        label,
        danger,
        run: () => start({ act, user }),
      });
      if (!user.active) return write ? [item('comeBack', m.comeBack)] : [];
      return [
        ...(write ? [item('edit', m.edit)] : []),
        ...(settle ? [item('handOver', m.handOver)] : []),
        ...(write && user.id !== me
          ? [
              user.signsIn ? item('passwordLink', m.passwordLink) : item('invite', m.inviteHer),
              item('leave', m.leave, true),
            ]
          : []),
      ];
    };
    return [
      {
        key: 'name',
        title: m.name,
        sort: 'name',
        width: 'minmax(190px, 1.6fr)',
        phone: 'title',
        cell: (user) => (
          <span className={styles.who}>
            <PersonText name={user.name} note={user.id === me ? m.me : user.title} />
            {!user.active && <Tag>{m.left}</Tag>}
          </span>
        ),
      },
      {
        key: 'email',
        title: m.email,
        width: 'minmax(150px, 1.3fr)',
        choice: 'shown',
        cell: (user) => user.email ?? '—',
      },
      { key: 'team', title: m.team, cell: (user) => user.teamName ?? m.noTeam },
      {
        key: 'roles',
        title: m.roles,
        width: 'minmax(130px, 1fr)',
        cell: (user) => user.roles.map((role) => words.roles[role]).join(' · '),
      },
      { key: 'scope', title: m.scope, width: '116px', cell: (user) => words.scopes[user.scope] },
      {
        key: 'signedInAt',
        title: m.signedIn,
        sort: 'signedInAt',
        width: '118px',
        choice: 'shown',
        cell: (user) =>
          user.signedInAt ? <InstantText at={user.signedInAt} /> : user.signsIn ? m.never : m.notInvited,
      },
      {
        key: 'acts',
        title: '',
        width: '48px',
        phone: 'aside',
        cell: (user) => {
          const items = itemsOf(user);
          return items.length === 0 ? null : (
            <MenuButton label={m.more(user.name)} button={<MoreOutlined aria-hidden="true" />} groups={[{ items }]} />
          );
        },
      },
    ];
  }, [m, words, me, write, settle, start]);
  const filters = useMemo(
    () => ({
      search: searchFilter(m.search),
      teamId: choiceFilter(m.team, teamOptions),
      role: choiceFilter(
        m.roles,
        roles.map((value) => ({ value, label: words.roles[value] })),
      ),
      state: choiceFilter(m.state, [
        { value: 'left', label: m.left },
        { value: 'all', label: m.all },
      ]),
    }),
    [m, words, teamOptions],
  );
  return { columns, filters };
}
