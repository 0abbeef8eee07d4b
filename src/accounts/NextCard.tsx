import { Button } from 'antd';
import type { Editing } from '#accounts/AccountBody.tsx';
import { nextActsOf, type NextAct } from '#accounts/account-next.ts';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#accounts/AccountPage.module.css';

const leads: { [act in NextAct]?: Editing } = {
  owner: 'owner',
  contact: 'contact',
  deal: 'deal',
  sponsor: 'team',
  code: 'account',
  profile: 'account',
};

/** What to do next, each with its act; nothing when nothing is missing. */
export function NextCard({ page, onEdit }: { page: AccountPage; onEdit: (what: Editing) => void }) {
  const m = useMessages(accountMessages);
  const acts = nextActsOf(page);
  if (acts.length === 0 || !page.may.write) return null;
  const labels: { [act in NextAct]?: string } = {
    owner: m.page.handOver,
    contact: m.page.contacts,
    deal: m.page.newDeal,
    sponsor: m.page.editTeam,
    code: m.edit,
    profile: m.edit,
  };
  return (
    <SectionCard title={m.page.next}>
      <ul className={styles.next}>
        {acts.map((act) => {
          const what = leads[act];
          return (
            <li key={act}>
              <span>{m.next[act]}</span>
              {what && (
                <Button size="small" onClick={() => onEdit(what)}>
                  {labels[act]}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
