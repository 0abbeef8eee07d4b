import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { advisedPlaybooks } from '#method/adviser-words.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { qualifyMessages } from '#deals/qualify/qualify.messages.ts';
import { useDealAdvice } from '#deals/qualify/useDealAdvice.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/qualify/Qualify.module.css';

const tones = { fits: 'good', waste: 'warn', risk: 'warn', another: 'calm' } as const;

/** 打法: what was advised for this deal or its account, and whether the method in use agrees. */
export function ModeCard() {
  const m = useMessages(qualifyMessages);
  const lang = useLang();
  const { view, readOnly } = useDeal();
  const { deal } = view.page;
  const found = useDealAdvice(deal);
  const { data: books = [] } = useQuery(playbookListQuery());
  const act = !readOnly && (
    <Link to={`/adviser?deal=${deal.id}`} className={styles.link}>
      {found ? m.again : m.choose} →
    </Link>
  );
  if (!found) {
    return (
      <SectionCard title={m.mode} acts={act}>
        <p className={styles.hint}>{m.modeNone}</p>
      </SectionCard>
    );
  }
  const { mode, advice, match } = found;
  const chosen = advice.advised ?? advice.best;
  const name = books.find(({ id }) => id === chosen)?.name[lang] ?? advisedPlaybooks[chosen][lang];
  const { reasons } = advice.ranking.find(({ playbook }) => playbook === chosen)!;
  return (
    <SectionCard title={m.mode} acts={act}>
      <div className={styles.verdict} data-tone={match ? tones[match] : 'calm'}>
        <span>
          <b>{m.advised(name)}</b> {match && m.matches[match]}
        </span>
      </div>
      <p className={styles.hint}>
        {reasons
          .slice(0, 2)
          .map((reason) => reason[lang])
          .join(lang === 'zh' ? '；' : '; ')}
      </p>
      <p className={styles.hint}>
        {!mode.dealId && `${m.fromAccount} · `}
        {m.foundOn(dayWords(mode.observedOn, view.today, lang), mode.source)}
      </p>
    </SectionCard>
  );
}
