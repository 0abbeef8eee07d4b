import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { returnPath } from '#session/return-path.ts';
import { PasswordStep } from '#session/PasswordStep.tsx';
import { SecondFactorStep } from '#session/SecondFactorStep.tsx';
import { sessionMessages } from '#session/session.messages.ts';
import { setLang, useLang, useMessages } from '#ui/lang.tsx';
import { Mark } from '#ui/shell/Mark.tsx';
import styles from '#session/SignIn.module.css';

/** Email and password, then the second factor when the person has one, then the page she came for. */
export function SignInPage() {
  const m = useMessages(sessionMessages);
  const lang = useLang();
  const [step, setStep] = useState<'password' | 'second' | 'expired'>('password');
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const navigate = useNavigate();
  const enter = () => void navigate({ href: returnPath(search['return']), replace: true });
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.head}>
          <Mark size={44} />
          <h1>{step === 'second' ? m.secondTitle : m.title}</h1>
          {step !== 'second' && <p>{m.lead}</p>}
        </header>
        {step === 'second' ? (
          <SecondFactorStep onIn={enter} onBack={() => setStep('password')} onExpired={() => setStep('expired')} />
        ) : (
          <PasswordStep
            said={step === 'expired' ? m.expired : undefined}
            onIn={enter}
            onSecondFactor={() => setStep('second')}
          />
        )}
      </div>
      <button type="button" className={styles.quiet} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
        {m.language}
      </button>
    </main>
  );
}
