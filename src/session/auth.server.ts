import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { apiKey } from '@better-auth/api-key';
import type { Kysely, KyselyPlugin, UnknownRow } from 'kysely';
import type { Rows } from '#platform/database/rows.generated.ts';
import { passwordLockout } from '#session/lockout.server.ts';

export type AuthOptions = {
  system: Kysely<Rows>;
  secret: string;
  /** Where browsers reach the server; https turns Secure cookies on. */
  baseUrl: string;
  trustedOrigins?: string[];
};

/**
 * Sign-in identities (a kept library, better-auth): password, TOTP with backup codes, sessions, API keys. Identities
 * have no tenant; `auth_memberships` says whose user each is. There is no open registration: people are invited.
 */
export function createAuth({ system, secret, baseUrl, trustedOrigins = [] }: AuthOptions) {
  return betterAuth({
    appName: 'Longmen 龙门',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    database: { db: system.withPlugin(instantsToDates), type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { modelName: 'auth_session', expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    user: { modelName: 'auth_user' },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    rateLimit: { enabled: true, window: 60, max: 100, customRules: { '/sign-in/email': { window: 60, max: 20 } } },
    advanced: {
      cookiePrefix: 'longmen',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
    hooks: passwordLockout(system),
    plugins: [
      twoFactor({ issuer: 'Longmen', twoFactorTable: 'auth_two_factor' }),
      apiKey({
        defaultPrefix: 'lm_',
        apiKeyHeaders: 'x-api-key',
        enableMetadata: true,
        rateLimit: { enabled: false },
        schema: { apikey: { modelName: 'auth_api_key' } },
      }),
    ],
  });
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
