import { useState, type ReactNode } from 'react';
import type { AuthAnswer } from '#session/auth.tsx';
import styles from '#session/SignIn.module.css';

type Props = {
  /** Faults of the fields, by name; the form is sent when there is none. */
  faulty: (values: Record<string, string>) => boolean;
  send: (values: Record<string, string>) => Promise<AuthAnswer>;
  onAnswer: (answer: AuthAnswer) => void;
  said: string | undefined;
  button: string;
  children: (told: boolean) => ReactNode;
};

/** One step of signing in: fields, one button, and what the server said. */
export function StepForm({ faulty, send, onAnswer, said, button, children }: Props) {
  const [told, setTold] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const values = Object.fromEntries(
      [...new FormData(form)].map(([name, text]) => [name, typeof text === 'string' ? text : '']),
    );
    setTold(true);
    if (faulty(values)) return form.querySelector<HTMLElement>('[aria-invalid=true], input')?.focus();
    setBusy(true);
    const answer = await send(values);
    setBusy(false);
    return onAnswer(answer);
  };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {said && (
        <div role="alert" className={styles.told}>
          {said}
        </div>
      )}
      {children(told)}
      <button type="submit" className={styles.enter} disabled={busy} aria-busy={busy}>
        {button}
      </button>
    </form>
  );
}
