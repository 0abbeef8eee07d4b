import { Checkbox, Form, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { StakeholderFact } from '#method/fact-source.ts';
import {
  buyingRoles,
  changeAttitudes,
  communicationStyles,
  personFunctions,
  personLevels,
  relationships,
} from '#method/scales.ts';
import { ContactChoice } from '#deals/facts/ContactChoice.tsx';
import { Chips } from '#deals/Chips.tsx';
import { ChoiceField, ChoicesField } from '#deals/ChoiceField.tsx';
import { dealQuery } from '#deals/deals.queries.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { keyOfPerson, withPerson, type PersonFields } from '#deals/facts/person-words.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { StanceMark } from '#ui/StanceMark.tsx';
import { toast } from '#ui/toast.tsx';
import type { Stance } from '#ui/theme/palette.ts';

const stances: readonly Stance[] = [-2, -1, 0, 1, 2];

/** A person on this deal: who, in which part, and how near to us. Everything but the name may stay unknown. */
export function PersonDrawer({ person, onClose }: { person?: StakeholderFact; onClose: () => void }) {
  const m = useMessages(factMessages);
  const queries = useQueryClient();
  const { view, commands } = useDeal();
  const { deal } = view.page;
  const people = deal.facts.lists.stakeholders ?? [];
  const key = person && keyOfPerson(person);
  const latest = async () => {
    const now = await queries.fetchQuery({ ...dealQuery(deal.id), staleTime: 0 });
    const same = now.deal.facts.lists.stakeholders?.find((one) => keyOfPerson(one) === key);
    return { version: now.deal.version, values: (same ?? {}) as Partial<PersonFields> };
  };
  return (
    <FormDrawer<PersonFields>
      open
      title={person ? m.editPerson(person.name) : m.addPerson}
      initial={person ?? {}}
      save={async (values) => {
        const next = withPerson(people, { ...person, ...values, name: values.name.trim() }, key);
        await commands.recordFacts({ lists: { stakeholders: next } });
        toast(m.savedPerson(values.name));
      }}
      latest={latest}
      fields={{ name: { label: m.personName }, title: { label: m.personTitle }, roles: { label: m.roles } }}
      onClose={onClose}
    >
      {!person && deal.accountId && <ContactChoice accountId={deal.accountId} taken={people.map(keyOfPerson)} />}
      <Form.Item name="id" hidden>
        <Input />
      </Form.Item>
      <Form.Item
        name="name"
        label={m.personName}
        rules={[
          { required: true, whitespace: true, message: m.nameNeeded },
          {
            validator: (_rule, name: string) =>
              people.some((one) => one.name === name?.trim() && keyOfPerson(one) !== key)
                ? Promise.reject(new Error(m.duplicateName))
                : Promise.resolve(),
          },
        ]}
      >
        <Input maxLength={60} placeholder={m.personNameHint} />
      </Form.Item>
      <Form.Item name="title" label={m.personTitle}>
        <Input maxLength={60} placeholder={m.personTitleHint} />
      </Form.Item>
      <Form.Item name="roles" label={m.roles}>
        <ChoicesField label={m.roles} words={buyingRoles} />
      </Form.Item>
      <Form.Item name="stance" label={m.stance}>
        <StanceField label={m.stance} />
      </Form.Item>
      <Form.Item name="relationship" label={m.relationship}>
        <ChoiceField label={m.relationship} words={relationships} />
      </Form.Item>
      <Form.Item name="contactDegree" label={m.contactDegree}>
        <DegreeField label={m.contactDegree} words={m.contactDegrees} />
      </Form.Item>
      <Form.Item name="function" label={m.function}>
        <ChoiceField label={m.function} words={personFunctions} />
      </Form.Item>
      <Form.Item name="level" label={m.level}>
        <ChoiceField label={m.level} words={personLevels} />
      </Form.Item>
      <Form.Item name="style" label={m.style}>
        <ChoiceField label={m.style} words={communicationStyles} />
      </Form.Item>
      <Form.Item name="attitude" label={m.attitude}>
        <ChoiceField label={m.attitude} words={changeAttitudes} />
      </Form.Item>
      <Form.Item name="faction" label={m.faction}>
        <Input maxLength={40} placeholder={m.factionHint} />
      </Form.Item>
      <Form.Item name="key" valuePropName="checked" help={m.keyHint}>
        <Checkbox>{m.key}</Checkbox>
      </Form.Item>
      <Form.Item name="coach" valuePropName="checked" help={m.coachHint}>
        <Checkbox>{m.coach}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

type NumberField = { label: string; value?: number; onChange?: (value: number | undefined) => void };

function StanceField({ label, value, onChange }: NumberField) {
  return (
    <Chips
      label={label}
      value={value === undefined ? undefined : String(value)}
      chips={stances.map((stance) => ({ value: String(stance), label: <StanceMark stance={stance} /> }))}
      onChoose={(key) => onChange?.(Number(key) === value ? undefined : Number(key))}
    />
  );
}

function DegreeField({ label, words, value, onChange }: NumberField & { words: readonly string[] }) {
  return (
    <Chips
      label={label}
      value={value === undefined ? undefined : String(value)}
      chips={words.map((word, degree) => ({ value: String(degree), label: word }))}
      onChoose={(key) => onChange?.(Number(key) === value ? undefined : Number(key))}
    />
  );
}
