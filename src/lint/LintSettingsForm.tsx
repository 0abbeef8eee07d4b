import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { RuleChange } from '#method/lint/company-lint.ts';
import { ruleDraft } from '#lint/rule-draft.ts';
import { FactList } from '#lint/FactList.tsx';
import type { LintSettings } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import { lintClient } from '#lint/lint.queries.tsx';
import styles from '#lint/LintSettings.module.css';
import { ShippedRule } from '#lint/ShippedRule.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import { toast } from '#ui/toast.tsx';

/** The form of rules and its proofreading weigh more than the rest of the page. */
const OwnRule = onDemand(async () => (await import('#lint/OwnRule.tsx')).OwnRule, <SkeletonLines lines={6} />);

type Draft = { changed: { [rule: string]: RuleChange }; own: { key: number; text: string }[] };

export function LintSettingsForm({ settings }: { settings: LintSettings }) {
  const m = useMessages(lintMessages);
  const write = useCan()('playbook.write');
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>({
    changed: settings.changed,
    own: settings.own.map(({ text }, key) => ({ key, text })),
  });
  const [dirty, setDirty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const put = (next: Draft) => {
    setDraft(next);
    setDirty(true);
  };
  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const own = draft.own.map(({ text }) => text);
      await lintClient.change({ version: settings.version, changed: draft.changed, own });
      toast(m.saved);
      // Every deal may be judged otherwise now.
      await queries.invalidateQueries();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  const nextKey = Math.max(-1, ...draft.own.map(({ key }) => key)) + 1;
  return (
    <div className={styles.page}>
      {!write && <p className={styles.soft}>{m.readOnly}</p>}
      <SectionCard flush title={m.shippedTitle} note={settings.shipped.length}>
        <ul className={styles.rules}>
          {settings.shipped.map((rule) => (
            <ShippedRule
              key={rule.id}
              rule={rule}
              change={draft.changed[rule.id] ?? {}}
              readOnly={!write}
              onChange={(change) => {
                const { [rule.id]: _, ...others } = draft.changed;
                const same = Object.values(change).every((value) => value === undefined);
                put({ ...draft, changed: same ? others : { ...others, [rule.id]: change } });
              }}
            />
          ))}
        </ul>
      </SectionCard>
      <SectionCard
        title={m.ownTitle}
        note={draft.own.length}
        acts={
          write && (
            <Button
              size="small"
              onClick={() => put({ ...draft, own: [...draft.own, { key: nextKey, text: ruleDraft(nextKey + 1) }] })}
            >
              {m.ownAdd}
            </Button>
          )
        }
      >
        {draft.own.length === 0 && <p className={styles.soft}>{m.ownNone}</p>}
        {draft.own.map(({ key, text }, at) => (
          <OwnRule
            key={key}
            label={m.ownLabel(at + 1)}
            text={text}
            readOnly={!write}
            onChange={(next) =>
              put({ ...draft, own: draft.own.map((one) => (one.key === key ? { key, text: next } : one)) })
            }
            onRemove={() => put({ ...draft, own: draft.own.filter((one) => one.key !== key) })}
          />
        ))}
      </SectionCard>
      {write && (
        <div className={styles.acts}>
          <Button type="primary" loading={busy} disabled={!dirty} onClick={() => void save()}>
            {m.save}
          </Button>
          {dirty && <span className={styles.soft}>{m.unsaved}</span>}
        </div>
      )}
      <RefusalAlert error={error} />
      <FactList facts={settings.facts} />
    </div>
  );
}
