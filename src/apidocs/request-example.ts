import { resolved, type ApiDocument, type Operation, type Schema } from '#apidocs/api-document.ts';

const texts: { [format: string]: string | undefined } = {
  uuid: '0199aa00-0000-7000-8000-000000000000',
  date: '2026-11-22',
  'date-time': '2026-11-22T08:00:00.000Z',
  email: 'name@example.com',
};
const DEEPEST = 5;

/** A small value that the schema takes: what must be there, and nothing else. */
export function exampleOf(document: ApiDocument, schema: Schema, depth = 0): unknown {
  const own = resolved(document, schema);
  if (own.default !== undefined) return own.default;
  if (own.const !== undefined) return own.const;
  if (own.enum) return own.enum[0];
  const variant = (own.anyOf ?? own.oneOf)?.find((one) => resolved(document, one).type !== 'null');
  if (variant) return exampleOf(document, variant, depth);
  if (own.properties || own.type === 'object') {
    if (depth > DEEPEST) return {};
    const names = Object.keys(own.properties ?? {}).filter((name) => own.required?.includes(name));
    return Object.fromEntries(names.map((name) => [name, exampleOf(document, own.properties![name]!, depth + 1)]));
  }
  if (own.type === 'array') {
    return own.minItems && own.items ? [exampleOf(document, own.items, depth + 1)] : [];
  }
  if (own.type === 'integer' || own.type === 'number') return Math.max(1, own.minimum ?? 1);
  if (own.type === 'boolean') return true;
  return texts[own.format ?? ''] ?? (own.pattern === '^[A-Z]{3}$' ? 'CNY' : '…');
}

/** The request as a shell command; the key comes from the environment, so that none is pasted into a history. */
export function curlOf(document: ApiDocument, operation: Operation, origin: string): string {
  const { method, parameters, permission, body } = operation;
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {};
    return encodeURIComponent(String(exampleOf(document, schema)));
  });
  const asked = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }) => `${name}=${encodeURIComponent(String(exampleOf(document, schema)))}`);
  const query = asked.length > 0 ? `?${asked.join('&')}` : '';
  const keyed = parameters.some(({ name }) => name === 'Idempotency-Key');
  const lines = [
    `curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}${quoted(`${origin}/api${filled}${query}`)}`,
    ...(permission === 'public' ? [] : ['-H "x-api-key: $LONGMEN_KEY"']),
    ...(keyed ? ['-H "idempotency-key: $(uuidgen)"'] : []),
    ...(body ? ["-H 'content-type: application/json'", `-d ${quoted(JSON.stringify(exampleOf(document, body)))}`] : []),
  ];
  return lines.join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
