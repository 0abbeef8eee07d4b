import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { AccountHeader } from '#accounts/AccountHeader.tsx';
import { AccountRail } from '#accounts/AccountRail.tsx';
import { accountMessages } from '#accounts/accounts.messages.ts';
import type { AccountPage } from '#accounts/accounts.contract.ts';
import { DealsSection } from '#accounts/DealsSection.tsx';
import { NextCard } from '#accounts/NextCard.tsx';
import { SameAccount } from '#accounts/SameAccount.tsx';
import { AttachmentsSection } from '#attachments/AttachmentsSection.tsx';
import { prefetchChain } from '#chain/prefetch-chain.tsx';
import { NotesSection } from '#notes/NotesSection.tsx';
import { ContactsSection } from '#people/ContactsSection.tsx';
import { TasksSection } from '#tasks/TasksSection.tsx';
import { Timeline } from '#timeline/Timeline.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { RailColumns } from '#ui/RailColumns.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';
import styles from '#accounts/AccountPage.module.css';

const NewDeal = onDemand(async () => (await import('#deals/NewDeal.tsx')).NewDeal);
const NewContact = onDemand(async () => (await import('#people/NewContact.tsx')).NewContact);
const EditAccount = onDemand(async () => (await import('#accounts/EditAccount.tsx')).EditAccount);
const HandOver = onDemand(async () => (await import('#accounts/HandOver.tsx')).HandOver);
const EditTeam = onDemand(async () => (await import('#accounts/EditTeam.tsx')).EditTeam);

const AccountChainTab = onDemand(async () => (await import('#chain/page/AccountChainTab.tsx')).AccountChainTab);
const InformationTab = onDemand(
  async () => (await import('#information/InformationTab.tsx')).InformationTab,
  <PageSkeleton />,
);

const tabs = ['overview', 'people', 'information', 'records', 'timeline'] as const;
const AccountPartners = onDemand(async () => (await import('#partners/ties/AccountPartners.tsx')).AccountPartners);

/** What of the page is being edited, in the URL: `?edit=account`. */
export type Editing = 'account' | 'owner' | 'team' | 'deal' | 'contact';

export function AccountBody({ page }: { page: AccountPage }) {
  useFetchSoon(EditAccount, HandOver, EditTeam, NewDeal, NewContact);
  const m = useMessages(accountMessages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const tab = tabs.find((name) => name === search['tab']) ?? 'overview';
  const change = (next: { tab?: string; edit?: Editing; person?: string }) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, edit: undefined, ...next }) as never });
  const close = () => change({});
  const edit = (what: Editing) => change({ edit: what });
  const { account } = page;
  const subject = { kind: 'account', id: account.id } as const;
  const near = (name: (typeof tabs)[number]) => {
    if (name !== 'people' || name === tab) return;
    void AccountChainTab.fetch().catch(() => undefined);
    prefetchChain(queries, subject);
  };
  return (
    <div className={styles.page}>
      <AccountHeader page={page} onEdit={edit} />
      <PageTabs
        label={account.name}
        tabs={tabs}
        words={m.page}
        shown={tab}
        onNear={near}
        onShow={(name) => change({ tab: name === 'overview' ? undefined : name, person: undefined })}
      />
      {tab === 'people' ? (
        <AccountChainTab accountId={account.id} name={account.name} />
      ) : (
        <RailColumns rail={<AccountRail page={page} onEdit={edit} />}>
          {tab === 'overview' && (
            <>
              {page.may.merge && <SameAccount account={account} />}
              <NextCard page={page} onEdit={edit} />
              <TasksSection subject={subject} />
              <DealsSection accountId={account.id} onAdd={() => edit('deal')} />
              <ContactsSection accountId={account.id} onAdd={() => edit('contact')} />
              <AccountPartners accountId={account.id} />
            </>
          )}
          {tab === 'information' && <InformationTab accountId={account.id} onAddContact={() => edit('contact')} />}
          {tab === 'records' && (
            <>
              <NotesSection subject={subject} count={page.counts.notes} />
              <AttachmentsSection subject={subject} />
            </>
          )}
          {tab === 'timeline' && (
            <SectionCard>
              <Timeline subject={subject} />
            </SectionCard>
          )}
        </RailColumns>
      )}
      {search['edit'] === 'account' && <EditAccount page={page} onClose={close} />}
      {search['edit'] === 'owner' && <HandOver page={page} onClose={close} />}
      {search['edit'] === 'team' && <EditTeam page={page} onClose={close} />}
      {search['edit'] === 'deal' && <NewDeal account={account} onClose={close} />}
      {search['edit'] === 'contact' && <NewContact account={account} onClose={close} />}
    </div>
  );
}
