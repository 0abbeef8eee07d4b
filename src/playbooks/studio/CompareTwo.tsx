import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { Compare } from '#playbooks/studio/Compare.tsx';
import { sourceQuery } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import type { PlaybookVersion } from '#playbooks/studio/versions.contract.ts';
import { useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#playbooks/studio/History.module.css';

/** Which two is in the address, so that it can be sent to somebody. */
export function CompareTwo({ playbookId, all }: { playbookId: string; all: readonly PlaybookVersion[] }) {
  const m = useMessages(studioMessages);
  const navigate = useNavigate();
  const search: { from?: string; to?: string } = useSearch({ strict: false });
  const known = (asked: string | undefined, otherwise: number) =>
    all.find(({ version }) => String(version) === asked)?.version ?? otherwise;
  const [from, to] = [known(search.from, all[1]!.version), known(search.to, all[0]!.version)];
  const { data: before } = useQuery(sourceQuery(playbookId, from));
  const { data: after } = useQuery(sourceQuery(playbookId, to));
  const show = (next: { from: number; to: number }) =>
    void navigate({ to: `/playbooks/${playbookId}/history`, search: next, replace: true });
  const options = all.map(({ version }) => ({ value: version, label: m.version(version) }));
  return (
    <SectionCard
      title={m.compareWith}
      acts={
        <span className={styles.two}>
          <Select aria-label={m.before} value={from} options={options} onChange={(v) => show({ from: v, to })} />
          →
          <Select aria-label={m.after} value={to} options={options} onChange={(v) => show({ from, to: v })} />
        </span>
      }
    >
      {before && after ? (
        <Compare
          before={{ label: m.version(from), source: before.source }}
          after={{ label: m.version(to), source: after.source }}
        />
      ) : (
        <SkeletonLines lines={6} />
      )}
    </SectionCard>
  );
}
