import { MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Team } from '#team/team.ts';
import { teamMessages } from '#team/team.messages.ts';
import { spoken, useMessages } from '#ui/lang.tsx';
import { MenuButton, type MenuItem } from '#ui/MenuButton.tsx';
import { useCan } from '#ui/session.tsx';
import styles from '#team/tree/Teams.module.css';

type Props = { team: Team; onAdd: () => void; onEdit: () => void; onRemove: () => void };

export function TeamLine({ team, onAdd, onEdit, onRemove }: Props) {
  const m = useMessages(teamMessages);
  const write = useCan()('team.write');
  const items: MenuItem[] = [
    { key: 'edit', label: m.editTeam, run: onEdit },
    ...(team.parentId ? [{ key: 'remove', label: m.remove, danger: true, run: onRemove }] : []),
  ];
  return (
    <div className={styles.line}>
      <strong>{team.name}</strong>
      <Link
        to="/settings/people"
        search={{ teamId: team.id }}
        className={styles.people}
        aria-label={`${m.peopleCount(team.people)} · ${spoken(m.see, team.name)}`}
      >
        {m.peopleCount(team.people)}
      </Link>
      {write && (
        <span className={styles.acts}>
          <Button
            type="text"
            aria-label={m.addBelowOf(team.name)}
            title={m.addBelow}
            icon={<PlusOutlined />}
            onClick={onAdd}
          />
          <MenuButton label={m.more(team.name)} button={<MoreOutlined aria-hidden="true" />} groups={[{ items }]} />
        </span>
      )}
    </div>
  );
}
