import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Editing } from '#accounts/AccountBody.tsx';
import { accountFieldWords as words } from '#accounts/account-field-words.ts';
import { accountSources, memberRoleWords, ownerships, scales, wordOf } from '#accounts/account-lists.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { groupLines } from '#accounts/group-tree.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { useCustomFacts } from '#fields/useCustomFacts.tsx';
import { KnownFacts, type KnownFact } from '#ui/KnownFacts.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { TelLink } from '#ui/TelLink.tsx';
import styles from '#accounts/AccountPage.module.css';

const AccountModeCard = onDemand(async () => (await import('#adviser/AccountModeCard.tsx')).AccountModeCard);

const GiftYearPanel = onDemand(async () => (await import('#compliance/gifts/GiftYearPanel.tsx')).GiftYearPanel);

type Props = { page: AccountPage; onEdit: (what: Editing) => void };

/** Beside everything: who works on it, what group it belongs to, what is known of it. */
export function AccountRail({ page, onEdit }: Props) {
  return (
    <>
      <TeamCard page={page} onEdit={onEdit} />
      <GroupCard page={page} />
      <AccountModeCard accountId={page.account.id} />
      <FactsCard page={page} />
      <GiftYearPanel account={page.account} />
    </>
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
  const { account, mergedFrom } = page;
  const facts: KnownFact[] = [
    { label: words.creditCode[lang], value: account.creditCode && <code>{account.creditCode}</code> },
    { label: words.phone[lang], value: account.phone && <TelLink number={account.phone} /> },
    { label: words.site[lang], value: account.site && <SiteLink site={account.site} /> },
    { label: words.address[lang], value: [account.address, account.postCode].filter(Boolean).join(' ') },
    { label: words.scale[lang], value: wordOf(scales, account.scale, lang) },
    { label: words.ownership[lang], value: wordOf(ownerships, account.ownership, lang) },
    { label: words.source[lang], value: wordOf(accountSources, account.source, lang) },
    { label: words.aliases[lang], value: account.aliases.join(lang === 'zh' ? '、' : ', ') },
    ...useCustomFacts('account', account.custom),
  ];
  return (
    <SectionCard title={m.facts}>
      <KnownFacts facts={facts} unknown={m.unknown} />
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
