export const signInPath = '/sign-in';

export function isPublicPath(path: string): boolean {
  return path === signInPath || path.startsWith('/invitation');
}

/** Where sign-in is, remembering the page to come back to. */
export function goToSignIn(from: string): string {
  return from === '/' ? signInPath : `${signInPath}?return=${encodeURIComponent(from)}`;
}

/** The page to come back to: only a path of ours, never another host's address. */
export function returnPath(asked: string | undefined): string {
  if (!asked?.startsWith('/') || /^\/[/\\]/.test(asked) || isPublicPath(asked)) return '/';
  return /\p{Cc}/u.test(asked) ? '/' : asked;
}
