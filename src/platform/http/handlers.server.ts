import { implement, ORPCError } from '@orpc/server';
import type { AnySchema, ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Logger } from 'pino';
import { inBoth } from '#shared/input-words.ts';
import { isTooDeep, unstorablePaths } from '#shared/storable.ts';
import { can, type Actor } from '#permissions/actor.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import type { Lang } from '#shared/messages.ts';
import { dayOf, type Day, type Instant } from '#shared/day.ts';
import type { Database, ReadTx, Tx } from '#platform/database/database.server.ts';
import { recorder, type Record } from '#platform/events/events.server.ts';
import type { EndpointMeta } from '#platform/http/endpoint.ts';
import { answerOnce } from '#platform/http/idempotency.server.ts';
import { issueInLang } from '#platform/http/input-issues.server.ts';
import type { InputIssue } from '#platform/http/refusals.ts';
import { decide, Refused } from '#platform/http/refused.server.ts';

/** What the HTTP layer knows of a request before a handler runs. */
export type RequestContext = {
  database: Database;
  /** null when nobody is signed in. */
  actor: Actor | null;
  requestId: string;
  idempotencyKey: string | null;
  now: Date;
  /** The language of refusals: what the client asks for, else the actor's. */
  lang: Lang;
  log: Logger;
};

type Common = { actor: Actor; now: Instant; today: Day; log: Logger };
export type QueryContext = Common & { db: ReadTx };
export type CommandContext = Common & { tx: Tx; record: Record };
/** For endpoints that work across companies or ask nobody who they are: the handler opens its own transactions. */
export type OpenContext = { database: Database; actor: Actor | null; now: Instant; log: Logger; requestId: string };

// The variance of oRPC's contract types makes `any` the only bound that every procedure meets.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyEndpoint = ContractProcedure<any, any, any, any>;
export type Contract = { readonly [name: string]: AnyEndpoint };

type Handler<E> =
  E extends ContractProcedure<infer I extends AnySchema, infer O extends AnySchema, ErrorMap, infer M>
    ? (
        context: M extends { kind: 'query' } ? QueryContext : CommandContext,
        input: InferSchemaOutput<I>,
      ) => Promise<InferSchemaInput<O> | Refusal>
    : never;
type OpenHandler<E> =
  E extends ContractProcedure<infer I extends AnySchema, infer O extends AnySchema, ErrorMap, infer _M>
    ? (context: OpenContext, input: InferSchemaOutput<I>) => Promise<InferSchemaInput<O> | Refusal>
    : never;

export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> };

/**
 * Binds a slice's handlers to its contract: permission first, then the input, then one transaction as the tenant (read-only for a
 * query), in which the handler loads, decides, saves and records.
 */
export function serve<C extends Contract>(contract: C, handlers: Handlers<C>) {
  return bind(contract, handlers, async (endpoint, name, context, input, handler) => {
    const meta = endpoint['~orpc'].meta as EndpointMeta;
    const actor = context.actor!;
    const now = context.now.toISOString();
    const common = { actor, now, today: dayOf(context.now, actor.timeZone), log: context.log };
    if (meta.kind === 'query')
      return context.database.read(actor.tenantId, (db) => handler({ ...common, db } as never, input));
    return context.database.write(actor.tenantId, (tx) =>
      answerOnce(tx, context, { name, shownOnce: meta.shownOnce }, input, async () =>
        decide(await handler({ ...common, tx, record: recorder(tx, actor, now, context.requestId) } as never, input)),
      ),
    );
  });
}

/** The same for public endpoints (accepting an invitation, say). */
export function serveOpen<C extends Contract>(contract: C, handlers: { readonly [K in keyof C]: OpenHandler<C[K]> }) {
  return bind(contract, handlers, (_endpoint, _name, context, input, handler) => {
    const { database, actor, now, log, requestId } = context;
    return handler({ database, actor, now: now.toISOString(), log, requestId } as never, input);
  });
}

type Run = (
  endpoint: AnyEndpoint,
  name: string,
  context: RequestContext,
  input: unknown,
  handler: (context: never, input: unknown) => Promise<unknown>,
) => Promise<unknown>;

function bind<C extends Contract>(contract: C, handlers: { readonly [K in keyof C]: unknown }, run: Run) {
  return Object.fromEntries(
    Object.entries(contract).map(([name, endpoint]) => {
      const handler = handlers[name] as (context: never, input: unknown) => Promise<unknown>;
      const procedure = implement(endpoint)
        .$context<RequestContext>()
        // Who may not ask is told so before anything is said about the input.
        .$config({ initialInputValidationIndex: 1 })
        .use(({ context, next }) => {
          const refusal = mayAsk(endpoint, context.actor);
          if (refusal) throw toError(endpoint, refusal, context);
          return next();
        })
        .handler(async ({ input, context }) => {
          try {
            decide(refuseUnstorable(input));
            return decide(await run(endpoint, name, context, input, handler));
          } catch (error) {
            throw error instanceof Refused ? toError(endpoint, error.refusal, context) : error;
          }
        });
      return [name, procedure];
    }),
  );
}

const unstorableWords = {
  zh: '含有无法保存的字符，请删去后重试',
  en: 'It has characters that cannot be kept; remove them and try again',
};

const tooDeepWords = { zh: '内容嵌套得太深', en: 'It is nested too deeply' };

function refuseUnstorable(input: unknown): Refusal | null {
  if (isTooDeep(input)) return refuse('input.invalid', { issues: [{ path: [], message: inBoth(tooDeepWords) }] });
  const issues = unstorablePaths(input).map((path) => ({ path, message: inBoth(unstorableWords) }));
  return issues.length > 0 ? refuse('input.invalid', { issues }) : null;
}

function mayAsk(endpoint: AnyEndpoint, actor: Actor | null): Refusal | null {
  const { access } = endpoint['~orpc'].meta as EndpointMeta;
  if (access === 'public') return null;
  if (!actor) return refuse('session.required');
  return access === 'signedIn' || can(actor, access) ? null : refuse('permission.missing', { permission: access });
}

function toError(endpoint: AnyEndpoint, refusal: Refusal, context: RequestContext) {
  const { refusals } = endpoint['~orpc'].meta as EndpointMeta;
  const kind = refusals[refusal.code];
  if (!kind) return new Error(`undeclared refusal ${refusal.code}: add it to the endpoint's refusals`);
  if (kind.alert) context.log.warn({ refusal: refusal.code }, 'refused');
  const data = refusal.code === 'input.invalid' ? issuesInLang(refusal.data, context.lang) : refusal.data;
  return new ORPCError(refusal.code, { status: kind.status, message: kind.words(data)[context.lang], data });
}

function issuesInLang(data: unknown, lang: Lang) {
  const { issues } = data as { issues: InputIssue[] };
  return { issues: issues.map((issue) => issueInLang(issue, lang)) };
}
