import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Registration } from '#partners/registrations/registration.ts';
import { termsStateWords, termsWords } from '#partners/registrations/registration-words.ts';
import { registrationFormMessages } from '#partners/registrations/registration-form.messages.ts';
import { registrationMessages } from '#partners/registrations/registrations.messages.ts';
import styles from '#partners/Partners.module.css';
import { daysBetween } from '#shared/day.ts';
import { DayText, InstantText } from '#ui/DayText.tsx';
import { KnownFacts } from '#ui/KnownFacts.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

type Props = { registration: Registration; onTerms: (() => void) | undefined };

export function RegistrationFacts({ registration, onTerms }: Props) {
  const { page: m, columns } = useMessages(registrationMessages);
  const { form } = useMessages(registrationFormMessages);
  const lang = useLang();
  const { accountId, customerName, partnerId, partnerName, dealId, dealName, interest } = registration;
  const facts = [
    ...(registration.protectedUntil && registration.state !== 'withdrawn'
      ? [{ label: m.protection, value: <Protection registration={registration} /> }]
      : []),
    { label: m.customer, value: accountId ? <Link to={`/accounts/${accountId}`}>{customerName}</Link> : customerName },
    { label: m.partner, value: <Link to={`/partners/${partnerId}`}>{partnerName}</Link> },
    { label: m.deal, value: dealId && <Link to={`/deals/${dealId}`}>{dealName}</Link> },
    {
      label: columns.amount,
      value: registration.amount !== null && (
        <MoneyText amount={registration.amount} currency={registration.currency} />
      ),
    },
    { label: columns.closeOn, value: registration.closeOn && <DayText day={registration.closeOn} /> },
    { label: form.products, value: registration.products.join(lang === 'zh' ? '、' : ', ') },
    { label: form.brings, value: registration.brings },
    { label: m.interest, value: interest ? <Interest note={registration.interestNote} /> : m.interestNone },
    ...(interest ? [{ label: m.handling, value: registration.handling }] : []),
    { label: m.terms, value: <TermsText registration={registration} onTerms={onTerms} /> },
    {
      label: m.owner,
      value: (
        <span className={styles.line}>
          <PersonText name={registration.ownerName} /> <InstantText at={registration.createdAt} />
        </span>
      ),
    },
  ];
  return (
    <SectionCard title={m.facts}>
      <KnownFacts facts={facts} unknown={m.unknown} />
    </SectionCard>
  );
}

/** A sentence would be cut in a tag, and this one is what is decided on. */
function Interest({ note }: { note: string | null }) {
  const { page: m } = useMessages(registrationMessages);
  return (
    <span className={styles.line}>
      <Tag tone="warn">{m.interestDeclared}</Tag>
      <span>{note}</span>
    </span>
  );
}

function Protection({ registration }: { registration: Registration }) {
  const { page: m } = useMessages(registrationMessages);
  const today = useToday();
  const { protectedFrom, protectedUntil, state, extendedByName, extensionReason } = registration;
  const left = daysBetween(today, protectedUntil!);
  return (
    <span className={styles.line}>
      <span>
        <DayText day={protectedFrom} /> – <DayText day={protectedUntil} />
      </span>
      {state === 'accepted' && left >= 0 && <Tag tone={left <= 14 ? 'warn' : 'good'}>{m.daysLeft(left)}</Tag>}
      {extendedByName && <span className={styles.soft}>{m.extended(extendedByName, extensionReason ?? '')}</span>}
    </span>
  );
}

function TermsText({ registration, onTerms }: Props) {
  const { page: m } = useMessages(registrationMessages);
  const lang = useLang();
  const { terms, currency, termsState, termsNote, termsByName, termsReason } = registration;
  const tones = { none: 'calm', within: 'calm', waiting: 'warn', approved: 'good', refused: 'bad' } as const;
  return (
    <span className={styles.line}>
      <span>{termsWords(terms, currency, lang)}</span>
      {termsState !== 'none' && <Tag tone={tones[termsState]}>{termsStateWords[termsState][lang]}</Tag>}
      {termsNote && <span className={styles.soft}>{termsNote}</span>}
      {termsByName && <span className={styles.soft}>{m.termsBy(termsByName, termsReason ?? '')}</span>}
      {onTerms && (
        <Button size="small" type="link" onClick={onTerms}>
          {m.changeTerms}
        </Button>
      )}
    </span>
  );
}
