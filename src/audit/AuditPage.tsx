import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { AuditEvent } from '#audit/audit.ts';
import { auditClient, audit } from '#audit/audit.queries.tsx';
import { auditMessages } from '#audit/audit.messages.ts';
import { useAuditColumns } from '#audit/useAuditColumns.tsx';
import { useAuditFilters } from '#audit/useAuditFilters.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';

const EventDrawer = onDemand(async () => (await import('#audit/EventDrawer.tsx')).EventDrawer);
const Verification = onDemand(async () => (await import('#audit/Verification.tsx')).Verification);

/** Settings: who did what, and whether the log is as it was written. */
export function AuditPage() {
  useFetchSoon(EventDrawer);
  const m = useMessages(auditMessages);
  const [shown, setShown] = useState<AuditEvent>();
  const [verifying, setVerifying] = useState(false);
  const filters = useAuditFilters();
  const columns = useAuditColumns(setShown);
  return (
    <>
      <PageHeader
        title={m.title}
        facts={m.lead}
        acts={
          <Button icon={<SafetyCertificateOutlined />} onClick={() => setVerifying(true)}>
            {m.verify}
          </Button>
        }
      />
      {verifying && <Verification />}
      <RecordList
        name="audit"
        label={m.title}
        columns={columns}
        filters={filters}
        queryKey={audit.list.key()}
        fetchPage={({ filters: asked, order, after, limit }) => auditClient.list({ ...asked, order, after, limit })}
        exports="audit"
        empty={{ title: m.emptyTitle, hint: m.emptyHint }}
      />
      {shown && <EventDrawer event={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}
