import { Drawer } from 'antd';
import type { AuditEvent } from '#audit/audit.ts';
import { changesOf, tellAudit } from '#audit/audit-telling.ts';
import { auditMessages } from '#audit/audit.messages.ts';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#audit/Audit.module.css';

/** All that one entry of the log holds. */
export function EventDrawer({ event, onClose }: { event: AuditEvent; onClose: () => void }) {
  const m = useMessages(auditMessages);
  const lang = useLang();
  const isPhone = useIsPhone();
  const { title, name, detail } = tellAudit(event, lang);
  const changed = changesOf(event, lang);
  return (
    <Drawer open title={m.detailTitle} size={isPhone ? '100%' : 620} onClose={onClose}>
      <dl className={styles.facts}>
        <dt>{m.what}</dt>
        <dd>{title}</dd>
        {name && <dt>{m.name}</dt>}
        {name && <dd>{name}</dd>}
        {detail && <dt>{m.detail}</dt>}
        {detail && <dd>{detail}</dd>}
        <dt>{m.who}</dt>
        <dd>{event.actorName ?? m.nobody(event.type)}</dd>
        <dt>{m.at}</dt>
        <dd>
          <InstantText at={event.at} />
        </dd>
        <dt>{m.type}</dt>
        <dd>
          <code>{event.type}</code>
        </dd>
        <dt>{m.subject}</dt>
        <dd>
          <code>{event.subjectId}</code>
        </dd>
        <dt>{m.eventId}</dt>
        <dd>
          <code>{event.id}</code>
        </dd>
      </dl>
      {changed.length > 0 && (
        <>
          <h3 className={styles.heading}>{m.changed}</h3>
          <table className={styles.changes}>
            <thead>
              <tr>
                <th scope="col">{m.field}</th>
                <th scope="col">{m.before}</th>
                <th scope="col">{m.after}</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{field}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Drawer>
  );
}
