import { Form } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Chips } from '#deals/Chips.tsx';
import { contacts } from '#deals/deals.queries.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useCan } from '#ui/session.tsx';

/** The people known at the account, one tap each; the form takes name, title and who it is. */
export function ContactChoice({ accountId, taken }: { accountId: string; taken: readonly string[] }) {
  const m = useMessages(factMessages);
  const can = useCan();
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>('id', form);
  const { data } = useQuery({
    ...contacts.list.queryOptions({ input: { accountId, limit: 50, sort: 'name' } }),
    enabled: can('contact.read'),
  });
  const rows = (data?.rows ?? []).filter(({ id, name }) => !taken.includes(id) && !taken.includes(name));
  if (rows.length === 0) return null;
  return (
    <Form.Item label={m.fromContacts} extra={m.orTyped}>
      <Chips
        label={m.fromContacts}
        value={chosen}
        chips={rows.map(({ id, name, title }) => ({ value: id, label: title ? `${name} · ${title}` : name }))}
        onChoose={(id) => {
          const contact = rows.find((row) => row.id === id);
          if (contact) form.setFieldsValue({ id, name: contact.name, title: contact.title ?? undefined });
        }}
      />
    </Form.Item>
  );
}
