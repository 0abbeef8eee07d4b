import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Editing } from '#accounts/AccountBody.tsx';
import { accountFieldWords as words } from '#accounts/account-field-words.ts';
import { accountSources, memberRoleWords, ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { groupLines } from '#accounts/group-tree.ts';
import { CustomValueText } from '#fields/CustomValueText.tsx';
import { labelOf } from '#fields/field.ts';
import { useFields } from '#fields/fields.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#accounts/AccountPage.module.css';

type Props = { page: AccountPage; onEdit: (what: Editing) => void };

/** Beside everything: who works on it, what group it belongs to, what is known of it. */
export function AccountRail({ page, onEdit }: Props) {
  return (
    <aside className={styles.rail}>
      <TeamCard page={page} onEdit={onEdit} />
      <GroupCard page={page} />
      <FactsCard page={page} />
    </aside>
  );
}

function TeamCard({ page, onEdit }: Props) {
  const { page: m } = useMessages(accountMessages);
  const lang = useLang();
  const { account, members, may } = page;
  const act = may.write && (
    <Button type="text" onClick={() => onEdit('team')}>
      {m.editTeam}
    </Button>
  );
  return (
    <SectionCard title={m.team} acts={act}>
      <ul className={styles.team}>
        {account.ownerName && (
          <li>
            <PersonText name={account.ownerName} note={m.owner} />
          </li>
        )}
        {members.map((member) => (
          <li key={member.userId}>
            <PersonText name={member.name} note={memberRoleWords[member.role][lang]} />
          </li>
        ))}
      </ul>
      {members.length === 0 && <p className={styles.quiet}>{m.noTeam}</p>}
    </SectionCard>
  );
}

function GroupCard({ page }: { page: AccountPage }) {
  const { page: m } = useMessages(accountMessages);
  const { account, group } = page;
  const lines = groupLines(group.rows);
  return (
    <SectionCard title={m.group} note={lines.length > 1 ? lines.length : undefined}>
      {lines.length <= 1 && group.hidden === 0 && <p className={styles.quiet}>{m.noGroup}</p>}
      {lines.length > 1 && (
        <ul className={styles.group}>
          {lines.map(({ row, depth }) => (
            <li key={row.id} style={{ paddingLeft: depth * 16 }} aria-current={row.id === account.id || undefined}>
              {row.id === account.id ? <strong>{row.name}</strong> : <Link to={`/accounts/${row.id}`}>{row.name}</Link>}
              {row.ownerName && <span className={styles.quiet}>{row.ownerName}</span>}
            </li>
          ))}
        </ul>
      )}
      {group.hidden > 0 && <p className={styles.quiet}>{m.hidden(group.hidden)}</p>}
    </SectionCard>
  );
}

function FactsCard({ page }: { page: AccountPage }) {
  const { page: m } = useMessages(accountMessages);
  const lang = useLang();
  const fields = useFields('account');
  const { account, mergedFrom } = page;
  const facts: [string, ReactNode][] = [
    fact(words.creditCode[lang], account.creditCode && <code>{account.creditCode}</code>),
    fact(
      words.phone[lang],
      account.phone && <a href={`tel:${account.phone.replaceAll(/[^\d+]/g, '')}`}>{account.phone}</a>,
    ),
    fact(words.site[lang], account.site && <SiteLink site={account.site} />),
    fact(words.address[lang], [account.address, account.postCode].filter(Boolean).join(' ')),
    fact(words.scale[lang], wordOf(scales, account.scale, lang)),
    fact(words.ownership[lang], wordOf(ownerships, account.ownership, lang)),
    fact(words.source[lang], wordOf(accountSources, account.source, lang)),
    fact(words.aliases[lang], account.aliases.join(lang === 'zh' ? '、' : ', ')),
    ...fields.map((field) =>
      fact(
        labelOf(field, lang),
        account.custom[field.key] !== undefined && <CustomValueText field={field} value={account.custom[field.key]} />,
      ),
    ),
  ];
  return (
    <SectionCard title={m.facts}>
      <dl className={styles.known}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value || <span className={styles.quiet}>{m.unknown}</span>}</dd>
          </div>
        ))}
      </dl>
      {mergedFrom.length > 0 && (
        <p className={styles.quiet}>{m.mergedFrom(mergedFrom.map((one) => one.name).join('、'))}</p>
      )}
    </SectionCard>
  );
}

/** Only what is a web address becomes a link. */
function SiteLink({ site }: { site: string }) {
  const href = /^https?:\/\//i.test(site) ? site : `https://${site}`;
  if (!URL.canParse(href)) return site;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {site}
    </a>
  );
}

function fact(label: string, value: ReactNode): [string, ReactNode] {
  return [label, value];
}
