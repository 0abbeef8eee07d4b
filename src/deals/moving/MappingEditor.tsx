import { ArrowRightOutlined } from '@ant-design/icons';
import { useState } from 'react';
import type { MappingChoices } from '#method/playbook-mapping.ts';
import type { Playbook } from '#method/playbook.ts';
import { chosenAlso, mappingRows, type MappingRow } from '#deals/moving/mapping-rows.ts';
import { movingMessages } from '#deals/moving/moving.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/moving/MappingEditor.module.css';

type Props = {
  befores: readonly Playbook[];
  after: Playbook;
  choices: MappingChoices;
  onChange: (choices: MappingChoices) => void;
  /** How many pieces of evidence are on each check: then those that have some are shown first. */
  evidence?: ReadonlyMap<string, number>;
  /** Of the one deal only its stage matters, and the buyer's steps that its facts name. */
  one?: { stage: string; buyerStages: ReadonlySet<string> };
};

/** Where stages, the buyer's steps and the evidence of checks go. What has its namesake there is not asked, but can be shown. */
export function MappingEditor({ befores, after, choices, onChange, evidence, one }: Props) {
  const m = useMessages(movingMessages);
  const [all, setAll] = useState(false);
  const rows = mappingRows(befores, after, choices).filter(
    ({ kind, id }) => !one || kind === 'checks' || (kind === 'stages' ? id === one.stage : one.buyerStages.has(id)),
  );
  const isAsked = ({ kind, id, same }: MappingRow) => !same && (kind !== 'checks' || !evidence || evidence.has(id));
  const asked = rows.filter(isAsked);
  const shown = all ? rows : asked;
  const group = (kind: MappingRow['kind'], title: string) => {
    const mine = shown.filter((row) => row.kind === kind);
    return mine.length === 0 ? null : (
      <section className={styles.group} aria-label={title}>
        <h4>{title}</h4>
        <ul>
          {mine.map((row) => (
            <Row
              key={row.id}
              row={row}
              after={after}
              count={kind === 'checks' ? evidence?.get(row.id) : undefined}
              onChoose={(to) => onChange(chosenAlso(choices, row, to))}
            />
          ))}
        </ul>
      </section>
    );
  };
  return (
    <div className={styles.editor}>
      <p className={styles.lead}>
        {asked.length === 0 ? m.mappingSame : m.mappingChange(asked.length)}
        {rows.length > asked.length && (
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? m.mappingFewer : m.mappingAll(rows.length)}
          </button>
        )}
      </p>
      {group('stages', m.stagesGo)}
      {group('buyerStages', m.buyerStagesGo)}
      {group('checks', m.checksGo)}
    </div>
  );
}

type RowProps = { row: MappingRow; after: Playbook; count?: number; onChoose: (to: string | null) => void };

function Row({ row, after, count, onChoose }: RowProps) {
  const m = useMessages(movingMessages);
  const lang = useLang();
  return (
    <li className={styles.row} data-aside={row.to === null || undefined}>
      <span className={styles.what}>
        {row.mandatory && <b>★ </b>}
        {row.name[lang]}
        {count !== undefined && <small>{m.evidenceCount(count)}</small>}
      </span>
      <ArrowRightOutlined aria-hidden="true" className={styles.arrow} />
      <select
        aria-label={m.goesTo(row.name[lang])}
        value={row.to ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        {row.kind === 'checks' && <option value="">{m.aside}</option>}
        {row.kind === 'buyerStages' && <option value="">{m.buyerUnknown}</option>}
        {row.kind === 'checks'
          ? after.stages.map((stage) => (
              <optgroup key={stage.id} label={stage.name[lang]}>
                {stage.checks.map(({ id, text, mandatory }) => (
                  <option key={id} value={id}>
                    {mandatory ? '★ ' : ''}
                    {text[lang]}
                  </option>
                ))}
              </optgroup>
            ))
          : after[row.kind].map(({ id, name }) => (
              <option key={id} value={id}>
                {name[lang]}
              </option>
            ))}
      </select>
    </li>
  );
}
