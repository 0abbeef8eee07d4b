import { useState } from 'react';
import { Button, Input } from 'antd';
import { questionsOf, type AgendaMiss } from '#reviews/agenda.ts';
import { PointLine } from '#reviews/PointLine.tsx';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import styles from '#reviews/SessionSide.module.css';
import { questionKinds } from '#method/scales.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';

/** The questions of what the gate lacks stand there already; an answer is typed below, others are added. */
export function Questions({ item }: { item: ReviewItem }) {
  const { session: m } = useMessages(reviewMessages);
  const { page, send, writable } = useReview();
  const points = item.points.filter(({ kind }) => kind === 'question');
  const asked = new Set(points.map(({ checkId }) => checkId));
  const open = questionsOf(item.agenda).filter(({ check }) => !asked.has(check));
  const add = (text: string, more: { answer?: string; checkId?: string } = {}) =>
    send(() => reviewClient.addPoint({ id: page.review.id, itemId: item.id, kind: 'question', text, ...more }));
  return (
    <SectionCard title={m.questions} note={points.length + open.length || undefined}>
      <ul className={styles.lines}>
        {points.map((point) => (
          <PointLine key={point.id} point={point} answered />
        ))}
        {open.map((miss) => (
          <Suggested key={miss.key} miss={miss} onAnswer={writable ? add : undefined} />
        ))}
      </ul>
      {writable && <AddLine hint={m.questionHint} label={m.ask} onAdd={(text) => add(text)} />}
    </SectionCard>
  );
}

type SuggestedProps = {
  miss: AgendaMiss;
  onAnswer: ((text: string, more: { answer: string; checkId?: string }) => Promise<boolean>) | undefined;
};

function Suggested({ miss, onAnswer }: SuggestedProps) {
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const [answer, setAnswer] = useState('');
  const question = miss.question!;
  const keep = async () => {
    if (answer.trim() === '' || !onAnswer) return;
    await onAnswer(question.text[lang], { answer, ...(miss.check && { checkId: miss.check }) });
  };
  return (
    <li>
      <p className={styles.words}>{question.text[lang]}</p>
      <span className={styles.facts}>
        <span>{m.gate.ask(miss.who[lang])}</span>
        <span>{questionKinds[question.kind][lang]}</span>
      </span>
      {onAnswer && (
        <Input
          size="small"
          aria-label={m.session.answerOf(question.text[lang])}
          placeholder={m.session.answer}
          maxLength={4000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
          onPressEnter={() => void keep()}
          onBlur={() => void keep()}
        />
      )}
    </li>
  );
}

type AddProps = { hint: string; label: string; onAdd: (text: string) => Promise<boolean> };

/** One line to type and a button; what was refused stays in the line. */
export function AddLine({ hint, label, onAdd }: AddProps) {
  const [text, setText] = useState('');
  const add = async () => {
    if (text.trim() !== '' && (await onAdd(text.trim()))) setText('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Input
        aria-label={hint}
        placeholder={hint}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" disabled={text.trim() === ''}>
        {label}
      </Button>
    </form>
  );
}
