import type { ChainEdge } from '#chain/chain-map.ts';
import { contactDegrees, contactWords, edgeKinds, nodeKinds, stanceWords, stances } from '#chain/chain-scales.ts';
import { useText } from '#ui/lang.tsx';
import { wordingChoice } from '#chain/canvas/canvas-choices.tsx';
import type { Speech } from '#chain/canvas/card-words.ts';
import { contactBorders, lookOf } from '#chain/canvas/line-style.ts';
import { StanceIcon } from '#chain/canvas/StanceIcon.tsx';
import { cardRounds } from '#chain/canvas/svg-card.ts';
import styles from '#chain/canvas/Legend.module.css';

/** What every shape and stroke means; without beliefs only what is left of them. */
export function Legend({ speech }: { speech: Speech }) {
  const { m, beliefs, wording } = speech;
  const text = useText();
  const other = (['vacant', 'channel', 'ours'] as const).filter((kind) => beliefs || kind === 'vacant');
  return (
    <section className={styles.legend} aria-label={m.legend}>
      {beliefs && (
        <>
          <h3>{m.legends.stance}</h3>
          <ul data-pairs>
            {stances.toReversed().map((stance) => (
              <li key={stance}>
                <StanceIcon stance={stance} />
                <span>{text(stanceWords(stance, wording))}</span>
              </li>
            ))}
            <li>
              <b className={styles.unknown}>?</b>
              <span>{m.unknown}</span>
            </li>
          </ul>
          <label className={styles.neutral} title={m.neutralHint}>
            <input
              type="checkbox"
              checked={wording === 'neutral'}
              onChange={(event) => wordingChoice.set(event.target.checked ? 'neutral' : 'plain')}
            />
            {m.neutralWords}
          </label>
          <h3>{m.legends.contact}</h3>
          <ul data-pairs>
            {contactDegrees.map((degree) => (
              <li key={degree}>
                <Frame {...contactBorders[degree]} round={5} />
                <span>{text(contactWords[degree])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{m.legends.lines}</h3>
      <ul>
        <Sample edge={{ kind: 'reportsTo' }} words={text(edgeKinds.reportsTo)} speech={speech} />
        {beliefs && (
          <>
            <Sample edge={{ kind: 'influences', sign: 1, strength: 2 }} words={m.influencePlus} speech={speech} />
            <Sample edge={{ kind: 'influences', sign: -1, strength: 2 }} words={m.influenceMinus} speech={speech} />
            {(['ally', 'rival', 'introducedBy', 'knows'] as const).map((kind) => (
              <Sample key={kind} edge={{ kind }} words={text(edgeKinds[kind])} speech={speech} />
            ))}
          </>
        )}
      </ul>
      {beliefs && <p>{m.strengthHint}</p>}
      <h3>{m.legends.other}</h3>
      <ul>
        {other.map((kind) => (
          <li key={kind}>
            <Frame
              width={1.5}
              dash={kind === 'vacant' ? '4 3' : undefined}
              round={Math.min(6.5, cardRounds[kind] / 2)}
              tone={kind}
            />
            <span>{text(nodeKinds[kind])}</span>
          </li>
        ))}
        {beliefs && (
          <li>
            <span className={styles.key}>{m.keyPerson}</span>
            <span>{m.keyLegend}</span>
          </li>
        )}
      </ul>
    </section>
  );
}

type FrameProps = { width: number; dash?: string | undefined; round: number; tone?: string };

function Frame({ width, dash, round, tone }: FrameProps) {
  return (
    <svg width="34" height="18" viewBox="0 0 34 18" className={styles.frame} data-tone={tone} aria-hidden="true">
      <rect x="2.5" y="2.5" width="29" height="13" rx={round} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
}

type SampleProps = {
  edge: Pick<ChainEdge, 'kind'> & { sign?: 1 | -1; strength?: 1 | 2 | 3 };
  words: string;
  speech: Speech;
};

function Sample({ edge, words, speech }: SampleProps) {
  const look = lookOf(edge);
  const colour = `var(--lm-${look.colour})`;
  return (
    <li>
      <svg width="58" height="18" viewBox="0 0 58 18" aria-hidden="true">
        <path d="M1 9H56" fill="none" stroke={colour} strokeWidth={look.width} strokeDasharray={look.dash} />
        {look.double && <path d="M1 9H56" fill="none" stroke="var(--lm-surface)" strokeWidth={look.width - 3} />}
        {look.arrow && <path d="M58 9l-9-4.5v9z" fill={colour} />}
        {look.mark && (
          <>
            <circle cx="28" cy="9" r="8" fill="var(--lm-surface)" stroke={colour} strokeWidth="1.3" />
            <text x="28" y="12.5" fontSize="10" fontWeight="600" textAnchor="middle" fill={colour}>
              {look.mark[speech.lang]}
            </text>
          </>
        )}
      </svg>
      <span>{words}</span>
    </li>
  );
}
