import { resolved, type ApiDocument, type Schema } from '#apidocs/api-document.ts';

/** One line of a schema as people read it. */
export type SchemaLine = {
  name: string;
  /** 'text', 'whole number', 'list of id' …: words come from the reader's language. */
  type: TypeWord[];
  required: boolean;
  description: string | null;
  /** Closed list of values. */
  choices: string[];
  /** '1–200', '≥ 0': how long or how large it may be. */
  limits: string | null;
  byDefault: string | null;
  children: SchemaLine[];
};
export type TypeWord =
  | 'text'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'object'
  | 'list'
  | 'id'
  | 'day'
  | 'instant'
  | 'email'
  | 'nothing'
  | 'any'
  | 'map';

const DEEPEST = 6;

/** The lines of an object schema; a list of objects is the lines of one of them. */
export function schemaLines(document: ApiDocument, schema: Schema, depth = 0): SchemaLine[] {
  const own = flat(document, schema);
  if (depth > DEEPEST) return [];
  if (own.type === 'array' && own.items) return schemaLines(document, own.items, depth + 1);
  const variants = (own.anyOf ?? own.oneOf ?? []).filter((one) => flat(document, one).type !== 'null');
  if (variants.length > 0 && !own.properties) return variants.flatMap((one) => schemaLines(document, one, depth));
  const required = new Set(own.required);
  const lines = Object.entries(own.properties ?? {}).map(([name, inner]) =>
    lineOf(document, name, inner, required.has(name), depth),
  );
  if (typeof own.additionalProperties === 'object' && Object.keys(own.additionalProperties).length > 0)
    lines.push(lineOf(document, '*', own.additionalProperties, false, depth));
  return lines;
}

export function lineOf(document: ApiDocument, name: string, schema: Schema, required: boolean, depth = 0): SchemaLine {
  const own = flat(document, schema);
  const value = unwrapped(document, own);
  return {
    name,
    type: typeWords(document, own),
    required,
    description: own.description ?? value.description ?? null,
    choices: (value.enum ?? (value.const === undefined ? [] : [value.const])).map(String),
    limits: limitsOf(value),
    byDefault: own.default === undefined ? null : JSON.stringify(own.default),
    children: schemaLines(document, own, depth + 1),
  };
}

/** What a schema says, references followed and parts joined. */
function flat(document: ApiDocument, schema: Schema): Schema {
  const own = resolved(document, schema);
  if (!own.allOf) return own;
  return own.allOf
    .map((part) => flat(document, part))
    .reduce(
      (joined, part) => ({
        ...joined,
        ...part,
        properties: { ...joined.properties, ...part.properties },
        required: [...(joined.required ?? []), ...(part.required ?? [])],
      }),
      { ...own, allOf: undefined },
    );
}

/** Without 'or nothing', and one of a list instead of the list. */
function unwrapped(document: ApiDocument, schema: Schema): Schema {
  const variants = (schema.anyOf ?? schema.oneOf ?? []).map((one) => flat(document, one));
  const [only, ...more] = variants.filter((one) => one.type !== 'null');
  if (only && more.length === 0) return unwrapped(document, only);
  return schema.type === 'array' && schema.items && !schema.items.properties
    ? { ...flat(document, schema.items), minItems: schema.minItems, maxItems: schema.maxItems }
    : schema;
}

function typeWords(document: ApiDocument, schema: Schema): TypeWord[] {
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) {
    const all = variants.flatMap((one) => typeWords(document, flat(document, one)));
    return [...new Set(all)];
  }
  if (schema.type === 'array')
    return ['list', ...(schema.items ? typeWords(document, flat(document, schema.items)) : [])];
  return [wordOf(schema)];
}

const formats: { [format: string]: TypeWord | undefined } = {
  uuid: 'id',
  date: 'day',
  'date-time': 'instant',
  email: 'email',
};
const types: { [type: string]: TypeWord | undefined } = {
  string: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  null: 'nothing',
};

function wordOf({ type, format, properties, additionalProperties, enum: choices, const: one }: Schema): TypeWord {
  if (type === 'object' || properties) return !properties && additionalProperties ? 'map' : 'object';
  if (type === undefined && (choices || typeof one === 'string')) return 'text';
  return (format && formats[format]) || (typeof type === 'string' && types[type]) || 'any';
}

const LARGEST = Number.MAX_SAFE_INTEGER;

function limitsOf(schema: Schema): string | null {
  const { minLength, maxLength, minItems, maxItems } = schema;
  const minimum = schema.minimum !== undefined && schema.minimum > -LARGEST ? schema.minimum : undefined;
  const maximum = schema.maximum !== undefined && schema.maximum < LARGEST ? schema.maximum : undefined;
  const [from, to] = [minLength ?? minItems ?? minimum, maxLength ?? maxItems ?? maximum];
  if (schema.format === 'uuid' || (from === undefined && to === undefined)) return null;
  if (from === undefined) return `≤ ${to}`;
  return to === undefined ? `≥ ${from}` : `${from}–${to}`;
}
