import { useState } from 'react';
import { signIn, type AuthAnswer } from '#session/auth.tsx';
import { Field } from '#session/Field.tsx';
import { sessionMessages } from '#session/session.messages.ts';
import { emailFault } from '#session/sign-in-faults.ts';
import { StepForm } from '#session/StepForm.tsx';
import { useMessages } from '#ui/lang.tsx';

type Props = { said: string | undefined; onIn: () => void; onSecondFactor: () => void };

export function PasswordStep({ said, onIn, onSecondFactor }: Props) {
  const m = useMessages(sessionMessages);
  const [answer, setAnswer] = useState<AuthAnswer>();
  const words: Partial<Record<AuthAnswer, string>> = { ...m, wrong: m.wrongPassword };
  const next = (given: AuthAnswer) => {
    if (given === 'in') onIn();
    else if (given === 'secondFactor') onSecondFactor();
    else setAnswer(given);
  };
  return (
    <StepForm
      said={answer ? words[answer] : said}
      button={m.enter}
      faulty={({ email = '', password = '' }) => emailFault(email) !== undefined || password === ''}
      send={({ email = '', password = '' }) => signIn(email.trim(), password)}
      onAnswer={next}
    >
      {(told) => (
        <>
          <Field
            name="email"
            type="email"
            label={m.email}
            autoComplete="username"
            told={told}
            focused
            fault={(text) => {
              const fault = emailFault(text);
              return fault && m[fault];
            }}
          />
          <Field
            name="password"
            type="password"
            label={m.password}
            autoComplete="current-password"
            maxLength={128}
            told={told}
            fault={(text) => (text === '' ? m.passwordNeeded : undefined)}
          />
        </>
      )}
    </StepForm>
  );
}
