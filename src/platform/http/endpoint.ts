import { oc, type AnySchema, type ErrorMap } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '#permissions/permission.ts';
import { pick, type RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import { platformRefusals } from '#platform/http/refusals.ts';

/** 'signedIn': every signed-in person; 'public': nobody is asked who they are. */
export type Access = Permission | 'signedIn' | 'public';

export type EndpointMeta = {
  kind: 'query' | 'command';
  access: Access;
  summary: Text;
  refusals: RefusalKinds;
  /** Fields of the output that are shown once: an answer kept for retries holds null in their place. */
  shownOnce: readonly string[];
};

type Declared<I extends AnySchema, O extends AnySchema> = {
  path: `/${string}`;
  access: Access;
  summary: Text;
  input: I;
  output: O;
  /** What the business may refuse here, beyond what any endpoint may answer. */
  refusals?: RefusalKinds;
  /** Fields of the output that hold a secret: a retry under the same Idempotency-Key gets null there. */
  shownOnce?: readonly string[];
};

/** A read, given a read-only database handle: GET, or POST where what is asked does not fit into an address. */
export function query<I extends AnySchema, O extends AnySchema>(
  declared: Declared<I, O> & { method?: 'GET' | 'POST' },
) {
  return contract({ method: 'GET', ...declared }, 'query');
}

/** A change: one transaction with its event; answers 200 with the new state. */
export function command<I extends AnySchema, O extends AnySchema>(
  declared: Declared<I, O> & { method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE' },
) {
  return contract({ method: 'POST', ...declared }, 'command');
}

function contract<I extends AnySchema, O extends AnySchema, K extends 'query' | 'command'>(
  declared: Declared<I, O> & { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' },
  kind: K,
) {
  const refusals: RefusalKinds = { ...always(declared.access, kind, declared.method), ...declared.refusals };
  const { method, path, summary, access, shownOnce = [] } = declared;
  const tag = path.split('/')[1]!;
  return oc
    .$meta<EndpointMeta & { kind: K }>({ kind, access, summary, refusals, shownOnce })
    .route({ method, path, summary: summary.zh, description: summary.en, tags: [tag] })
    .errors(errorMap(refusals))
    .input(declared.input)
    .output(declared.output);
}

function always(access: Access, kind: 'query' | 'command', method: string): RefusalKinds {
  const input = {
    ...pick(platformRefusals, 'input.invalid', 'request.tooMany'),
    ...(method === 'GET' ? {} : pick(platformRefusals, 'request.tooLarge', 'request.notJson')),
  };
  if (access === 'public') return input;
  const retried = kind === 'command' ? pick(platformRefusals, 'request.keyReused') : {};
  return {
    ...input,
    ...retried,
    ...pick(platformRefusals, 'session.required', 'permission.missing', 'record.notFound'),
  };
}

function errorMap(refusals: RefusalKinds): ErrorMap {
  return Object.fromEntries(
    Object.entries(refusals).map(([code, kind]) => [code, { status: kind.status, data: z.unknown() }]),
  );
}
