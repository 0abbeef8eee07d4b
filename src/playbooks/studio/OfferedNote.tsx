import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Compare } from '#playbooks/studio/Compare.tsx';
import { draftClient, drafts, sourceQuery, versionClient, versions } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#playbooks/studio/Studio.module.css';

type Props = { playbookId: string; shipped: number; current: number; dismissed: { by: string; at: string } | null };

/**
 * The product brings a newer text than the company's own was taken from: it is offered, never put in place. Whoever says
 * 'not now' has peace until the next one; a quiet line keeps it at hand.
 */
export function OfferedNote({ playbookId, shipped, current, dismissed }: Props) {
  const m = useMessages(studioMessages);
  const may = useCan()('playbook.write');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [error, setError] = useState<unknown>();
  const { data: offered } = useQuery(versions.shipped.queryOptions({ input: { id: playbookId } }));
  const { data: now } = useQuery(sourceQuery(playbookId, current));
  const begin = async () => {
    const source = offered!.source;
    const fields = { playbookId, source, baseVersion: current, shippedVersion: shipped };
    const made = await draftClient.create(fields);
    await queries.invalidateQueries({ queryKey: drafts.list.key() });
    await navigate({ to: `/playbooks/drafts/${made.id}` });
  };
  const answer = async (notNow: boolean) => {
    setError(undefined);
    await versionClient.answerOffer({ id: playbookId, version: shipped, dismissed: notNow });
    await queries.invalidateQueries({ queryKey: versions.key() });
    if (notNow) toast(m.offerDismissed(shipped), { undo: () => void answer(false).catch(setError) });
  };
  const inside = (
    <>
      <RefusalAlert error={error} />
      <p className={styles.choices}>
        <Button size="small" onClick={() => setShown(!shown)}>
          {m.offerCompare}
        </Button>
        {may && (
          <Button size="small" type="primary" disabled={!offered} onClick={() => void begin().catch(setError)}>
            {m.offerDraft}
          </Button>
        )}
        {may && (
          <Button size="small" type="text" onClick={() => void answer(!dismissed).catch(setError)}>
            {dismissed ? m.offerAgain : m.offerNotNow}
          </Button>
        )}
      </p>
      {shown && offered && now && (
        <Compare
          before={{ label: m.version(current), source: now.source }}
          after={{ label: m.shippedText(shipped), source: offered.source }}
        />
      )}
    </>
  );
  if (!dismissed)
    return (
      <Notice title={m.offerTitle(shipped)}>
        <p>{m.offerLead}</p>
        {inside}
      </Notice>
    );
  return (
    <details className={styles.dismissed}>
      <summary>
        {m.offerDismissedBy(shipped, dismissed.by)} <InstantText at={dismissed.at} />
      </summary>
      {inside}
    </details>
  );
}
