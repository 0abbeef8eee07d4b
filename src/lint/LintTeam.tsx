import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LintOverview } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import { lint } from '#lint/lint.queries.tsx';
import styles from '#lint/LintPage.module.css';
import { SeverityMark } from '#lint/SeverityMark.tsx';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { TeamSelect } from '#team/TeamSelect.tsx';
import { DayText } from '#ui/DayText.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { StatRow, StatTile } from '#ui/StatTile.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

type Asked = { ownerId: string | undefined; teamId: string | undefined; rule: string | undefined };
type Props = { asked: Asked; onChange: (next: Record<string, string | undefined>) => void };

/** Mistakes by rule with deals and amounts, the worst deals, and by owner; each number opens its deals. */
export function LintTeam({ asked, onChange }: Props) {
  const m = useMessages(lintMessages);
  const can = useCan();
  const { data, error, refetch } = useQuery({
    ...lint.overview.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      {can('team.read') && (
        <div className={styles.filters} role="group" aria-label={m.filters}>
          <label>
            {m.team}
            <TeamSelect
              allowClear
              placeholder={m.everyTeam}
              value={asked.teamId ?? null}
              onChange={(teamId) => onChange({ teamId: teamId ?? undefined })}
            />
          </label>
          <label>
            {m.owner}
            <PersonPicker
              allowClear
              value={asked.ownerId ?? null}
              onChange={(ownerId) => onChange({ ownerId: ownerId ?? undefined })}
            />
          </label>
        </div>
      )}
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={10} />}
      {data && <Overview data={data} asked={asked} onChange={onChange} />}
    </>
  );
}

function Overview({ data, asked, onChange }: Props & { data: LintOverview }) {
  const m = useMessages(lintMessages);
  const share = (part: number) => m.ofOpen(`${data.open === 0 ? 0 : Math.round((100 * part) / data.open)}%`);
  return (
    <>
      <StatRow>
        <StatTile label={m.open} value={data.open} to={dealsWith(asked, undefined)} />
        <StatTile label={m.found} value={data.found} note={share(data.found)} tone="warn" />
        <StatTile label={m.serious} value={data.serious} note={share(data.serious)} tone="bad" />
        <StatTile label={m.waivers} value={data.waivers} />
      </StatRow>
      <div className={styles.columns}>
        <RuleTable rules={data.rules} asked={asked} onChange={onChange} />
        <OwnerTable owners={data.owners} onChange={onChange} />
      </div>
      <WorstDeals worst={data.worst} />
    </>
  );
}

function RuleTable({ rules, asked, onChange }: Props & Pick<LintOverview, 'rules'>) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  const ordered = rules.toSorted((a, b) => b.deals - a.deals);
  return (
    <SectionCard
      flush
      title={m.rulesTitle}
      acts={
        asked.rule && (
          <button type="button" className={styles.rule} onClick={() => onChange({ rule: undefined })}>
            {m.clear}
          </button>
        )
      }
    >
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{m.severity}</th>
              <th>{m.rule}</th>
              <th className={styles.number}>{m.deals}</th>
              <th className={styles.number}>{m.amount}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map(({ rule, name, severity, deals, amounts }) => (
              <tr key={rule} data-none={deals === 0 || undefined} data-chosen={rule === asked.rule || undefined}>
                <td>
                  <SeverityMark severity={severity} />
                </td>
                <td>
                  <button
                    type="button"
                    className={styles.rule}
                    aria-pressed={rule === asked.rule}
                    onClick={() => onChange({ rule: rule === asked.rule ? undefined : rule })}
                  >
                    {name[lang]}
                  </button>
                </td>
                <td className={styles.number}>
                  {deals === 0 ? (
                    m.noneFound
                  ) : (
                    <Link to={dealsWith(asked, rule)} title={m.seeDeals}>
                      {deals}
                    </Link>
                  )}
                </td>
                <td className={styles.number}>
                  {amounts.map(({ currency, amount }) => (
                    <div key={currency}>
                      <MoneyText amount={amount} currency={currency} />
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SectionCard>
  );
}

function OwnerTable({ owners, onChange }: Pick<LintOverview, 'owners'> & Pick<Props, 'onChange'>) {
  const m = useMessages(lintMessages);
  return (
    <SectionCard flush title={m.ownersTitle}>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{m.owner}</th>
              <th className={styles.number}>{m.open}</th>
              <th className={styles.number}>{m.found}</th>
              <th className={styles.number}>{m.serious}</th>
            </tr>
          </thead>
          <tbody>
            {owners.map(({ id, name, open, found, serious }) => (
              <tr key={id ?? ''}>
                <td>
                  {id ? (
                    <button type="button" className={styles.rule} onClick={() => onChange({ ownerId: id })}>
                      {name}
                    </button>
                  ) : (
                    m.nobody
                  )}
                </td>
                <td className={styles.number}>{open}</td>
                <td className={styles.number}>{found}</td>
                <td className={styles.number}>{serious}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SectionCard>
  );
}

function WorstDeals({ worst }: Pick<LintOverview, 'worst'>) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  return (
    <SectionCard flush title={m.worstTitle} note={worst.length}>
      {worst.length === 0 && <EmptyState compact title={m.worstNone} />}
      {worst.length > 0 && <p className={styles.note}>{m.worstHint}</p>}
      <ul className={styles.deals}>
        {worst.map((deal) => (
          <li key={deal.id}>
            <div className={styles.head}>
              <Link to={`/deals/${deal.id}`}>{deal.name}</Link>
              <MoneyText amount={deal.amount} currency={deal.currency} />
            </div>
            <div className={styles.facts}>
              {deal.accountName && <span>{deal.accountName}</span>}
              <span>{deal.ownerName ?? m.nobody}</span>
              {deal.closeOn && <DayText day={deal.closeOn} due />}
            </div>
            <div className={styles.tags}>
              {deal.rules.map(({ rule, name, severity }) => (
                <span key={rule}>
                  <SeverityMark severity={severity} bare /> {name[lang]}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

/** The list of the deals behind a number. */
function dealsWith({ ownerId, teamId }: Asked, rule: string | undefined): string {
  const search = new URLSearchParams({ state: 'open' });
  if (rule) search.set('lint', rule);
  if (ownerId) search.set('ownerId', ownerId);
  if (teamId) search.set('teamId', teamId);
  return `/deals?${search}`;
}
