import { Button } from 'antd';
import { useState } from 'react';
import type { PersonNode } from '#chain/chain-map.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { type Telling, reliabilityOf } from '#chain/reliability.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { Tag } from '#ui/Tag.tsx';
import { percentText } from '#ui/percent.ts';
import attribute from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';
import styles from '#chain/page/PersonSheet.module.css';

const tones = { open: 'calm', proven: 'good', refuted: 'bad' } as const;

/** What somebody told us, whether time proved it, and how far their word has held. */
export function Tellings({ node }: { node: PersonNode }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene, commands, deal, readOnly, today } = useChain();
  const [text, setText] = useState('');
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const own = scene.data.tellings
    .filter(({ personId }) => personId === node.id)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1));
  const { share, low, high, words } = reliabilityOf(node.id, scene.data.tellings, today);
  const mayTell = !readOnly && deal !== null && deal.view.page.may.evidence;
  const doing = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const tell = () =>
    void doing(async () => {
      await commands.tell({ personId: node.id, on: today, statement: text.trim() });
      setText('');
    });
  const settle = (telling: Telling, outcome: Telling['outcome']) =>
    void doing(() => commands.settle({ tellingId: telling.id, outcome, settledOn: outcome === 'open' ? null : today }));
  return (
    <section className={styles.section}>
      <h3>{m.tellings}</h3>
      {own.length > 0 && (
        <p>
          {share !== null && low !== null && high !== null && (
            <strong>
              {percentText(share)} ({percentText(low)}–{percentText(high)}){' '}
            </strong>
          )}
          <span className={styles.quiet}>{words[lang]}</span>
        </p>
      )}
      <ul>
        {own.map((telling) => (
          <li key={telling.id} className={styles.line}>
            <span>
              {telling.statement}{' '}
              <small className={styles.quiet}>
                <DayText day={telling.on} />
              </small>
            </span>
            {mayTell && telling.outcome === 'open' ? (
              <span className={attribute.save}>
                <button
                  type="button"
                  className={attribute.link}
                  disabled={busy}
                  onClick={() => settle(telling, 'proven')}
                >
                  {m.outcomes.proven}
                </button>
                <button
                  type="button"
                  className={attribute.link}
                  disabled={busy}
                  onClick={() => settle(telling, 'refuted')}
                >
                  {m.outcomes.refuted}
                </button>
              </span>
            ) : (
              <span className={attribute.save}>
                <Tag tone={tones[telling.outcome]}>{m.outcomes[telling.outcome]}</Tag>
                {mayTell && (
                  <button
                    type="button"
                    className={attribute.link}
                    disabled={busy}
                    onClick={() => settle(telling, 'open')}
                  >
                    {m.reopen}
                  </button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {mayTell && (
        <div className={attribute.add}>
          <textarea
            className={form.field}
            rows={2}
            maxLength={2000}
            aria-label={m.tellingHint}
            placeholder={m.tellingHint}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <div className={attribute.save}>
            <Button type="primary" size="small" disabled={!text.trim()} loading={busy} onClick={tell}>
              {m.tellingAdd}
            </Button>
          </div>
        </div>
      )}
      <RefusalAlert error={error} issues />
    </section>
  );
}
