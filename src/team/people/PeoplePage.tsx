import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { InvitationsCard } from '#team/people/InvitationsCard.tsx';
import { usePeopleList, type PersonAct } from '#team/people/usePeopleList.tsx';
import { invitations, teams, userClient, users } from '#team/team.queries.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const HandOverDrawer = onDemand(async () => (await import('#team/people/HandOverDrawer.tsx')).HandOverDrawer);
const InviteDrawer = onDemand(async () => (await import('#team/people/InviteDrawer.tsx')).InviteDrawer);
const PasswordLinkDrawer = onDemand(
  async () => (await import('#team/people/PasswordLinkDrawer.tsx')).PasswordLinkDrawer,
);
const PersonForm = onDemand(async () => (await import('#team/people/PersonForm.tsx')).PersonForm);

/** Settings: everybody who uses the product. */
export function PeoplePage() {
  useFetchSoon(InviteDrawer, PersonForm, HandOverDrawer, PasswordLinkDrawer);
  const m = useMessages(teamMessages);
  const failures = useMessages(failureMessages);
  const queries = useQueryClient();
  const write = useCan()('team.write');
  const [open, setOpen] = useState<PersonAct | { act: 'invite'; user?: undefined }>();
  const refresh = () =>
    Promise.all([users, teams, invitations].map((one) => queries.invalidateQueries({ queryKey: one.key() })));
  const close = () => setOpen(undefined);
  const start = async (next: PersonAct) => {
    if (next.act !== 'comeBack') return setOpen(next);
    const { id, version } = next.user;
    await userClient.change({ id, version, active: true }).then(
      () => toast(m.cameBack),
      (refused: unknown) => toast(wordsOf(refused, failures), { tone: 'bad' }),
    );
    return void refresh();
  };
  const { columns, filters } = usePeopleList(start);
  const inviting = write && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ act: 'invite' })}>
      {m.invite}
    </Button>
  );
  const shared = { onDone: () => void refresh(), onClose: close };
  return (
    <>
      <PageHeader title={m.people} facts={m.peopleLead} acts={inviting} />
      {write && <InvitationsCard onChanged={() => void refresh()} />}
      <RecordList
        name="people"
        label={m.people}
        columns={columns}
        filters={filters}
        queryKey={users.list.key()}
        fetchPage={({ filters: { search, teamId, role, state }, ...asked }) =>
          userClient.list({ search, teamId, role, state: state ?? 'active', ...asked })
        }
        empty={{ title: m.emptyTitle, hint: m.emptyHint, act: inviting }}
      />
      {open?.act === 'invite' && <InviteDrawer known={open.user} {...shared} />}
      {open?.act === 'edit' && <PersonForm user={open.user} {...shared} />}
      {(open?.act === 'handOver' || open?.act === 'leave') && (
        <HandOverDrawer user={open.user} leaves={open.act === 'leave'} {...shared} />
      )}
      {open?.act === 'passwordLink' && <PasswordLinkDrawer user={open.user} {...shared} />}
    </>
  );
}
