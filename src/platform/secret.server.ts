import { hash, randomBytes } from 'node:crypto';

/**
 * A secret handed out once: an invitation's link, an API key. It names its company, so that looking it up is a query of
 * one tenant; kept is only its SHA-256 (24 random bytes need no slow hash).
 */
export function newSecret(tenantId: string, prefix = ''): { secret: string; hash: string } {
  const company = Buffer.from(tenantId.replaceAll('-', ''), 'hex');
  const secret = prefix + Buffer.concat([company, randomBytes(24)]).toString('base64url');
  return { secret, hash: hash('sha256', secret) };
}

/** @returns null when the text cannot be one of ours */
export function readSecret(secret: string, prefix = ''): { tenantId: string; hash: string } | null {
  if (!secret.startsWith(prefix)) return null;
  const bytes = Buffer.from(secret.slice(prefix.length), 'base64url');
  if (bytes.length !== 40) return null;
  const hex = bytes.subarray(0, 16).toString('hex');
  const tenantId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { tenantId, hash: hash('sha256', secret) };
}
