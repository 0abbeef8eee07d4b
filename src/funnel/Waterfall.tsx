import type { Bridge } from '#funnel/bridge.ts';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { useOpenDeals, type Opened } from '#funnel/opened.tsx';
import { drawn, groundOf, stepsOf, type DrawnBar, type StepKey } from '#funnel/waterfall.ts';
import { shortAmount } from '#ui/amount.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#funnel/Funnel.module.css';

type Props = { bridge: Bridge; opens: (key: StepKey) => Opened };

/** The bridge as a waterfall; every bar is a button that opens its deals, and the table beside it says the same. */
export function Waterfall({ bridge, opens }: Props) {
  const m = useMessages(funnelMessages);
  const lang = useLang();
  const open = useOpenDeals();
  const steps = drawn(stepsOf(bridge));
  const ground = groundOf(steps);
  const top = Math.max(ground + 1, ...steps.map(({ from, to }) => Math.max(from, to)));
  const at = (amount: number) => Math.max(0, (100 * (amount - ground)) / (top - ground));
  const said = ({ amount, key }: DrawnBar) =>
    (amount > 0 && key !== 'opening' && key !== 'closing' ? '+' : '') +
    shortAmount({ amount, currency: bridge.currency }, lang);
  return (
    <div className={styles.scroll}>
      <ol className={styles.waterfall} aria-label={m.chart}>
        {steps.map((bar) => {
          const { key, from, to, count } = bar;
          const tone =
            key === 'opening' || key === 'closing' ? 'whole' : key === 'won' ? 'won' : to >= from ? 'up' : 'down';
          return (
            <li key={key}>
              <button type="button" disabled={count === 0} onClick={() => open(opens(key))}>
                <span className={styles.plot} aria-hidden="true">
                  <i
                    data-tone={tone}
                    data-broken={(tone === 'whole' && ground > 0) || undefined}
                    style={{
                      bottom: `${at(Math.min(from, to))}%`,
                      height: `max(2px, ${at(Math.max(from, to)) - at(Math.min(from, to))}%)`,
                    }}
                  />
                </span>
                <strong>{said(bar)}</strong>
                <span>{m.bars[key]}</span>
                <small>{m.deals(count)}</small>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
