import type { Subject } from '#platform/subject.ts';
import { currentLang, localeOf } from '#ui/lang.tsx';

/** Sends a file; answers the refusal's words when there is one. */
export async function sendFile(subject: Subject, file: File): Promise<{ refused?: string }> {
  const body = new FormData();
  body.set('subjectKind', subject.kind);
  body.set('subjectId', subject.id);
  body.set('file', file);
  const response = await fetch('/api/attachments', {
    method: 'POST',
    body,
    headers: { 'accept-language': localeOf(currentLang()) },
  });
  if (response.ok) return {};
  const answer = (await response.json().catch(() => ({}))) as { message?: string };
  return { refused: answer.message ?? '' };
}
