import { useState } from 'react';
import { isRefusal } from '#shared/refusal.ts';
import { readPlaybook } from '#method/playbook-problems.ts';
import type { Check, Playbook, Stage } from '#method/playbook.ts';
import type { Fault } from '#method/proofread/proofread.ts';
import { Chapter } from '#playbooks/Chapter.tsx';
import { CheckEntry } from '#playbooks/CheckEntry.tsx';
import { Overview } from '#playbooks/Overview.tsx';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { partAt, placeWords } from '#playbooks/studio/place.ts';
import { readable } from '#playbooks/studio/readable.ts';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import styles from '#playbooks/studio/Rail.module.css';

/** Beside the form: everything that is wrong, each a way to its place; or the part as a reader sees it. */
export function Rail({ onJump }: { onJump: (finding: Fault) => void }) {
  const m = useMessages(studioMessages);
  const { findings, readOnly } = useDesk();
  // Who only reads came for the method, not for its faults.
  const [tab, setTab] = useState<'problems' | 'preview'>(readOnly ? 'preview' : 'problems');
  const words = { problems: findings.length > 0 ? `${m.problems} ${findings.length}` : m.problems, preview: m.preview };
  return (
    <aside className={styles.rail} aria-label={m.rail}>
      <PageTabs label={m.rail} tabs={['problems', 'preview']} words={words} shown={tab} onShow={setTab} />
      {tab === 'problems' ? <Problems onJump={onJump} /> : <Preview />}
    </aside>
  );
}

export function Problems({ onJump }: { onJump: (finding: Fault) => void }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { raw, findings } = useDesk();
  const of = (weight: Fault['weight']) => findings.filter((finding) => finding.weight === weight);
  if (findings.length === 0) return <p className={styles.good}>{m.allGood}</p>;
  return (['error', 'warning'] as const)
    .filter((weight) => of(weight).length > 0)
    .map((weight) => (
      <section key={weight} className={styles.problems} data-weight={weight}>
        <h3>{weight === 'error' ? m.errors(of(weight).length) : m.warnings(of(weight).length)}</h3>
        <ul>
          {of(weight).map((finding) => (
            <li key={`${finding.at} ${finding.words.en}`}>
              <button type="button" onClick={() => onJump(finding)}>
                <small>
                  {placeWords(raw, finding.path)[lang]}
                  {finding.line !== undefined && ` · ${m.line(finding.line)}`}
                </small>
                {finding.words[lang]}
              </button>
            </li>
          ))}
        </ul>
      </section>
    ));
}

/** The chosen part as it is read in the book; what is not written yet is left open. */
function Preview() {
  const m = useMessages(studioMessages);
  const { raw, selected } = useDesk();
  const read = readPlaybook(raw);
  const playbook: Playbook = isRefusal(read) ? (readable(raw) as Playbook) : read;
  const { kind, path } = partAt(selected);
  const stage: Stage | undefined = playbook.stages[Number(path[1])];
  const check: Check | undefined = kind === 'checks' ? stage?.checks[Number(path[3])] : undefined;
  return (
    <div className={styles.preview}>
      <p className={styles.hint}>{m.previewHint}</p>
      {check ? (
        <ol>
          <CheckEntry check={check} buyerStages={playbook.buyerStages} />
        </ol>
      ) : kind === 'stages' && stage ? (
        <Chapter playbook={playbook} stage={stage} number={String(Number(path[1]) + 1)} />
      ) : (
        <Overview playbook={playbook} />
      )}
    </div>
  );
}
