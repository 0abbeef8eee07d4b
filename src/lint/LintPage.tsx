import { useSearch, useNavigate, Link } from '@tanstack/react-router';
import { LintTeam } from '#lint/LintTeam.tsx';
import { lintMessages } from '#lint/lint.messages.ts';
import styles from '#lint/LintPage.module.css';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

const LossSection = onDemand(
  async () => (await import('#lint/LossSection.tsx')).LossSection,
  <SkeletonLines lines={8} />,
);
const tabs = ['mistakes', 'losses'] as const;

/** 体检 over the deals one may see: where the mistakes are, and which of them foretold a loss. */
export function LintPage() {
  const m = useMessages(lintMessages);
  const can = useCan();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const tab = search['tab'] === 'losses' ? 'losses' : 'mistakes';
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, ...next }) as never });
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        facts={m.lead}
        acts={can('playbook.write') && <Link to="/settings/lint">{m.tune}</Link>}
      />
      <PageTabs
        label={m.tabsLabel}
        tabs={tabs}
        words={m.tabs}
        shown={tab}
        onShow={(next) => change({ tab: next === 'losses' ? next : undefined })}
      />
      {tab === 'mistakes' ? (
        <LintTeam asked={{ ownerId: text('ownerId'), teamId: text('teamId'), rule: text('rule') }} onChange={change} />
      ) : (
        <LossSection daysBefore={Number(search['days']) || 30} onDays={(days) => change({ days: String(days) })} />
      )}
    </div>
  );
}
