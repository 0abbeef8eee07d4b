import { currentLang, localeOf } from '#ui/lang.tsx';
import { signInPath } from '#session/return-path.ts';

/** What the sign-in endpoints answer, reduced to what the page must do next. */
export type AuthAnswer = 'in' | 'secondFactor' | 'wrong' | 'locked' | 'tooMany' | 'expired' | 'network' | 'failed';

export function signIn(email: string, password: string): Promise<AuthAnswer> {
  return post('/sign-in/email', { email, password, rememberMe: true });
}

export function verifyTotp(code: string, trustDevice: boolean): Promise<AuthAnswer> {
  return post('/two-factor/verify-totp', { code, trustDevice });
}

export function verifyBackupCode(code: string, trustDevice: boolean): Promise<AuthAnswer> {
  return post('/two-factor/verify-backup-code', { code, trustDevice });
}

/** Leaves, and loads the page anew so that nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {});
  location.assign(signInPath);
}

async function post(path: string, body: object): Promise<AuthAnswer> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': localeOf(currentLang()) },
      body: JSON.stringify(body),
    });
    const said: unknown = await response.json().catch(() => null);
    return answerOf(response.status, said as { code?: string; twoFactorRedirect?: boolean } | null);
  } catch {
    return 'network';
  }
}

export function answerOf(status: number, said: { code?: string; twoFactorRedirect?: boolean } | null): AuthAnswer {
  if (status === 200) return said?.twoFactorRedirect ? 'secondFactor' : 'in';
  if (status === 423 || said?.code === 'ACCOUNT_LOCKED') return 'locked';
  if (status === 429) return 'tooMany';
  if (said?.code === 'INVALID_TWO_FACTOR_COOKIE') return 'expired';
  return status === 400 || status === 401 || status === 403 ? 'wrong' : 'failed';
}
