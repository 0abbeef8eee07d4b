import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Segmented, Select } from 'antd';
import { AccountPicker } from '#accounts/AccountPicker.tsx';
import { RecordPicker } from '#deals/RecordPicker.tsx';
import { partners, tieClient, ties } from '#partners/partners.queries.tsx';
import {
  strengths,
  tieKinds,
  tieKindWords,
  tieStrengthWords,
  tieTargets,
  tieTargetWords,
  type PersonFields,
  type TieFields,
} from '#partners/ties/partner-tie.ts';
import { tieMessages } from '#partners/ties/ties.messages.ts';
import styles from '#partners/Partners.module.css';
import { contactClient } from '#people/contacts.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { partnerId: string; onClose: () => void };

function useSaved() {
  const m = useMessages(tieMessages);
  const queries = useQueryClient();
  return async () => {
    toast(m.saved);
    await Promise.all([ties.key(), partners.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}

const findContacts = async (search: string) =>
  (await contactClient.list({ search: search || undefined, sort: 'name', limit: 20 })).rows.map((row) => ({
    id: row.id,
    name: row.name,
    note: row.accountName,
  }));

const needed = (message: string) => [{ required: true, message }];

/** A tie of a partner: to whom, how close, where we know it from. */
export function TieForm({ partnerId, onClose }: Props) {
  const m = useMessages(tieMessages);
  const lang = useLang();
  const done = useSaved();
  return (
    <FormDrawer<TieFields>
      open
      title={m.addTie}
      initial={{ target: 'contact', strength: 2, kind: 'business' }}
      save={async (values) => {
        await tieClient.addTie({ ...values, id: partnerId, note: values.note || null });
        await done();
      }}
      onClose={onClose}
    >
      <Form.Item name="target" label={m.target}>
        <Segmented
          block
          aria-label={m.target}
          options={tieTargets.map((value) => ({ value, label: tieTargetWords[value][lang] }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['target', 'kind']}>
        {({ getFieldValue, setFieldValue }) => {
          const target = getFieldValue('target') as TieFields['target'];
          const kinds: readonly TieFields['kind'][] = tieKinds[target];
          const kind = getFieldValue('kind') as TieFields['kind'];
          if (!kinds.includes(kind)) queueMicrotask(() => setFieldValue('kind', kinds[0]));
          return (
            <>
              {target === 'contact' && (
                <Form.Item name="contactId" label={m.contact} rules={needed(m.contactNeeded)}>
                  <RecordPicker name="tie-contacts" find={findContacts} nothing={m.nothing} />
                </Form.Item>
              )}
              {target === 'account' && (
                <Form.Item name="accountId" label={m.account} rules={needed(m.accountNeeded)}>
                  <AccountPicker placeholder={m.account} />
                </Form.Item>
              )}
              {target === 'rival' && (
                <Form.Item name="rival" label={m.rival} rules={needed(m.rivalNeeded)}>
                  <Input maxLength={100} placeholder={m.rivalHint} />
                </Form.Item>
              )}
              <div className={styles.halves}>
                <Form.Item name="kind" label={m.kind}>
                  <Select options={kinds.map((value) => ({ value, label: tieKindWords[value][lang] }))} />
                </Form.Item>
                <Form.Item name="strength" label={m.strength}>
                  <Segmented
                    block
                    aria-label={m.strength}
                    options={strengths.map((value) => ({ value, label: tieStrengthWords[value][lang] }))}
                  />
                </Form.Item>
              </div>
              {kind === 'relative' && <Notice title={m.declare}>{m.relativeHint}</Notice>}
            </>
          );
        }}
      </Form.Item>
      <Form.Item
        name="source"
        label={m.source}
        rules={[{ required: true, whitespace: true, min: 2, message: m.sourceNeeded }]}
      >
        <Input maxLength={300} placeholder={m.sourceHint} />
      </Form.Item>
      <Form.Item name="note" label={m.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 4 }} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

/** A person of the partner's. */
export function PersonForm({ partnerId, onClose }: Props) {
  const m = useMessages(tieMessages);
  const done = useSaved();
  return (
    <FormDrawer<PersonFields>
      open
      title={m.addPerson}
      initial={{}}
      save={async (values) => {
        await tieClient.addPerson({ ...values, id: partnerId });
        await done();
      }}
      onClose={onClose}
    >
      <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
        <Input maxLength={60} />
      </Form.Item>
      <div className={styles.halves}>
        <Form.Item name="title" label={m.jobTitle}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="phone" label={m.phone}>
          <Input maxLength={60} inputMode="tel" />
        </Form.Item>
      </div>
      <Form.Item name="contactId" label={m.isContact} extra={m.isContactHint}>
        <RecordPicker name="tie-contacts" find={findContacts} nothing={m.nothing} />
      </Form.Item>
    </FormDrawer>
  );
}
