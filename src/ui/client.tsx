import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { v4 as randomKey } from 'uuid';
import { currentLang, localeOf } from '#ui/lang.tsx';
import { announceSignedOut } from '#ui/signed-out.tsx';

export type ClientOf<C extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<C>>;

/** A typed client of one contract: `clientFor(dealsContract).list({ stage })`. */
export function clientFor<C extends AnyContractRouter>(contract: C): ClientOf<C> {
  const link = new OpenAPILink(contract, {
    url: () => `${location.origin}/api`,
    headers: (_options, path) => ({
      'accept-language': localeOf(currentLang()),
      ...(isCommand(contract, path) && { 'idempotency-key': randomKey() }),
    }),
    fetch: send,
    customErrorResponseBodyDecoder: refusalOf,
  });
  return createORPCClient<ClientOf<C>>(link);
}

/** TanStack Query options of one contract; `name` leads every key: `queriesFor(dealsContract, 'deals')`. */
export function queriesFor<C extends AnyContractRouter>(contract: C, name: string) {
  return createTanstackQueryUtils<ClientOf<C>>(clientFor(contract), { path: [name] });
}

/** What is not JSON: an upload, a download. @throws the refusal as the typed clients throw it */
export async function sendPlain(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', localeOf(currentLang()));
  const response = await send(new Request(path, { ...init, headers }), {});
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  throw refusalOf(body, response) ?? new ORPCError('REQUEST_FAILED', { status: response.status });
}

/** A command is sent again once when the network drops it: its key makes the second try harmless. */
async function send(request: Request, init: { redirect?: Request['redirect'] }): Promise<Response> {
  const again = request.method === 'GET' || request.headers.has('idempotency-key') ? request.clone() : undefined;
  const options: RequestInit = { ...init, credentials: 'same-origin' };
  const response = await fetch(request, options).catch((lost: unknown) => {
    if (!again || again.signal.aborted) throw lost;
    return fetch(again, options);
  });
  if (response.status === 401) announceSignedOut();
  return response;
}

function isCommand(contract: AnyContractRouter, path: readonly string[]): boolean {
  let at: unknown = contract;
  for (const name of path) at = (at as Record<string, unknown> | undefined)?.[name];
  const definition = (at as { '~orpc'?: { meta?: { kind?: string } } } | undefined)?.['~orpc'];
  return definition?.meta?.kind === 'command';
}

function refusalOf(body: unknown, response: { status: number }): ORPCError<string, unknown> | undefined {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return undefined;
  const { code, message } = body;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return new ORPCError(code, { status: response.status, message, data: 'data' in body ? body.data : undefined });
}
