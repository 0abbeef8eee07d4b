import { CheckCircleFilled, ExclamationCircleFilled, StopFilled } from '@ant-design/icons';
import type { Assessment } from '#compliance/gifts/gifts.contract.ts';
import { giftFormMessages } from '#compliance/gifts/gift-form.messages.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { useGiftWords } from '#compliance/gifts/useGiftWords.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { useMessages, useText } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

const icons = { registered: CheckCircleFilled, requested: ExclamationCircleFilled, refused: StopFilled };

/** Everybody's sum of the year beside the limit, and what becomes of the entry. */
export function AssessmentLines({ assessment, plain }: { assessment: Assessment; plain?: boolean }) {
  const { sums: m } = useMessages(giftFormMessages);
  const { official } = useMessages(giftMessages);
  const text = useText();
  const words = useGiftWords();
  const thisYear = Number(useToday().slice(0, 4)) === assessment.year;
  const { currency, outcome, account, owner, year } = assessment;
  const money = (amount: number) => words.money(amount, currency);
  const Icon = icons[outcome];
  const aboveBy = (id: string | null) => {
    const limits = assessment.exceeds.filter(({ who }) => who === id).map(({ limit }) => limit);
    return limits.includes('year') ? 'year' : limits[0];
  };
  const sumOf = (before: number, most: number) =>
    thisYear ? m.year(money(before), money(most)) : m.yearOf(year, money(before), money(most));
  return (
    <>
      {!plain && (
        <p className={styles.outcome} data-outcome={outcome}>
          <Icon aria-hidden="true" />
          <span>
            {assessment.refusal ? text(assessment.refusal) : m[outcome === 'requested' ? 'requested' : 'registered']}
          </span>
        </p>
      )}
      <ul className={styles.lines}>
        {assessment.people.map((person) => (
          <li key={person.id ?? 'each'} data-above={aboveBy(person.id)}>
            <span className={styles.who}>
              {person.name ?? m.each}
              {person.official && <Tag tone="warn">{official}</Tag>}
            </span>
            <span className={styles.now}>
              {m.now} {money(person.share)}
            </span>
            <span className={styles.sum}>
              {person.before !== null && person.most !== null
                ? [sumOf(person.before, person.most), aboveBy(person.id) === 'once' && m.once(money(person.once!))]
                    .filter(Boolean)
                    .join(' · ')
                : person.once !== null
                  ? m.once(money(person.once))
                  : person.before !== null && m.noLimit(money(person.before))}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>
        <span>{m.account(account.name, money(account.before))}</span>
        <span>
          {owner.most === null
            ? m.owner(owner.name, money(owner.before))
            : m.ownerReceived(owner.name, money(owner.before), money(owner.most))}
        </span>
      </p>
    </>
  );
}
