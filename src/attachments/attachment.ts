import { z } from 'zod';
import { Instant } from '#shared/day.ts';
import { Id } from '#shared/id.ts';
import type { Text } from '#shared/messages.ts';
import { subjectKinds } from '#platform/subject.ts';
import type { RefusalKinds } from '#shared/refusal.ts';

export const MOST_BYTES = 20 * 1024 * 1024;

/** A file kept with a record. What it is, is decided by its content, never by its name. */
export const Attachment = z.object({
  id: Id,
  subjectKind: z.enum(subjectKinds),
  subjectId: Id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  addedBy: Id,
  addedByName: z.string(),
  createdAt: Instant,
});
export type Attachment = z.infer<typeof Attachment>;

/** What may be kept: documents, pictures and recordings; nothing that a browser or a desk would run. */
const kinds = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  // Office before 2007 and WPS.
  'application/x-cfb': ['doc', 'xls', 'ppt', 'wps', 'et', 'dps', 'msg'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'image/tiff': ['tif', 'tiff'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/wav': ['wav'],
  'audio/amr': ['amr'],
  'video/mp4': ['mp4'],
  'text/plain': ['txt', 'md', 'log'],
  'text/csv': ['csv'],
} satisfies { [mediaType: string]: string[] };

export const accepted = [...new Set(Object.values(kinds).flat())];

export function mayKeep(mediaType: string): mediaType is keyof typeof kinds {
  return mediaType in kinds;
}

/** A name that is safe to show and to save: no path, no control or direction characters, the ending of its content. */
export function safeName(name: string, mediaType: keyof typeof kinds): string {
  const base = name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replaceAll(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const endings: readonly string[] = kinds[mediaType];
  const ending = /\.([^.]+)$/.exec(base)?.[1]?.toLowerCase();
  const right = ending !== undefined && endings.includes(ending);
  const stem = right ? base.slice(0, -ending.length - 1) : base;
  return `${Array.from(stem || '附件')
    .slice(0, 100)
    .join('')}.${right ? ending : endings[0]}`;
}

export const attachmentRefusals = {
  'attachment.kindNotAllowed': {
    status: 415,
    words: (): Text => ({
      zh: '不支持这种文件。可以上传 PDF、Word、Excel、PPT、WPS、图片、录音和文本；压缩包请解压后再传。',
      en: 'This kind of file cannot be kept. PDF, Office, WPS, pictures, recordings and text can; unpack archives first.',
    }),
  },
  'attachment.tooLarge': {
    status: 413,
    words: (): Text => ({
      zh: '文件超过 20 MB。请压缩图片或拆分文件后再上传。',
      en: 'The file is larger than 20 MB. Shrink pictures or split it, then try again.',
    }),
  },
  'attachment.empty': {
    status: 422,
    words: (): Text => ({ zh: '请选择一个有内容的文件。', en: 'Choose a file that is not empty.' }),
  },
  'attachment.notYours': {
    status: 403,
    words: ({ addedByName }: { addedByName: string }): Text => ({
      zh: `这个附件是${addedByName}上传的，请由本人或客户负责人删除。`,
      en: `${addedByName} added this file; she or the owner of the record may remove it.`,
    }),
  },
} satisfies RefusalKinds;
