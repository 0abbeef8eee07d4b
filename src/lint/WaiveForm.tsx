import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Finding } from '#method/lint/lint.ts';
import { deals } from '#deals/deals.queries.tsx';
import { lintMessages } from '#lint/lint.messages.ts';
import { lintClient } from '#lint/lint.queries.tsx';
import { longestWaiver } from '#lint/waive.ts';
import styles from '#lint/Lint.module.css';
import { addDays } from '#shared/day.ts';
import { DayPicker } from '#ui/DayPicker.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useToday } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { dealId: string; finding: Finding; onClose: () => void };

/** Why a finding may be let be, and until when. */
export function WaiveForm({ dealId, finding, onClose }: Props) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  const today = useToday();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(addDays(today, 30));
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const save = async () => {
    setAsked(true);
    if (!reason.trim()) return;
    setBusy(true);
    try {
      await lintClient.waive({ id: dealId, rule: finding.rule, reason: reason.trim(), until });
      await queries.invalidateQueries({ queryKey: deals.key() });
      toast(m.waiverDone);
      onClose();
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.waive}
      aria-label={m.waiveTitle(finding.name[lang])}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className={styles.soft}>{m.waiveLead}</p>
      <Input.TextArea
        aria-label={m.waiveReason}
        placeholder={m.waiveReasonHint}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={1000}
        value={reason}
        status={asked && !reason.trim() ? 'error' : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      {asked && !reason.trim() && (
        <p role="alert" className={styles.wanting}>
          {m.waiveNeeded}
        </p>
      )}
      <div className={styles.until}>
        <span>{m.waiveUntil}</span>
        <DayPicker
          aria-label={m.waiveUntil}
          value={until}
          min={addDays(today, 1)}
          max={addDays(today, longestWaiver)}
          onChange={(day) => day && setUntil(day)}
        />
      </div>
      <RefusalAlert error={error} issues />
      <div className={styles.formActs}>
        <Button size="small" type="text" onClick={onClose}>
          {m.cancel}
        </Button>
        <Button size="small" type="primary" htmlType="submit" loading={busy}>
          {m.save}
        </Button>
      </div>
    </form>
  );
}
