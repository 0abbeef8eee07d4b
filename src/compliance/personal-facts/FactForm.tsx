import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { proposedPurpose } from '#compliance/personal-facts/decide-fact.ts';
import {
  classOf,
  forbiddenKinds,
  keptKindNames,
  keptKinds,
  type KeptKind,
} from '#compliance/personal-facts/fact-kind.ts';
import { fieldsFrom, type FactValues } from '#compliance/personal-facts/fact-values.ts';
import { ConsentFields, GroundFields } from '#compliance/personal-facts/GroundFields.tsx';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFactClient, personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import type { PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';
import { timeline } from '#timeline/Timeline.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useProposal } from '#ui/form/useProposal.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { contactId: string; policy: PrivacyPolicy; onClose: () => void };

/** A fact about somebody: what, from where, on what ground, for what; a sensitive one asks for her consent and a reason. */
export function FactForm({ contactId, policy, onClose }: Props) {
  const { form: m, saved } = useMessages(personalFactMessages);
  const queries = useQueryClient();
  const save = async (values: FactValues) => {
    await personalFactClient.record({ contactId, ...fieldsFrom(values) });
    await Promise.all([
      queries.invalidateQueries({ queryKey: personalFacts.key() }),
      queries.invalidateQueries({ queryKey: timeline.key() }),
    ]);
    toast(saved);
  };
  return (
    <FormDrawer<FactValues>
      open
      title={m.title}
      initial={{ basis: 'public' }}
      save={save}
      saveLabel={m.save}
      onClose={onClose}
    >
      <KindField policy={policy} />
      <ValueField />
      <Form.Item
        name="source"
        label={m.source}
        rules={[{ required: true, min: 2, whitespace: true, message: m.sourceNeeded }]}
      >
        <Input maxLength={200} placeholder={m.sourceHint} />
      </Form.Item>
      <GroundFields policy={policy} />
      <ConsentFields />
    </FormDrawer>
  );
}

/** Kinds that may be kept; what is off or never kept stands there too, so that nobody looks for it elsewhere. */
function KindField({ policy }: { policy: PrivacyPolicy }) {
  const { form: m } = useMessages(personalFactMessages);
  const lang = useLang();
  const form = Form.useFormInstance<FactValues>();
  const kind = Form.useWatch('kind', form) as KeptKind | undefined;
  useProposal('purpose', kind && proposedPurpose(kind, policy));
  const on = keptKindNames.filter((name) => policy.kinds[name].on);
  const off = keptKindNames.filter((name) => !policy.kinds[name].on);
  const option = (value: KeptKind) => ({ value, label: keptKinds[value][lang] });
  const never = Object.entries(forbiddenKinds).map(([value, words]) => ({ value, label: words[lang], disabled: true }));
  return (
    <Form.Item
      name="kind"
      label={m.kind}
      extra={kind && classOf(kind) === 'sensitive' ? m.sensitive : undefined}
      rules={[{ required: true, message: m.kindNeeded }]}
    >
      <Select<KeptKind>
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(chosen) => {
          if (classOf(chosen) === 'sensitive') form.setFieldValue('basis', 'consent');
        }}
        options={[
          ...on.map(option),
          ...(off.length > 0
            ? [{ label: m.off, options: off.map((name) => ({ ...option(name), disabled: true })) }]
            : []),
          { label: m.forbidden, options: never },
        ]}
      />
    </Form.Item>
  );
}

function ValueField() {
  const { form: m } = useMessages(personalFactMessages);
  const lang = useLang();
  const kind = Form.useWatch('kind', Form.useFormInstance<FactValues>()) as KeptKind | undefined;
  return (
    <Form.Item name="value" label={m.value} rules={[{ required: true, whitespace: true, message: m.valueNeeded }]}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={500}
        placeholder={kind && keptKinds[kind].hint[lang]}
      />
    </Form.Item>
  );
}
