import type { RefusalKinds } from '#shared/refusal.ts';

/** A fault of the input: where (a path into the input) and what to do, in the reader's language. */
export type InputIssue = { path: (string | number)[]; message: string };

/** What any endpoint may refuse. Invisible and missing are one answer, so that nobody learns what exists. */
export const platformRefusals = {
  'session.required': {
    status: 401,
    words: () => ({ zh: '请先登录。', en: 'Please sign in first.' }),
  },
  'permission.missing': {
    status: 403,
    words: () => ({
      zh: '您的角色没有这项权限，请联系管理员。',
      en: 'Your role does not allow this; ask an administrator.',
    }),
  },
  'record.notFound': {
    status: 404,
    words: () => ({
      zh: '找不到这条记录：它不存在，或不在您的可见范围内。',
      en: 'Not found: it does not exist, or you may not see it.',
    }),
  },
  'record.changed': {
    status: 409,
    words: () => ({
      zh: '您编辑期间有人改过这条记录。您填写的内容仍然保留，请对照最新内容后再保存。',
      en: 'Someone changed this record while you were editing. Your text is kept; compare it with the latest and save again.',
    }),
  },
  'input.invalid': {
    status: 422,
    words: (data: { issues: InputIssue[] }) => ({
      zh: `有 ${data.issues.length} 处需要改正。`,
      en: `${data.issues.length} ${data.issues.length === 1 ? 'thing needs' : 'things need'} correcting.`,
    }),
  },
  'request.tooMany': {
    status: 429,
    words: (data: { seconds: number }) => ({
      zh: `操作过于频繁，请 ${data.seconds} 秒后再试。`,
      en: `Too many requests; try again in ${data.seconds} seconds.`,
    }),
  },
  'request.tooLarge': {
    status: 413,
    words: (data: { limit: string }) => ({
      zh: `内容过大，上限为 ${data.limit}。`,
      en: `Too large; the limit is ${data.limit}.`,
    }),
  },
  'request.notJson': {
    status: 415,
    words: () => ({
      zh: '请求内容须是未压缩的 JSON（Content-Type: application/json）。',
      en: 'The body must be plain JSON (Content-Type: application/json).',
    }),
  },
  'request.keyReused': {
    status: 422,
    words: () => ({
      zh: '这个 Idempotency-Key 已用于另一个请求，请换一个新的。',
      en: 'This Idempotency-Key was used for a different request; use a new one.',
    }),
  },
} satisfies RefusalKinds;
