import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { dealClasses, origins } from '#method/scales.ts';
import { closeReasons } from '#deals/deal-words.ts';
import { AdvanceFlow, useAdvanceWords, useMayAdvance } from '#deals/page/AdvanceFlow.tsx';
import { DealMenu } from '#deals/page/DealMenu.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { wantingForNext } from '#deals/page/ripeness.ts';
import styles from '#deals/page/DealHeader.module.css';
import { distanceWords } from '#ui/day-words.ts';
import { DayText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { Tag } from '#ui/Tag.tsx';

const stateTone = { open: 'accent', parked: 'calm', won: 'good', lost: 'bad' } as const;

export function DealHeader() {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const isPhone = useIsPhone();
  const mayAdvance = useMayAdvance();
  const { view } = useDeal();
  const { deal, accountName, ownerName, ripeness } = view.page;
  const wanting = wantingForNext(deal.class, ripeness, lang);
  const away = deal.closeOn && deal.state === 'open' && distanceWords(deal.closeOn, view.today, lang, true);
  const separator = lang === 'zh' ? '、' : ', ';
  return (
    <PageHeader
      title={deal.name}
      back={{ to: '/deals', label: m.back }}
      mark={
        <span className={styles.marks}>
          <Tag tone={deal.class === 'project' ? 'good' : 'calm'}>{dealClasses[deal.class][lang]}</Tag>
          {deal.grade && <Tag tone={deal.grade === 'A' ? 'accent' : 'calm'}>{m.grade(deal.grade)}</Tag>}
          {deal.state !== 'open' && (
            <Tag tone={stateTone[deal.state]}>
              {deal.finishedOn ? `${m.states[deal.state]} · ${m.finished}` : m.states[deal.state]}
            </Tag>
          )}
        </span>
      }
      facts={
        <>
          {deal.accountId ? (
            <Link to={`/accounts/${deal.accountId}`} className={styles.account}>
              {accountName}
            </Link>
          ) : (
            <span className={styles.faint}>{m.noAccount}</span>
          )}
          <strong className={styles.amount}>
            <MoneyText amount={deal.amount} currency={deal.currency} />
          </strong>
          <span>
            {m.closeOn} <DayText day={deal.closeOn} />
            {away && <span className={styles.away}> · {away}</span>}
          </span>
          {ownerName ? <PersonText name={ownerName} /> : <span className={styles.faint}>{m.noOwner}</span>}
          {deal.origin && (
            <span className={styles.wide}>
              {m.origin} {origins[deal.origin][lang]}
            </span>
          )}
          <Link
            to={`/playbooks/${deal.playbookId}/${deal.playbookVersion}`}
            className={`${styles.book} ${styles.wide}`}
          >
            {view.playbook.name[lang]}
          </Link>
          {deal.tags.map((tag) => (
            <span key={tag} className={styles.wide}>
              <Tag>{tag}</Tag>
            </span>
          ))}
          {deal.state === 'open' && deal.class !== 'project' && wanting.length > 0 && (
            <span className={styles.ripen}>{m.ripenFrom[deal.class](wanting.join(separator))}</span>
          )}
          <Closed />
        </>
      }
      acts={
        <>
          <DealMenu />
          {mayAdvance && !isPhone && <AdvanceButton />}
        </>
      }
    />
  );
}

export function AdvanceButton({ block }: { block?: boolean }) {
  const words = useAdvanceWords();
  return (
    <AdvanceFlow>
      {({ start, busy }) => (
        <Button type="primary" block={block} loading={busy} onClick={start}>
          {words}
        </Button>
      )}
    </AdvanceFlow>
  );
}

/** Why it is no longer open. */
function Closed() {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { deal } = useDeal().view.page;
  if (deal.state === 'open') return null;
  return (
    <span className={styles.closed}>
      {deal.reason && <span>{m.closedBecause(closeReasons[deal.reason][lang])}</span>}
      {deal.winner && <span>{m.wonBy(deal.winner)}</span>}
      {deal.priceGap !== null && (
        <span>
          {m.gap} <MoneyText amount={deal.priceGap} currency={deal.currency} />
        </span>
      )}
      {deal.revisitOn && (
        <span>
          {m.revisit} <DayText day={deal.revisitOn} due />
        </span>
      )}
      {deal.reasonNote && <q>{deal.reasonNote}</q>}
    </span>
  );
}
