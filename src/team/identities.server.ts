import type { Auth } from '#session/auth.server.ts';

/** Makes a sign-in identity with a password, hashed by the library. @returns its id */
export async function createIdentity(auth: Auth, email: string, name: string, password: string): Promise<string> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const user = await internalAdapter.createUser(
    { email: email.toLowerCase(), name, emailVerified: true },
    undefined as never,
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  return user.id;
}
