import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { accepted } from '#attachments/attachment.ts';
import { attachmentsContract } from '#attachments/attachments.contract.ts';
import { attachmentMessages } from '#attachments/attachments.messages.ts';
import { sizeWords } from '#attachments/file-size.ts';
import { sendFile } from '#attachments/send-file.tsx';
import type { Subject } from '#platform/subject.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { spoken, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#attachments/Attachments.module.css';

const attachments = queriesFor(attachmentsContract, 'attachments');
const client = clientFor(attachmentsContract);

/** Files of a record: dropped or chosen, downloaded, removed. */
export function AttachmentsSection({ subject }: { subject: Subject }) {
  const m = useMessages(attachmentMessages);
  const failures = useMessages(failureMessages);
  const write = useCan()('task.write');
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string>();
  const [over, setOver] = useState(false);
  const query = useQuery(
    attachments.list.queryOptions({ input: { subjectKind: subject.kind, subjectId: subject.id } }),
  );
  const send = async (files: Iterable<File>) => {
    for (const file of files) {
      setSending(file.name);
      await sendFile(subject, file).catch((refused: unknown) =>
        toast(spoken(file.name, wordsOf(refused, { ...failures, network: m.failed })), { tone: 'bad' }),
      );
    }
    setSending(undefined);
    await queries.invalidateQueries();
  };
  const remove = async (id: string) => {
    try {
      await client.remove({ id });
      toast(m.removed);
    } catch (refused) {
      toast(wordsOf(refused, failures), { tone: 'bad' });
    }
    await queries.invalidateQueries();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (write) void send(event.dataTransfer.files);
  };
  const rows = query.data?.rows ?? [];
  return (
    <SectionCard
      title={m.title}
      note={rows.length || undefined}
      acts={
        write && (
          <Button type="text" icon={<UploadOutlined />} loading={!!sending} onClick={() => input.current?.click()}>
            {m.add}
          </Button>
        )
      }
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted.map((ending) => `.${ending}`).join(',')}
        onChange={(event) => {
          void send([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />
      <div
        className={styles.place}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(write);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ul className={styles.files}>
          {rows.map((file) => (
            <li key={file.id} className={styles.file}>
              <PaperClipOutlined aria-hidden="true" />
              <a href={`/api/attachments/${file.id}/content`} download={file.name} title={m.download(file.name)}>
                {file.name}
              </a>
              <span className={styles.note}>
                {sizeWords(file.bytes)} · {file.addedByName} · <InstantText at={file.createdAt} />
              </span>
              {write && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={m.removeOne(file.name)}
                  onClick={() => void remove(file.id)}
                />
              )}
            </li>
          ))}
        </ul>
        {write && <p className={styles.hint}>{sending ? m.uploading(sending) : m.limits}</p>}
      </div>
    </SectionCard>
  );
}
