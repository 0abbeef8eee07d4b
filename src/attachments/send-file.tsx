import type { Subject } from '#platform/subject.ts';
import { sendPlain } from '#ui/client.tsx';

export async function sendFile(subject: Subject, file: File): Promise<void> {
  const body = new FormData();
  body.set('subjectKind', subject.kind);
  body.set('subjectId', subject.id);
  body.set('file', file);
  await sendPlain('/api/attachments', { method: 'POST', body });
}
