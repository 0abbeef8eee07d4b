import { useMemo } from 'react';
import { compilePlaybook } from '#method/compiled-playbook.ts';
import { defaultMapping, type MappingChoices, withChoices } from '#method/playbook-mapping.ts';
import type { Playbook } from '#method/playbook.ts';
import { periods } from '#method/scales.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { buyerStepFacts, foresee } from '#deals/moving/deal-move.ts';
import { gateCount, missWords } from '#deals/moving/foresight.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import type { DealView } from '#deals/page/deal-view.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#deals/moving/MethodPreview.module.css';

type Props = { view: DealView; after: Playbook; choices: MappingChoices };

/** What a change of method would do to this deal, judged here as the server will (decision 0005). */
export function MethodPreview({ view, after, choices }: Props) {
  const m = useMessages(movingMessages);
  const lang = useLang();
  const seen = useMemo(() => foreseenOn(view, after, choices), [view, after, choices]);
  const { foreseen, before, next, names } = seen;
  const { deal } = view.page;
  const word = ({ open }: { open: boolean }) => (open ? m.open : m.shut);
  const lines: [string, string | undefined, string][] = [
    [m.stage, view.compiled.stageById.get(deal.stageId)?.stage.name[lang], names(foreseen.moved.stageId)[lang]],
    [m.star, `${before.met}/${before.total}`, `${next.met}/${next.total}`],
    [m.gate, word(before), word(next)],
  ];
  for (const fact of buyerStepFacts) {
    const step = deal.facts.values[fact];
    if (step === undefined) continue;
    const became = foreseen.moved.facts.values[fact];
    lines.push([m.buyerFacts[fact], stepWords(view.playbook, step, lang), stepWords(after, became, lang) ?? m.unknown]);
  }
  return (
    <section className={styles.preview} aria-label={m.preview} aria-live="polite">
      <h3>{m.preview}</h3>
      <dl>
        {lines.map(([label, now, then]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {now} <span aria-hidden="true">→</span> <b>{then}</b>
            </dd>
          </div>
        ))}
        <div>
          <dt>{m.evidence}</dt>
          <dd>
            <b>{m.carried(foreseen.evidence.carried, foreseen.evidence.aside)}</b>
          </dd>
        </div>
      </dl>
      {foreseen.steps > 0 && (
        <p>
          <Tag tone="bad">
            {m.stands} {names(foreseen.stands)[lang]} · {m.lowerBy(foreseen.steps)}
          </Tag>{' '}
          {m.because}
          {lang === 'zh' ? '：' : ': '}
          {foreseen.causes.map(({ key }) => missWords(key, seen.compiled)[lang]).join(lang === 'zh' ? '；' : '; ')}
        </p>
      )}
    </section>
  );
}

/** A step of the buyer with its period: whether we came in while he could still be guided hangs on it. */
function stepWords({ buyerStages }: Playbook, step: string | undefined, lang: Lang): string | undefined {
  const found = buyerStages.find(({ id }) => id === step);
  return found && `${found.name[lang]} · ${periods[found.period][lang]}`;
}

function foreseenOn(view: DealView, after: Playbook, choices: MappingChoices) {
  const { deal, lines, evidence } = view.page;
  const compiled = compilePlaybook(after);
  const foreseen = foresee(
    deal,
    {
      productLines: new Set(lines.map(({ productLine }) => productLine)).size,
      records: evidence.map(({ record }) => record),
    },
    view.compiled,
    compiled,
    withChoices(defaultMapping(view.playbook, after), choices),
    { now: deal.updatedAt, today: view.today },
  );
  const names = (id: string): Text => compiled.stageById.get(id)!.stage.name;
  return {
    foreseen,
    compiled,
    names,
    before: gateCount(view.compiled, deal.stageId, foreseen.gate.before),
    next: gateCount(compiled, foreseen.moved.stageId, foreseen.gate.after),
  };
}
