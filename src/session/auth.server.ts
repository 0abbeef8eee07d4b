import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { KyselyPlugin, UnknownRow } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '#platform/database/database.server.ts';
import { countRequests } from '#platform/http/rate-limit.server.ts';
import { sessionRecorder } from '#session/access-events.server.ts';
import { ADDRESS_HEADER, door } from '#session/auth-hooks.server.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '#session/password.ts';

export type AuthOptions = {
  database: Database;
  secret: string;
  /** Where browsers reach the server; https turns Secure cookies on. */
  baseUrl: string;
  trustedOrigins?: string[];
  log?: Logger;
};

/**
 * Sign-in identities (a kept library, better-auth): password, TOTP with backup codes, sessions. Identities have no
 * tenant; `auth_memberships` says whose user each is. There is no open registration: people are invited.
 */
export function createAuth({ database, secret, baseUrl, trustedOrigins = [], log }: AuthOptions) {
  const { system } = database;
  return betterAuth({
    appName: 'Longmen 龙门',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [...trustedOrigins, ...namesOfLoopback(baseUrl)],
    telemetry: { enabled: false },
    onAPIError: {
      // What it refuses is an answer, not an error.
      onError: (error) => {
        if (!(error instanceof APIError)) log?.error({ err: error }, 'sign-in failed');
      },
    },
    // Its warnings (wrong passwords) are events of ours.
    logger: { level: 'error', log: (_level, message) => log?.warn({ auth: message }, 'sign-in') },
    database: { db: system.withPlugin(instantsToDates), type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    session: { modelName: 'auth_session', expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    disabledPaths: [
      '/sign-up/email',
      '/sign-in/social',
      '/link-social',
      '/unlink-account',
      '/update-user',
      '/change-email',
      '/delete-user',
      '/request-password-reset',
      '/reset-password',
      '/send-verification-email',
    ],
    rateLimit: {
      enabled: true,
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: SIGN_INS_A_MINUTE } },
      customStorage: byAddressAndPath(),
    },
    advanced: {
      cookiePrefix: 'longmen',
      // Said outright, because the library leaves the checks out where NODE_ENV is 'test'.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      twoFactor({ issuer: 'Longmen', twoFactorTable: 'auth_two_factor' }),
      door(system, sessionRecorder(database)),
    ],
  });
}

/** From one address, which a whole office may share; guessing at one account is stopped by its lockout long before. */
export const SIGN_INS_A_MINUTE = 60;

/** The library's own windows grow with each request: an address that is never quiet would stay shut out all morning. */
function byAddressAndPath() {
  const wait = countRequests();
  return {
    consume: (key: string, rule: { window: number; max: number }) => {
      const seconds = wait(key, rule);
      return Promise.resolve({ allowed: seconds === 0, retryAfter: seconds || null });
    },
  };
}

/** On one's own machine localhost and 127.0.0.1 are the same place to the person who types them. */
function namesOfLoopback(baseUrl: string): string[] {
  const { hostname, protocol, port } = new URL(baseUrl);
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return names.includes(hostname) ? names.map((name) => `${protocol}//${name}${port && `:${port}`}`) : [];
}

export type Auth = ReturnType<typeof createAuth>;

/** Our drivers give instants as ISO text; the library wants Date objects. */
const instantsToDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map(withDates) }),
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function withDates(row: UnknownRow): UnknownRow {
  const dated = Object.entries(row).map(([key, value]) => [
    key,
    typeof value === 'string' && key !== 'value' && INSTANT.test(value) ? new Date(value) : value,
  ]);
  return Object.fromEntries(dated) as UnknownRow;
}
