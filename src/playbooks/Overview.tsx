import type { Playbook } from '#method/playbook.ts';
import { type Period, periods } from '#method/scales.ts';
import { weightWords } from '#method/weight-words.ts';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/Overview.module.css';

/** What the method is for, our way beside the buyer's, when to rest and what to do when late. */
export function Overview({ playbook }: { playbook: Playbook }) {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const { parking } = playbook;
  const checks = new Map(playbook.stages.flatMap((stage) => stage.checks).map((check) => [check.id, check.text]));
  return (
    <section id="overview" className={styles.overview}>
      <p className={styles.lead}>{playbook.description[lang]}</p>
      {paragraphsOf(playbook.overview[lang]).map(({ head, body }) => (
        <p key={body} className={styles.page}>
          {head && <b>{head}</b>}
          {body}
        </p>
      ))}
      <h3>{m.buyerJourney}</h3>
      <div className={styles.periods}>
        {inPeriods(playbook).map(([period, stages]) => (
          <div key={period} data-period={period} style={{ flexGrow: stages.length }}>
            <small>{periods[period][lang]}</small>
            <ol>
              {stages.map((stage) => (
                <li key={stage.id}>{stage.name[lang]}</li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      {playbook.followsBuyer && <p className={styles.pace}>{m.followsBuyer}</p>}
      {playbook.funnel.length > 0 && <h3>{m.funnel}</h3>}
      <ol className={styles.funnel}>
        {playbook.funnel.map(({ id, name }) => (
          <li key={id}>{name[lang]}</li>
        ))}
      </ol>
      {playbook.weights && <p className={styles.pace}>{m.weights(weightWords(playbook.weights)[lang])}</p>}
      <h3>{m.enteredLate}</h3>
      <p>{playbook.enteredLate[lang]}</p>
      {parking && (
        <>
          <h3>
            {m.parking} · {parking.name[lang]}
          </h3>
          <p>{parking.advice[lang]}</p>
          <ul className={styles.criteria}>
            {parking.criteria.map((id) => (
              <li key={id}>{checks.get(id)?.[lang] ?? id}</li>
            ))}
          </ul>
          <p className={styles.faint}>{m.parkingDays(parking.revisitInDays)}</p>
        </>
      )}
    </section>
  );
}

/** A paragraph may begin with a few words and a colon: its heading. */
function paragraphsOf(page: string) {
  return page.split(/\n\s*\n/).map((paragraph) => {
    const [head = ''] = /^[^：:，,。.；;]{2,40}(：|: )/.exec(paragraph) ?? [];
    return { head, body: paragraph.slice(head.length) };
  });
}

type BuyerStage = Playbook['buyerStages'][number];

function inPeriods(playbook: Playbook): [Period, BuyerStage[]][] {
  return [...Map.groupBy(playbook.buyerStages, ({ period }) => period)];
}
