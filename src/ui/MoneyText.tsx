import type { MinorUnits } from '#shared/money.ts';
import { exactAmount, shortAmount } from '#ui/amount.ts';
import { useLang } from '#ui/lang.tsx';
import styles from '#ui/Text.module.css';

type Props = {
  /** Minor units (分); null when nobody has said. */
  amount: MinorUnits | null | undefined;
  currency?: string;
  /** To the last cent, as on a quote or an invoice. */
  exact?: boolean;
};

/** Money in 万 / 亿, the exact value on hover. */
export function MoneyText({ amount, currency = 'CNY', exact }: Props) {
  const lang = useLang();
  if (amount === null || amount === undefined) return <span className={styles.none}>—</span>;
  const money = { amount, currency };
  const full = exactAmount(money, lang);
  return (
    <data value={amount} className={styles.figure} title={exact ? undefined : full}>
      {exact ? full : shortAmount(money, lang)}
    </data>
  );
}
