/** Half of a surrogate pair, or NUL: text that no database and no JSON parser takes. */
const unstorable = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/;

/** Where in a value of plain data such text stands, as paths into it. */
export function unstorablePaths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return unstorable.test(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, i) => unstorablePaths(item, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    unstorable.test(key) ? [path] : unstorablePaths(inner, [...path, key]),
  );
}

/** Nothing that people record is built that deep; what is, was made to exhaust whoever walks it. */
const DEEPEST = 60;

export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth >= DEEPEST || Object.values(value).some((inner) => isTooDeep(inner, depth + 1));
}
