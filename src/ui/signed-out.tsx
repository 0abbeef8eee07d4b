const listeners = new Set<() => void>();

/** Called whenever the server answers that nobody is signed in. Returns the unsubscription. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function announceSignedOut(): void {
  for (const listener of listeners) listener();
}
