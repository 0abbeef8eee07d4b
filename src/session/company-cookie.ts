export const COMPANY_COOKIE = 'longmen.company';

const shape = /(?:^|;\s*)longmen\.company=([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:;|$)/;

/**
 * The company that a person of several chose to work in, from a Cookie header. It proves nothing: she acts there only
 * while she belongs to it.
 */
export function companyCookie(header: string): string | null {
  return shape.exec(header)?.[1] ?? null;
}
