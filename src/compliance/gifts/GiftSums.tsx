import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useDeferredValue, useEffect } from 'react';
import { AssessmentLines } from '#compliance/gifts/AssessmentLines.tsx';
import { fieldsFrom, type GiftValues } from '#compliance/gifts/gift-values.ts';
import { giftFormMessages } from '#compliance/gifts/gift-form.messages.ts';
import { gifts } from '#compliance/gifts/gifts.queries.tsx';
import styles from '#compliance/gifts/Gifts.module.css';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';

/** The form names its fields one after the other; until they are there nothing is asked. */
const blank: GiftValues = {
  direction: 'given',
  kind: 'gift',
  accountId: '',
  amount: 0,
  currency: 'CNY',
  on: '',
  purpose: '',
};

type Props = {
  correctsId: string | undefined;
  /** Whether what is typed would have to be approved. */
  onOutcome: (asks: boolean) => void;
};

/** What the entry would come to, while it is typed. */
export function GiftSums({ correctsId, onOutcome }: Props) {
  const { sums: m } = useMessages(giftFormMessages);
  const form = Form.useFormInstance<GiftValues>();
  const typed = useDeferredValue(Form.useWatch([], form) as Partial<GiftValues> | undefined);
  const ready =
    typed?.accountId && typed.amount && typed.on && ((typed.contactIds?.length ?? 0) > 0 || (typed.unnamed ?? 0) > 0);
  const { data, error } = useQuery({
    ...gifts.assess.queryOptions({
      input: { ...fieldsFrom({ ...blank, ...typed }), purpose: typed?.purpose ?? '', correctsId },
    }),
    enabled: Boolean(ready),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const outcome = ready && !error ? data?.outcome : undefined;
  useEffect(() => onOutcome(outcome === 'requested'), [outcome, onOutcome]);
  return (
    <section className={styles.sums} aria-label={m.title} aria-live="polite" data-outcome={outcome}>
      {!ready && <p className={styles.soft}>{m.fill}</p>}
      {ready && error && <RefusalAlert error={error} />}
      {outcome && data && <AssessmentLines assessment={data} />}
    </section>
  );
}
