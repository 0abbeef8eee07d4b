import { ArrowDownOutlined, ArrowUpOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { customNouns, labelOf, type CustomNoun, type Field } from '#fields/field.ts';
import { fieldMessages } from '#fields/fields.messages.ts';
import { fieldClient, fields } from '#fields/fields.queries.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#fields/FieldsPage.module.css';

const FieldForm = onDemand(async () => (await import('#fields/FieldForm.tsx')).FieldForm);

/** Settings: what this company records beside the built-in fields. */
export function FieldsPage() {
  useFetchSoon(FieldForm);
  const m = useMessages(fieldMessages);
  const queries = useQueryClient();
  const failures = useMessages(failureMessages);
  const [archived, setArchived] = useState(false);
  const [form, setForm] = useState<{ noun: CustomNoun; field?: Field }>();
  const query = useQuery(fields.list.queryOptions({ input: { archived } }));
  const refresh = () => queries.invalidateQueries({ queryKey: fields.key() });
  const change = async (...changed: Parameters<typeof fieldClient.update>[0][]) => {
    try {
      for (const one of changed) await fieldClient.update(one);
    } catch (refused) {
      toast(wordsOf(refused, failures), { tone: 'bad' });
    }
    await refresh();
  };
  return (
    <>
      <PageHeader
        title={m.title}
        facts={m.lead}
        acts={
          <Checkbox checked={archived} onChange={(event) => setArchived(event.target.checked)}>
            {m.showArchived}
          </Checkbox>
        }
      />
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      <div className={styles.nouns}>
        {customNouns.map((noun) => (
          <NounFields
            key={noun}
            noun={noun}
            rows={query.data?.rows.filter((field) => field.noun === noun) ?? []}
            onForm={(field) => setForm({ noun, field })}
            change={change}
          />
        ))}
      </div>
      {form && (
        <FieldForm
          {...form}
          onSaved={() => {
            toast(m.saved);
            void refresh();
          }}
          onClose={() => setForm(undefined)}
        />
      )}
    </>
  );
}

type NounProps = {
  noun: CustomNoun;
  rows: readonly Field[];
  onForm: (field?: Field) => void;
  change: (...changed: Parameters<typeof fieldClient.update>[0][]) => Promise<void>;
};

function NounFields({ noun, rows, onForm, change }: NounProps) {
  const m = useMessages(fieldMessages);
  const lang = useLang();
  const write = useCan()('field.write');
  const swap = (a: Field, b: Field) =>
    void change(
      { id: a.id, version: a.version, position: b.position },
      { id: b.id, version: b.version, position: a.position },
    );
  return (
    <SectionCard
      title={m.nouns[noun]}
      note={rows.length || undefined}
      acts={
        write && (
          <Button type="text" icon={<PlusOutlined />} onClick={() => onForm()}>
            {m.add}
          </Button>
        )
      }
    >
      {rows.length === 0 && <EmptyState compact title={m.empty} hint={m.emptyHint} />}
      <ul>
        {rows.map((field, at) => (
          <li key={field.id} className={styles.field}>
            <span className={styles.words}>
              <button type="button" disabled={!write} onClick={() => onForm(field)}>
                {labelOf(field, lang)}
              </button>
              <span className={styles.note}>
                {m.types[field.type]} · <code>{field.key}</code>
                {field.choices.length > 0 && ` · ${field.choices.join(' / ')}`}
              </span>
            </span>
            {field.archived && <Tag>{m.archived}</Tag>}
            {write && (
              <span className={styles.acts}>
                <Button
                  type="text"
                  aria-label={spoken(m.up, field.label)}
                  icon={<ArrowUpOutlined />}
                  disabled={at === 0}
                  onClick={() => swap(field, rows[at - 1]!)}
                />
                <Button
                  type="text"
                  aria-label={spoken(m.down, field.label)}
                  icon={<ArrowDownOutlined />}
                  disabled={at === rows.length - 1}
                  onClick={() => swap(field, rows[at + 1]!)}
                />
                <Button
                  type="text"
                  title={m.archivedNote}
                  onClick={() => void change({ id: field.id, version: field.version, archived: !field.archived })}
                >
                  {field.archived ? m.restore : m.archive}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
