import { currentLang, localeOf } from '#ui/lang.tsx';

/** Why the sign-in library refused, as a key of the words. */
export type Failure = 'wrongPassword' | 'wrongCode' | 'locked' | 'tooMany' | 'weak' | 'failed';
export type Answer<T> = { data: T; failure?: undefined } | { data?: undefined; failure: Failure };

export type SessionRow = { token: string; createdAt: string; ipAddress?: string | null; userAgent?: string | null };
export type Enrolment = { totpURI: string; backupCodes: string[] };

export const changePassword = (currentPassword: string, newPassword: string) =>
  ask<unknown>('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
export const startSecondFactor = (password: string) => ask<Enrolment>('/two-factor/enable', { password });
export const confirmSecondFactor = (code: string) => ask<unknown>('/two-factor/verify-totp', { code });
export const stopSecondFactor = (password: string) => ask<unknown>('/two-factor/disable', { password });
export const renewBackupCodes = (password: string) =>
  ask<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password });
export const listSessions = () => ask<SessionRow[]>('/list-sessions');
export const currentSession = () =>
  ask<{ session: { token: string }; user: { twoFactorEnabled?: boolean | null } } | null>('/get-session');
export const endSession = (token: string) => ask<unknown>('/revoke-session', { token });
export const endOtherSessions = () => ask<unknown>('/revoke-other-sessions', {});

async function ask<T>(path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      credentials: 'same-origin',
      headers: { 'accept-language': localeOf(currentLang()), ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const said: unknown = await response.json().catch(() => null);
    return response.ok
      ? { data: said as T }
      : { failure: failureOf(response.status, said as { code?: string } | null) };
  } catch {
    return { failure: 'failed' };
  }
}

export function failureOf(status: number, said: { code?: string } | null): Failure {
  if (status === 423) return 'locked';
  if (status === 429) return 'tooMany';
  const known: { [code: string]: Failure } = {
    INVALID_PASSWORD: 'wrongPassword',
    INVALID_CODE: 'wrongCode',
    PASSWORD_WEAK: 'weak',
    PASSWORD_TOO_SHORT: 'weak',
  };
  return known[said?.code ?? ''] ?? 'failed';
}
