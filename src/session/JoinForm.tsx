import { useState } from 'react';
import { signIn, type AuthAnswer } from '#session/auth.tsx';
import { Field } from '#session/Field.tsx';
import { invitationMessages } from '#session/invitation.messages.ts';
import { passwordFault } from '#session/password.ts';
import { sessionMessages } from '#session/session.messages.ts';
import { StepForm } from '#session/StepForm.tsx';
import { joinContract } from '#team/invitations/join.contract.ts';
import { clientFor } from '#ui/client.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import styles from '#session/SignIn.module.css';

const joinClient = clientFor(joinContract);

type Invitation = { kind: 'join' | 'reset'; name: string; email: string; known: boolean };
type Props = { invitation: Invitation; token: string; onIn: () => void; onSecondFactor: () => void };

/** A password, new or known; then the ordinary sign-in with it. */
export function JoinForm({ invitation, token, onIn, onSecondFactor }: Props) {
  const m = useMessages(invitationMessages);
  const words = useMessages(sessionMessages);
  const lang = useLang();
  const { kind, name, email, known } = invitation;
  const [refused, setRefused] = useState<unknown>();
  const [answer, setAnswer] = useState<AuthAnswer>();
  const [accepted, setAccepted] = useState(false);
  const fault = (password: string) => {
    if (password === '') return m.passwordNeeded;
    return known ? undefined : passwordFault(password, [email, name])?.[lang];
  };
  const send = async (password: string): Promise<AuthAnswer> => {
    setRefused(undefined);
    try {
      // The link works once; a second try after a failed sign-in only signs in.
      if (!accepted) await joinClient.accept({ token, password });
      setAccepted(true);
    } catch (error) {
      setRefused(error);
      return 'wrong';
    }
    return signIn(email, password);
  };
  const next = (given: AuthAnswer) => {
    if (given === 'in') onIn();
    else if (given === 'secondFactor') onSecondFactor();
    else setAnswer(accepted ? given : undefined);
  };
  const said: Partial<Record<AuthAnswer, string>> = { ...words, wrong: words.wrongPassword };
  return (
    <StepForm
      said={answer && !refused ? said[answer] : undefined}
      button={kind === 'join' ? m.join : m.reset}
      faulty={({ password = '' }) => fault(password) !== undefined}
      send={({ password = '' }) => send(password)}
      onAnswer={next}
    >
      {(told) => (
        <>
          <RefusalAlert error={refused} issues />
          <div className={styles.field}>
            <span>{m.email}</span>
            <strong>{email}</strong>
            <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
          </div>
          <Field
            name="password"
            type="password"
            label={known ? m.password : m.newPassword}
            autoComplete={known ? 'current-password' : 'new-password'}
            maxLength={128}
            told={told}
            focused
            fault={fault}
          />
          <p className={styles.hint} style={{ textAlign: 'start', margin: '-8px 0 0', fontSize: 13 }}>
            {known ? m.knownHint : m.newHint}
          </p>
        </>
      )}
    </StepForm>
  );
}
