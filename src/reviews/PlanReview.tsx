import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { MembersField } from '#reviews/MembersField.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import { useTeamOptions } from '#team/team.queries.tsx';
import { TeamSelect } from '#team/TeamSelect.tsx';
import { dayWords } from '#ui/day-words.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useProposal } from '#ui/form/useProposal.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useSession, useToday } from '#ui/session.tsx';

type Values = { teamId?: string; name: string; on: string; memberIds: string[] };
type Props = {
  /** Chosen deals; none: a team's. */
  dealIds: readonly string[];
  /** What a single chosen deal is called: in the name of its review. */
  dealName?: string;
  onPlanned: (id: string) => void;
  onClose: () => void;
};

/** Which deals, when, who else comes. The order of the agenda is the server's. */
export function PlanReview({ dealIds, dealName, onPlanned, onClose }: Props) {
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const today = useToday();
  const queries = useQueryClient();
  const [form, chosen] = [m.form, dealIds.length > 0];
  const { teamId } = useSession().user;
  const nameFor = (what: string, day: string) => form.nameOf(what, dayWords(day, today, lang));
  const save = async ({ teamId: team, ...fields }: Values) => {
    const about = chosen
      ? { kind: 'deals' as const, dealIds: [...dealIds] }
      : { kind: 'team' as const, teamId: team ?? '' };
    const { id } = await reviewClient.create({ ...fields, memberIds: fields.memberIds.filter(Boolean), about });
    await queries.invalidateQueries();
    onPlanned(id);
  };
  return (
    <FormDrawer<Values>
      open
      title={m.plan}
      initial={{
        ...(teamId && !chosen && { teamId }),
        name: chosen ? nameFor(dealName ?? m.chosenDeals, today) : '',
        on: today,
        memberIds: [],
      }}
      save={save}
      saveLabel={form.save}
      onClose={onClose}
    >
      {chosen ? (
        <p>{dealName ?? form.deals(dealIds.length)}</p>
      ) : (
        <>
          <Form.Item name="teamId" label={form.teamField} rules={[{ required: true, message: form.teamNeeded }]}>
            <TeamSelect />
          </Form.Item>
          <NamedForTeam nameFor={nameFor} />
        </>
      )}
      <Form.Item name="on" label={form.on} rules={[{ required: true, message: form.onNeeded }]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="name" label={form.name} rules={[{ required: true, whitespace: true, message: form.nameNeeded }]}>
        <Input maxLength={120} />
      </Form.Item>
      <MembersField />
    </FormDrawer>
  );
}

/** Until somebody types a name it says whose deals and when. */
function NamedForTeam({ nameFor }: { nameFor: (what: string, day: string) => string }) {
  const form = Form.useFormInstance<Values>();
  const teams = useTeamOptions();
  const teamId = Form.useWatch('teamId', form);
  const on = Form.useWatch('on', form);
  const team = teams.find(({ value }) => value === teamId)?.label;
  useProposal('name', team && on ? nameFor(team, on) : undefined);
  return null;
}
