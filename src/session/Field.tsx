import { useId, useState, type InputHTMLAttributes } from 'react';
import styles from '#session/SignIn.module.css';

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  name: string;
  label: string;
  /** What is wrong with the present text, if anything; told after the first attempt or on leaving the field. */
  fault: (text: string) => string | undefined;
  /** The form was sent: faults of untouched fields are told too. */
  told: boolean;
  focused?: boolean;
};

/** A labelled field of the sign-in page. Plain HTML: this page loads before anything else does. */
export function Field({ label, fault, told, focused, ...input }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [left, setLeft] = useState(false);
  const wrong = told || (left && text !== '') ? fault(text) : undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        ref={focused ? focusFirst : undefined}
        value={text}
        aria-invalid={wrong !== undefined}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => setLeft(true)}
      />
      {wrong && (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </p>
      )}
    </div>
  );
}

// Sign-in steps exist to be typed into: the first field takes the focus as the step appears.
function focusFirst(input: HTMLInputElement | null): void {
  input?.focus();
}
