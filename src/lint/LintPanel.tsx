import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Finding } from '#method/lint/lint.ts';
import { MakeTask } from '#deals/gate/MakeTask.tsx';
import { deals, dealTasksQuery } from '#deals/deals.queries.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { groundPlace } from '#lint/ground-place.ts';
import { SeverityMark } from '#lint/SeverityMark.tsx';
import type { DealLintView } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import { lint, lintClient } from '#lint/lint.queries.tsx';
import { WaiveForm } from '#lint/WaiveForm.tsx';
import styles from '#lint/Lint.module.css';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';

const few = 3;
type Props = { onOpen: (next: Record<string, string | undefined>) => void };

/** 体检: what is wrong with this deal, what it rests on, and what to do about it here and now. */
export function LintPanel({ onOpen }: Props) {
  const m = useMessages(lintMessages);
  const { view } = useDeal();
  const { id } = view.page.deal;
  const [all, setAll] = useState(false);
  const tasks = useQuery(dealTasksQuery(id));
  const { data, error, refetch } = useQuery({
    // A task made or done changes what is wrong.
    queryKey: [...lint.ofDeal.queryKey({ input: { id } }), tasks.dataUpdatedAt],
    queryFn: async ({ signal }) => (await lintClient.ofDeal({ id }, { signal })) as unknown as DealLintView,
    enabled: tasks.isFetched,
    placeholderData: keepPreviousData,
  });
  if (error) {
    return (
      <SectionCard title={m.title}>
        <RefusalAlert error={error} onRetry={() => void refetch()} />
      </SectionCard>
    );
  }
  if (!data) return null;
  const { standing, waived, may } = data;
  const shown = all ? standing : standing.slice(0, few);
  return (
    <SectionCard title={m.title} note={standing.length}>
      {standing.length === 0 && <p className={styles.soft}>{m.clean}</p>}
      <ul className={styles.findings}>
        {shown.map((finding) => (
          <FindingLine
            key={finding.rule}
            finding={finding}
            mayWaive={finding.severity === 'serious' ? may.waiveSerious : may.waive}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {standing.length > few && (
        <button type="button" className={styles.link} onClick={() => setAll(!all)}>
          {all ? m.fewer : m.more(standing.length)}
        </button>
      )}
      {waived.length > 0 && <Waived waived={waived} may={may} />}
    </SectionCard>
  );
}

function FindingLine({ finding, mayWaive, onOpen }: Props & { finding: Finding; mayWaive: boolean }) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  const { view } = useDeal();
  const [waiving, setWaiving] = useState(false);
  const { cure, grounds } = finding;
  return (
    <li className={styles.finding}>
      <h3>
        <SeverityMark severity={finding.severity} bare /> {finding.name[lang]}
      </h3>
      <p className={styles.soft}>{finding.says[lang]}</p>
      <details>
        <summary>
          {m.grounds} · {grounds.length}
        </summary>
        <ul className={styles.grounds}>
          {grounds.map((ground) => {
            const place = groundPlace(ground, view.playbook.stages);
            return (
              <li key={`${ground.kind} ${ground.id}`}>
                {place ? (
                  <button type="button" className={styles.link} onClick={() => onOpen(place)}>
                    {ground.words[lang]}
                  </button>
                ) : (
                  ground.words[lang]
                )}
              </li>
            );
          })}
        </ul>
      </details>
      <p className={styles.cure}>{cure.act[lang]}</p>
      {cure.question && <q className={styles.question}>{cure.question.text[lang]}</q>}
      {!waiving && (
        <span className={styles.acts}>
          <MakeTask act={cure} />
          {mayWaive && (
            <button type="button" className={styles.link} onClick={() => setWaiving(true)}>
              {m.waive}
            </button>
          )}
        </span>
      )}
      {waiving && <WaiveForm dealId={view.page.deal.id} finding={finding} onClose={() => setWaiving(false)} />}
    </li>
  );
}

function Waived({ waived, may }: Pick<DealLintView, 'waived' | 'may'>) {
  const m = useMessages(lintMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const { view } = useDeal();
  const end = (rule: string) =>
    void lintClient
      .endWaiver({ id: view.page.deal.id, rule })
      .then(() => queries.invalidateQueries({ queryKey: deals.key() }))
      .then(() => toast(m.waiverEnded))
      .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  return (
    <details className={styles.waived}>
      <summary>{m.waivedTitle(waived.length)}</summary>
      <ul>
        {waived.map(({ finding, waiver }) => (
          <li key={finding.rule}>
            <h3>
              <SeverityMark severity={finding.severity} bare /> {finding.name[lang]}
            </h3>
            <p>{waiver.reason}</p>
            <small>{m.waivedBy(waiver.by, dayWords(waiver.until, view.today, lang))}</small>
            {may.waive && (
              <button type="button" className={styles.link} onClick={() => end(finding.rule)}>
                {m.waiveEnd}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
