import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isRecord, readVisits, withVisit, type Visit } from '#search/visited.ts';
import { useSession } from '#ui/session.tsx';

/** Whoever stays this long has come to see the record. */
const stay = 1_500;

let userId: string | undefined;
let visits: Visit[] = [];

/** The records that this person opened last on this device. */
export function lastVisits(): readonly Visit[] {
  return visits;
}

/** Remembers the records that are opened; kept apart for each person who uses this device. */
export function useRememberVisits(): void {
  const { user } = useSession();
  const path = useLocation({ select: (at) => at.pathname });
  useEffect(() => {
    if (userId === user.id) return;
    userId = user.id;
    visits = readVisits(stored(user.id));
  }, [user.id]);
  useEffect(() => {
    if (!isRecord(path)) return undefined;
    const timer = setTimeout(() => {
      const name = document.querySelector('#main h1')?.textContent;
      if (!name) return;
      visits = withVisit(visits, { path, name });
      keep(user.id, visits);
    }, stay);
    return () => clearTimeout(timer);
  }, [path, user.id]);
}

const at = (id: string) => `longmen.visits.${id}`;

function stored(id: string): string | null {
  try {
    return localStorage.getItem(at(id));
  } catch {
    return null;
  }
}

function keep(id: string, kept: readonly Visit[]): void {
  try {
    localStorage.setItem(at(id), JSON.stringify(kept));
  } catch {
    // remembered for as long as the page is open
  }
}
