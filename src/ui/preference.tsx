import { useSyncExternalStore } from 'react';

/** A choice of this person on this device, kept in localStorage and shared by every component that shows it. */
export type Preference<T> = { get: () => T; set: (value: T) => void; isChosen: () => boolean; use: () => T };

export function preference<T>(key: string, read: (stored: string | null) => T, write: (value: T) => string) {
  const at = `longmen.${key}`;
  let value = read(stored(at));
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = () => value;
  const set = (next: T) => {
    value = next;
    keep(at, write(next));
    for (const listener of listeners) listener();
  };
  return {
    get,
    set,
    isChosen: () => stored(at) !== null,
    use: () => useSyncExternalStore(subscribe, get, get),
  } satisfies Preference<T>;
}

/** A preference that is one of a few words. */
export function choice<const T extends string>(key: string, values: readonly T[], fallback: NoInfer<T>): Preference<T> {
  return preference<T>(
    key,
    (text) => values.find((value) => value === text) ?? fallback,
    (value) => value,
  );
}

// Storage is absent in private modes of some browsers; the choice then lasts as long as the page.
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // kept in memory only
  }
}
