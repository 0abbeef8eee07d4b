import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { renewBackupCodes, startSecondFactor, stopSecondFactor, type Enrolment } from '#session/me/account-calls.tsx';
import { AskPassword } from '#session/me/AskPassword.tsx';
import { BackupCodes } from '#session/me/BackupCodes.tsx';
import { EnrolStep } from '#session/me/EnrolStep.tsx';
import { meMessages } from '#session/me/me.messages.ts';
import { sessionKeys, sessionsQuery } from '#session/me/session-keys.tsx';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#session/me/Me.module.css';

type Step =
  | { at: 'rest' }
  | { at: 'password'; act: 'enable' | 'disable' | 'renew' }
  | { at: 'scan'; enrolment: Enrolment }
  | { at: 'codes'; codes: string[] };

/** Off → password → scan and confirm → backup codes → on; and back. */
export function SecondFactorCard() {
  const m = useMessages(meMessages);
  const queries = useQueryClient();
  const { data } = useQuery(sessionsQuery);
  const [step, setStep] = useState<Step>({ at: 'rest' });
  const on = data?.secondFactor === true;
  const rest = () => setStep({ at: 'rest' });
  const changed = () => void queries.invalidateQueries({ queryKey: sessionKeys });
  const confirmed = async (act: 'enable' | 'disable' | 'renew', password: string) => {
    if (act === 'enable') {
      const { data: enrolment, failure } = await startSecondFactor(password);
      if (enrolment) setStep({ at: 'scan', enrolment });
      return failure;
    }
    if (act === 'renew') {
      const { data: renewed, failure } = await renewBackupCodes(password);
      if (renewed) setStep({ at: 'codes', codes: renewed.backupCodes });
      return failure;
    }
    const { failure } = await stopSecondFactor(password);
    if (!failure) {
      toast(m.disabled);
      changed();
      rest();
    }
    return failure;
  };
  return (
    <SectionCard title={m.second} note={data && <Tag tone={on ? 'good' : 'calm'}>{on ? m.secondOn : m.secondOff}</Tag>}>
      {step.at === 'rest' && (
        <>
          <p className={styles.hint}>{m.secondHint}</p>
          <div className={styles.acts}>
            {!on && (
              <Button type="primary" disabled={!data} onClick={() => setStep({ at: 'password', act: 'enable' })}>
                {m.enable}
              </Button>
            )}
            {on && <Button onClick={() => setStep({ at: 'password', act: 'renew' })}>{m.renewCodes}</Button>}
            {on && (
              <Button danger onClick={() => setStep({ at: 'password', act: 'disable' })}>
                {m.disable}
              </Button>
            )}
          </div>
        </>
      )}
      {step.at === 'password' && (
        <AskPassword onPassword={(password) => confirmed(step.act, password)} onCancel={rest} />
      )}
      {step.at === 'scan' && (
        <EnrolStep
          totpUri={step.enrolment.totpURI}
          onCancel={rest}
          onConfirmed={() => {
            toast(m.enabled);
            changed();
            setStep({ at: 'codes', codes: step.enrolment.backupCodes });
          }}
        />
      )}
      {step.at === 'codes' && <BackupCodes codes={step.codes} onDone={rest} />}
    </SectionCard>
  );
}
