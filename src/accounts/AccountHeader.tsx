import { EllipsisOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Editing } from '#accounts/AccountBody.tsx';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { useMessages } from '#ui/lang.tsx';
import { MenuButton, type MenuItem } from '#ui/MenuButton.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#accounts/AccountPage.module.css';

export function AccountHeader({ page, onEdit }: { page: AccountPage; onEdit: (what: Editing) => void }) {
  const m = useMessages(accountMessages);
  const navigate = useNavigate();
  const { account, teamName, may } = page;
  const place = [...new Set([account.province, account.city].filter(Boolean))].join(' · ');
  const items: (MenuItem | false)[] = [
    may.write && { key: 'team', label: m.page.editTeam, run: () => onEdit('team') },
    may.handOver && { key: 'owner', label: m.page.handOver, run: () => onEdit('owner') },
    may.merge && {
      key: 'merge',
      label: m.page.merge,
      run: () => void navigate({ to: `/accounts/${account.id}/merge` }),
    },
  ];
  const more = items.filter((item) => item !== false);
  return (
    <PageHeader
      title={account.name}
      back={{ to: '/accounts', label: m.back }}
      mark={account.tags.map((tag) => (
        <Tag key={tag} tone="accent">
          {tag}
        </Tag>
      ))}
      facts={
        <span className={styles.facts}>
          {account.industry && <span>{account.industry}</span>}
          {place && <span>{place}</span>}
          {account.ownerName ? (
            <PersonText name={account.ownerName} note={teamName} />
          ) : (
            <Tag tone="warn">{m.page.nobody}</Tag>
          )}
        </span>
      }
      acts={
        <>
          {may.write && <Button onClick={() => onEdit('account')}>{m.edit}</Button>}
          {more.length > 0 && (
            <MenuButton label={m.page.more} button={<EllipsisOutlined />} groups={[{ items: more }]} />
          )}
        </>
      }
    />
  );
}
