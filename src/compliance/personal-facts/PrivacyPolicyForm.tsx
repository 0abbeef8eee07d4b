import { useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { forbiddenKinds, keptKindNames, keptKinds } from '#compliance/personal-facts/fact-kind.ts';
import { KindRule } from '#compliance/personal-facts/KindRule.tsx';
import type { PrivacyPolicyView } from '#compliance/personal-facts/personal-facts.contract.ts';
import { personalFactMessages } from '#compliance/personal-facts/personal-facts.messages.ts';
import { personalFactClient, personalFacts } from '#compliance/personal-facts/personal-facts.queries.tsx';
import styles from '#compliance/personal-facts/PersonalFacts.module.css';
import type { PrivacyPolicy } from '#compliance/personal-facts/privacy-policy.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

export function PrivacyPolicyForm({ view }: { view: PrivacyPolicyView }) {
  const { settings: m } = useMessages(personalFactMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const write = useCan()('company.write');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async (policy: PrivacyPolicy) => {
    setBusy(true);
    setError(undefined);
    try {
      // Set on a page of its own.
      const { reviewAfterDays } = view.policy;
      await personalFactClient.changePolicy({ version: view.version, policy: { ...policy, reviewAfterDays } });
      toast(m.saved);
      await queries.invalidateQueries({ queryKey: personalFacts.key() });
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <Form<PrivacyPolicy>
      layout="vertical"
      requiredMark={false}
      disabled={!write}
      initialValues={view.policy}
      scrollToFirstError={{ focus: true, block: 'center' }}
      onFinish={(values) => void save(values)}
      className={styles.page}
    >
      {!write && <p className={styles.soft}>{m.readOnly}</p>}
      <SectionCard title={m.sensitive} note={m.sensitiveNote}>
        <KindRules of="sensitive" />
      </SectionCard>
      <SectionCard title={m.ordinary}>
        <KindRules of="ordinary" />
      </SectionCard>
      <SectionCard title={m.forbidden} note={m.forbiddenNote}>
        <ul className={styles.never}>
          {Object.entries(forbiddenKinds).map(([kind, words]) => (
            <li key={kind}>
              {words[lang]}
              <p>{words.why[lang]}</p>
            </li>
          ))}
        </ul>
      </SectionCard>
      <RefusalAlert error={error} issues />
      {write && (
        <Button type="primary" htmlType="submit" loading={busy} style={{ justifySelf: 'start' }}>
          {m.save}
        </Button>
      )}
    </Form>
  );
}

function KindRules({ of }: { of: 'ordinary' | 'sensitive' }) {
  return (
    <div className={styles.kinds}>
      {keptKindNames
        .filter((kind) => keptKinds[kind].class === of)
        .map((kind) => (
          <KindRule key={kind} kind={kind} />
        ))}
    </div>
  );
}
