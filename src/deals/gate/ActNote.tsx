import { CommentOutlined } from '@ant-design/icons';
import { questionKinds } from '#method/scales.ts';
import type { NextAct } from '#method/next-act.ts';
import { gateMessages } from '#deals/gate/gate.messages.ts';
import { MoreQuestions } from '#deals/gate/MoreQuestions.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import styles from '#deals/gate/ActNote.module.css';

/** What to do, with whom, what to ask, by when. */
export function ActNote({ act, plain }: { act: NextAct; plain?: boolean }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const { past } = useDeal();
  return (
    <div className={styles.act} data-plain={plain || undefined}>
      <p className={styles.what}>{act.act[lang]}</p>
      {act.question && (
        <p className={styles.question}>
          <CommentOutlined aria-hidden="true" />
          <span>
            <q>{act.question.text[lang]}</q>
            {'\u2002'}
            <span className={styles.kind}>
              <small title={m.ask}>{questionKinds[act.question.kind][lang]}</small>
              <MoreQuestions kind={act.question.kind} />
            </span>
          </span>
        </p>
      )}
      <p className={styles.foot}>
        {act.person ? <PersonText name={act.person.name} note={act.person.title} /> : <span>{act.who[lang]}</span>}
        <span className={styles.by}>
          <DayText day={act.by} due={!past} />
          {act.dated && ` · ${m.beforeTender}`}
        </span>
      </p>
    </div>
  );
}
