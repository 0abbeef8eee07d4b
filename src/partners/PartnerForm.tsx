import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { AutoComplete, Checkbox, Form, Input, Segmented, Select } from 'antd';
import { useDeferredValue } from 'react';
import { provinces } from '#accounts/account-lists.ts';
import { creditCodeFault, normalCreditCode } from '#accounts/credit-code.ts';
import { partnerKinds, type Partner, type PartnerFields } from '#partners/partner.ts';
import { partnerKindWords, partnerStateWords } from '#partners/partner-words.ts';
import { partnerMessages } from '#partners/partners.messages.ts';
import { partnerClient, partners } from '#partners/partners.queries.tsx';
import styles from '#partners/Partners.module.css';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { DayPicker } from '#ui/DayPicker.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useSession } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

type Values = PartnerFields & { state?: 'prospect' | 'active'; ownerId?: string; confirm?: boolean };
type Props = { partner?: Partner; onClose: () => void };

const cleared = ['creditCode', 'province', 'city', 'contractFrom', 'contractUntil', 'note'] as const;

/** A partner, new or changed; a name and a kind are enough. */
export function PartnerForm({ partner, onClose }: Props) {
  const m = useMessages(partnerMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { user } = useSession();
  const words = m.form;
  const save = async ({ state, confirm = false, ...values }: Values, version: number | undefined) => {
    const emptied = Object.fromEntries(cleared.map((field) => [field, values[field] || null]));
    const fields = { ...values, ...emptied };
    const kept = partner
      ? await partnerClient.update({ ...fields, id: partner.id, version: version! })
      : await partnerClient.create({ ...fields, state: state ?? 'prospect', confirm });
    await queries.invalidateQueries({ queryKey: partners.key() });
    toast(partner ? m.saved : m.created(kept.name));
    if (!partner) void navigate({ to: `/partners/${kept.id}` });
  };
  const latest = async () => {
    const now = await queries.fetchQuery({
      ...partners.show.queryOptions({ input: { id: partner?.id ?? '' } }),
      staleTime: 0,
    });
    return { version: now.version, values: valuesOf(now) };
  };
  return (
    <FormDrawer<Values>
      open
      title={partner ? m.edit : m.add}
      initial={partner ? valuesOf(partner) : { kind: 'dealer', state: 'prospect', ownerId: user.id }}
      {...(partner && { version: partner.version, latest })}
      save={save}
      fields={{
        name: { label: words.name },
        note: { label: words.note },
        creditCode: { label: words.creditCode },
        contractUntil: { label: words.contractUntil },
      }}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={words.name}
        rules={[{ required: true, whitespace: true, min: 2, message: words.nameNeeded }]}
      >
        <Input maxLength={200} placeholder={words.nameHint} />
      </Form.Item>
      <Duplicates except={partner?.id} />
      <div className={styles.halves}>
        <Form.Item name="kind" label={words.kind} rules={[{ required: true, message: words.kindNeeded }]}>
          <Select options={partnerKinds.map((value) => ({ value, label: partnerKindWords[value][lang] }))} />
        </Form.Item>
        {!partner && (
          <Form.Item name="state" label={words.state}>
            <Segmented
              block
              aria-label={words.state}
              options={(['prospect', 'active'] as const).map((value) => ({
                value,
                label: partnerStateWords[value][lang],
              }))}
            />
          </Form.Item>
        )}
      </div>
      <Form.Item
        name="creditCode"
        label={words.creditCode}
        rules={[
          {
            validator: async (_, code?: string) => {
              const fault = code?.trim() ? creditCodeFault(normalCreditCode(code)) : null;
              if (fault) throw new Error(fault[lang]);
            },
          },
        ]}
      >
        <Input maxLength={24} spellCheck={false} />
      </Form.Item>
      <div className={styles.halves}>
        <Form.Item name="province" label={words.province}>
          <AutoComplete
            allowClear
            showSearch={{
              filterOption: (input, option) => typeof option?.value === 'string' && option.value.includes(input),
            }}
            options={provinces.map((value) => ({ value }))}
          />
        </Form.Item>
        <Form.Item name="city" label={words.city}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="contractFrom" label={words.contractFrom}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="contractUntil" label={words.contractUntil}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item name="ownerId" label={words.owner}>
        <PersonPicker known={partner ? { id: partner.ownerId, name: partner.ownerName } : user} />
      </Form.Item>
      <Form.Item name="note" label={words.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} placeholder={words.noteHint} />
      </Form.Item>
    </FormDrawer>
  );
}

function valuesOf({ name, kind, ownerId, ...partner }: Partner): Values {
  const rest = Object.fromEntries(cleared.map((field) => [field, partner[field] ?? undefined]));
  return { ...rest, name, kind, ownerId };
}

/** 查重 while one types. */
function Duplicates({ except }: { except?: string | undefined }) {
  const { form: m } = useMessages(partnerMessages);
  const lang = useLang();
  const form = Form.useFormInstance<Values>();
  const typed = useDeferredValue(Form.useWatch('name', form)?.trim()) || undefined;
  const code = useDeferredValue(Form.useWatch('creditCode', form)?.trim()) || undefined;
  const { data } = useQuery({
    ...partners.duplicates.queryOptions({ input: { name: typed, creditCode: code, exceptId: except } }),
    enabled: (typed?.length ?? 0) >= 2 || code !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  const candidates = typed || code ? (data?.candidates ?? []) : [];
  if (candidates.length === 0) return null;
  return (
    <Notice title={m.duplicate(candidates.length)}>
      <ul>
        {candidates.map(({ id, name, ownerName, why }) => (
          <li key={id}>
            <Link to={`/partners/${id}`} target="_blank">
              {name}
            </Link>
            <span>
              {why.map((one) => m.why[one]).join(lang === 'zh' ? '、' : ', ')} · {m.lookedAfter(ownerName)}
            </span>
          </li>
        ))}
      </ul>
      {!except && !candidates.some(({ why }) => why.includes('code')) && (
        <Form.Item name="confirm" valuePropName="checked" noStyle>
          <Checkbox>{m.confirm}</Checkbox>
        </Form.Item>
      )}
    </Notice>
  );
}
