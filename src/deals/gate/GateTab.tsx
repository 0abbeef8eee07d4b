import { CheckOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { type ArtifactKind, lists } from '#method/fact-lists.ts';
import type { Gate } from '#method/gate.ts';
import { ArtifactForm } from '#deals/facts/ArtifactForm.tsx';
import { FactLine } from '#deals/facts/FactLine.tsx';
import { CheckCard } from '#deals/gate/CheckCard.tsx';
import { gateMessages, type GateWords } from '#deals/gate/gate.messages.ts';
import { KeptAside } from '#deals/moving/KeptAside.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { gateOf, placeOf } from '#deals/page/deal-view.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/gate/GateTab.module.css';

/** 关卡: everything that the chosen stage's gate asks, what is known, and how to get the rest. */
export function GateTab({ stageId, opened }: { stageId: string; opened?: string }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const { view, readOnly } = useDeal();
  const { stage } = view.compiled.stageById.get(stageId)!;
  const gate = gateOf(view, stageId);
  const place = placeOf(view, stageId);
  const acts = new Map([...gate.misses, ...gate.advice].map((miss) => [miss.key, miss.act]));
  const firstMiss = gate.misses.find((miss) => miss.kind === 'check');
  const [open, setOpen] = useState<ReadonlySet<string>>(
    new Set(opened ? [opened] : firstMiss && place === 'current' ? [firstMiss.check] : []),
  );
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const { met, total } = view.stages.find(({ id }) => id === stageId)!;
  return (
    <section className={styles.gate} aria-label={stage.name[lang]}>
      <header className={styles.head}>
        <h2>{stage.name[lang]}</h2>
        <span className={styles.score}>{m.starredMet(met, total)}</span>
        <span className={styles.open} data-open={gate.open || undefined}>
          {gateWords(gate, m)}
        </span>
        {place !== 'current' && (
          <Link to="." search={(now: object) => ({ ...now, stage: undefined }) as never} className={styles.back}>
            {m.backToCurrent}
          </Link>
        )}
      </header>
      {place !== 'current' && <p className={styles.place}>{place === 'done' ? m.passedStage : m.futureStage}</p>}
      {!view.page.seesBeliefs && <p className={styles.place}>{m.beliefsHidden}</p>}
      {gate.endless && <p className={styles.place}>{m.endless}</p>}
      <BuyerMiss gate={gate} readOnly={readOnly} />
      <ul className={styles.checks}>
        {gate.judgements.map((judgement) => (
          <CheckCard
            key={judgement.check}
            check={view.compiled.checkById.get(judgement.check)!.check}
            judgement={judgement}
            act={acts.get(`check:${judgement.check}`)}
            open={open.has(judgement.check)}
            onToggle={() => toggle(judgement.check)}
          />
        ))}
      </ul>
      {gate.artifacts.length > 0 && <Artifacts gate={gate} readOnly={readOnly} />}
      <KeptAside />
      <p className={styles.policy}>
        <b>{m.policy}</b> {stage.policy[lang]}
      </p>
    </section>
  );
}

function gateWords({ endless, open, misses: { length } }: Gate, m: GateWords): string {
  if (endless) return open ? m.roundReady : m.roundMissing(length);
  return open ? m.ready : m.missing(length);
}

function BuyerMiss({ gate, readOnly }: { gate: Gate; readOnly: boolean }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const miss = gate.misses.find(({ kind }) => kind === 'buyer');
  if (!miss) return null;
  return (
    <div className={styles.buyer} role="note" aria-label={m.buyerTitle}>
      <p>{miss.words[lang]}</p>
      {!readOnly && <FactLine fact="buyer.stage" />}
    </div>
  );
}

function Artifacts({ gate, readOnly }: { gate: Gate; readOnly: boolean }) {
  const m = useMessages(gateMessages);
  const lang = useLang();
  const [adding, setAdding] = useState<ArtifactKind>();
  return (
    <section className={styles.artifacts} aria-label={m.artifactsTitle}>
      <h3>{m.artifactsTitle}</h3>
      <ul>
        {gate.artifacts.map(({ artifact, present }) => (
          <li key={artifact} data-present={present || undefined}>
            <span className={styles.box} aria-hidden="true">
              {present && <CheckOutlined />}
            </span>
            <span>{lists.artifacts.fields.kind.words[artifact][lang]}</span>
            <small>{present ? m.present : m.absent}</small>
            {!present && !readOnly && adding !== artifact && (
              <button type="button" onClick={() => setAdding(artifact)}>
                {m.addArtifact}
              </button>
            )}
            {adding === artifact && <ArtifactForm kind={artifact} onDone={() => setAdding(undefined)} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
