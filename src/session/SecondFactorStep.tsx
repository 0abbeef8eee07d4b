import { useState } from 'react';
import { verifyBackupCode, verifyTotp, type AuthAnswer } from '#session/auth.tsx';
import { Field } from '#session/Field.tsx';
import { sessionMessages } from '#session/session.messages.ts';
import { totpFault } from '#session/sign-in-faults.ts';
import { StepForm } from '#session/StepForm.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#session/SignIn.module.css';

type Props = { onIn: () => void; onBack: () => void; onExpired: () => void };

/** The code of the authenticator, or one of the backup codes. */
export function SecondFactorStep({ onIn, onBack, onExpired }: Props) {
  const m = useMessages(sessionMessages);
  const [way, setWay] = useState<'totp' | 'backup'>('totp');
  const [answer, setAnswer] = useState<AuthAnswer>();
  const words: Partial<Record<AuthAnswer, string>> = { ...m, wrong: way === 'totp' ? m.wrongCode : m.wrongBackup };
  const fault = (code: string) => {
    if (way === 'totp') return totpFault(code) && m.totpShape;
    return code.trim() === '' ? m.backupNeeded : undefined;
  };
  const next = (given: AuthAnswer) => {
    if (given === 'in') onIn();
    else if (given === 'expired') onExpired();
    else setAnswer(given);
  };
  return (
    <>
      <p className={styles.hint}>{way === 'totp' ? m.totpHint : m.backupHint}</p>
      <StepForm
        key={way}
        said={answer && words[answer]}
        button={m.verify}
        faulty={({ code = '' }) => fault(code) !== undefined}
        send={({ code = '', trust }) =>
          (way === 'totp' ? verifyTotp : verifyBackupCode)(code.replaceAll(/\s/g, ''), trust === 'on')
        }
        onAnswer={next}
      >
        {(told) => (
          <>
            <Field
              name="code"
              label={way === 'totp' ? m.totp : m.backup}
              autoComplete={way === 'totp' ? 'one-time-code' : 'off'}
              inputMode={way === 'totp' ? 'numeric' : 'text'}
              className={way === 'totp' ? styles.code : undefined}
              spellCheck={false}
              told={told}
              fault={fault}
              focused
            />
            <label className={styles.trust}>
              <input type="checkbox" name="trust" />
              {m.trust}
            </label>
          </>
        )}
      </StepForm>
      <div className={styles.ways}>
        <button
          type="button"
          className={styles.quiet}
          onClick={() => {
            setWay(way === 'totp' ? 'backup' : 'totp');
            setAnswer(undefined);
          }}
        >
          {way === 'totp' ? m.useBackup : m.useTotp}
        </button>
        <button type="button" className={styles.quiet} onClick={onBack}>
          {m.back}
        </button>
      </div>
    </>
  );
}
