import { ORPCError } from '@orpc/client';
import type { Messages } from '#shared/messages.ts';

/** A fault of the input as the server reports it: a path into the input and what to do. */
export type Issue = { path: (string | number)[]; message: string };

/** The refusal's code when the business or the platform refused; undefined for failures of the network or the server. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof ORPCError && typeof error.code === 'string' && error.code.includes('.')
    ? error.code
    : undefined;
}

export function isRefused(error: unknown, code: string): boolean {
  return codeOf(error) === code;
}

/** Whether a record's page has nothing to show: no such record for this reader, or an id that none can have. */
export function isNotThere(error: unknown): boolean {
  return isRefused(error, 'record.notFound') || isRefused(error, 'input.invalid');
}

/** The data of a refusal, as its rule declares it; undefined when something else went wrong. */
export function dataOf(error: unknown, code: string): unknown {
  return error instanceof ORPCError && error.code === code ? error.data : undefined;
}

export function issuesOf(error: unknown): readonly Issue[] {
  const data = dataOf(error, 'input.invalid') as { issues?: Issue[] } | undefined;
  return data?.issues ?? [];
}

type Failure = 'network' | 'server' | 'unknown';

/** What to tell the reader: the refusal's own words (the server speaks her language), or which thing failed. */
export function wordsOf(error: unknown, failures: Record<Failure, string>): string {
  if (codeOf(error) && error instanceof Error) return error.message;
  if (error instanceof ORPCError) return error.status >= 500 ? failures.server : failures.unknown;
  return error instanceof TypeError ? failures.network : failures.unknown;
}

const zh: Record<Failure, string> = {
  network: '连不上服务器，请检查网络后重试。您填写的内容仍在本页。',
  server: '服务器暂时出错，请稍后重试；如果一直这样，请联系管理员。',
  unknown: '没有成功，请重试；如果一直这样，请联系管理员。',
};

const en = {
  network: 'The server cannot be reached. Check your connection and try again; what you typed is still on this page.',
  server: 'The server failed. Try again in a moment; if it goes on, tell an administrator.',
  unknown: 'That did not work. Try again; if it goes on, tell an administrator.',
} satisfies Messages<typeof zh>;

export const failureMessages = { zh, en };
