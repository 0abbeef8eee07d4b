import type { Text } from '#shared/messages.ts';
import type { RefusalKind, RefusalKinds } from '#shared/refusal.ts';

/** The refusals of an endpoint as OpenAPI responses: one for each status, with the codes and their words. */
export function refusalResponses(refusals: RefusalKinds): { [status: string]: object } {
  const byStatus = Map.groupBy(Object.entries(refusals), ([, { status }]) => status);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, kinds]) => {
        const told = kinds.map(([code, kind]) => ({ code, ...wordsOf(code, kind) }));
        return [String(status), response(told)];
      }),
  );
}

function response(told: readonly ({ code: string } & Text)[]) {
  return {
    description: told.map(({ code, en }) => `\`${code}\`: ${en}`).join('\n\n'),
    content: {
      'application/json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Refusal' },
            { type: 'object', properties: { code: { enum: told.map(({ code }) => code) } } },
          ],
        },
      },
    },
    'x-words': Object.fromEntries(told.map(({ code, zh, en }) => [code, { zh, en }])),
  };
}

/** The words with an ellipsis where a refusal in earnest has its data; a code whose words need more than that alone. */
function wordsOf(code: string, kind: RefusalKind): Text {
  try {
    const { zh, en } = kind.words(kind.example ?? unsaid());
    return [zh, en].some((words) => /undefined|NaN|\[object/.test(words)) ? { zh: code, en: code } : { zh, en };
  } catch {
    return { zh: code, en: code };
  }
}

const nothing = () => undefined;

/** Stands for any data: every property of it, every call of it, is again such a thing, and it reads as '…'. */
function unsaid(): unknown {
  return new Proxy(nothing, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return () => '…';
      if (key === Symbol.iterator) return [][Symbol.iterator].bind([]);
      return unsaid();
    },
    apply: () => unsaid(),
  });
}
