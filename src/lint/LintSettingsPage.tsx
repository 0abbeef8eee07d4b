import { useQuery } from '@tanstack/react-query';
import { LintSettingsForm } from '#lint/LintSettingsForm.tsx';
import { lintMessages } from '#lint/lint.messages.ts';
import { lint } from '#lint/lint.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';

/** Settings: which selling mistakes are looked for, how gravely they weigh, and the company's own. */
export function LintSettingsPage() {
  const m = useMessages(lintMessages);
  const { data, error, refetch } = useQuery(lint.settings.queryOptions({ input: {} }));
  const settings = data;
  return (
    <>
      <PageHeader title={m.settingsTitle} facts={m.settingsLead} />
      <RefusalAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={12} />}
      {/* A newer version fills the form anew. */}
      {settings && <LintSettingsForm key={settings.version} settings={settings} />}
    </>
  );
}
