import type { ReactNode } from 'react';
import { questionsOf } from '#reviews/agenda.ts';
import { changeWords } from '#reviews/change-words.ts';
import styles from '#reviews/PrintSheet.module.css';
import { useReview } from '#reviews/review-context.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import type { ReviewItem } from '#reviews/review-page.ts';
import { shortAmount } from '#ui/amount.ts';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';

/** What goes on paper: the agenda sheet to write on before, the minutes after. Not on the screen. */
export function PrintSheet() {
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const today = useToday();
  const { review, items } = useReview().page;
  const closed = review.state === 'closed';
  const day = (value: string) => dayWords(value, today, lang);
  const people = review.members.filter((member) => member.id !== review.chairId).map((member) => member.name);
  return (
    <div className={styles.sheet}>
      <header>
        <h1>{review.name}</h1>
        <p>
          {[
            closed ? m.print.minutes : m.print.agenda,
            day(review.on),
            review.teamName,
            `${m.page.chair} ${review.chairName}`,
            people.length > 0 && `${m.page.members} ${people.join(lang === 'zh' ? '、' : ', ')}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {closed && review.summary && (
        <section>
          <h2>{m.page.summary}</h2>
          <p className={styles.text}>{review.summary}</p>
        </section>
      )}
      {items.map((item, at) => (
        <section key={item.id} className={styles.deal}>
          <h2>
            {at + 1}. {item.deal.name}
          </h2>
          <Facts item={item} day={day} />
          {closed ? <Came item={item} day={day} /> : <Before item={item} day={day} />}
        </section>
      ))}
      <footer>{m.print.printedOn(day(today))}</footer>
    </div>
  );
}

type Props = { item: ReviewItem; day: (value: string) => string };

function Facts({ item, day }: Props) {
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const { agenda, deal } = item;
  const { amount, currency, closeOn } = agenda;
  const facts = [
    deal.accountName,
    agenda.ownerName,
    amount !== null && shortAmount({ amount, currency }, lang),
    `${agenda.stage[lang]} ${agenda.gateMet}/${agenda.gateTotal}`,
    m.deal.days(agenda.days, agenda.usualDays),
    closeOn && `${m.deal.closeOn} ${day(closeOn)}`,
  ];
  return (
    <>
      <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      {item.reasons.length > 0 && (
        <p className={styles.facts}>{item.reasons.map((reason) => m.reasons[reason]).join(' · ')}</p>
      )}
    </>
  );
}

function Before({ item, day }: Props) {
  const m = useMessages(reviewMessages);
  const lang = useLang();
  const { agenda } = item;
  return (
    <>
      {agenda.last && (
        <Part title={`${m.last.title} · ${day(agenda.last.on)}`}>
          {agenda.last.acts.map((act) => (
            <li key={`${act.title} ${act.ownerName} ${act.dueOn}`}>
              [{m.last.actStates[act.state]}] {act.title} · {act.ownerName}
            </li>
          ))}
          {agenda.last.vulnerabilities.map(({ text, state }) => (
            <li key={text}>
              [{m.last.vulnerabilityStates[state]}] {text}
            </li>
          ))}
        </Part>
      )}
      {agenda.changes.length > 0 && (
        <Part title={m.changes.title}>
          {agenda.changes.map((change) => (
            <li key={JSON.stringify(change)}>{changeWords(change, lang, day)}</li>
          ))}
        </Part>
      )}
      {agenda.misses.length > 0 && (
        <Part title={m.gate.title}>
          {agenda.misses.map((miss) => (
            <li key={miss.key}>
              {miss.words[lang]} → {miss.act[lang]}
            </li>
          ))}
        </Part>
      )}
      {agenda.findings.length > 0 && (
        <Part title={m.findings.title}>
          {agenda.findings.map((finding) => (
            <li key={finding.rule}>{finding.says[lang]}</li>
          ))}
        </Part>
      )}
      {agenda.misses.some(({ question }) => question) && (
        <Part title={m.print.questions}>
          {questionsOf(agenda).map((miss) => (
            <li key={miss.key} className={styles.room}>
              {miss.question!.text[lang]}
            </li>
          ))}
        </Part>
      )}
      <div className={styles.blank}>{m.print.room}</div>
    </>
  );
}

function Came({ item, day }: Props) {
  const m = useMessages(reviewMessages);
  const { decision, notes, acts, points } = item;
  const questions = points.filter(({ kind, answer }) => kind === 'question' && answer);
  const weak = points.filter(({ kind }) => kind === 'vulnerability');
  if (!item.discussed && !decision && !notes && acts.length === 0)
    return <p className={styles.facts}>{m.print.notDiscussed}</p>;
  return (
    <>
      {decision && (
        <>
          <h3>{m.print.decision}</h3>
          <p className={styles.text}>{decision}</p>
        </>
      )}
      {acts.length > 0 && (
        <>
          <h3>{m.print.acts}</h3>
          <table>
            <tbody>
              {acts.map((act) => (
                <tr key={act.taskId}>
                  <td>{act.title}</td>
                  <td>{act.ownerName}</td>
                  <td>{act.dueOn && day(act.dueOn)}</td>
                  <td>{m.last.actStates[act.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {weak.length > 0 && (
        <Part title={m.print.vulnerabilities}>
          {weak.map((point) => (
            <li key={point.id}>{point.text}</li>
          ))}
        </Part>
      )}
      {questions.length > 0 && (
        <Part title={m.session.questions}>
          {questions.map((point) => (
            <li key={point.id}>
              {point.text} {point.answer}
            </li>
          ))}
        </Part>
      )}
      {notes && (
        <>
          <h3>{m.session.notes}</h3>
          <p className={styles.text}>{notes}</p>
        </>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </>
  );
}
