import { CopyOutlined } from '@ant-design/icons';
import { questionMessages } from '#playbooks/questions/questions.messages.ts';
import type { Bank } from '#playbooks/questions/questions.queries.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#playbooks/questions/QuestionLines.module.css';

/** Questions one beneath the other, each to be taken along. */
export function QuestionLines({ questions }: { questions: Bank['problems'][number]['questions'] }) {
  const m = useMessages(questionMessages);
  const lang = useLang();
  const copy = async (text: string) => {
    // Without https the browser has no clipboard for us.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done = await clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    toast(done ? m.copied : m.cannotCopy, done ? {} : { tone: 'bad' });
  };
  return (
    <ul className={styles.lines}>
      {questions.map(({ id, text }) => (
        <li key={id}>
          <span>{text[lang]}</span>
          <button
            type="button"
            aria-label={`${m.copy}: ${text[lang]}`}
            title={m.copy}
            onClick={() => void copy(text[lang])}
          >
            <CopyOutlined aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
