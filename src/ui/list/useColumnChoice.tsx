import { useState } from 'react';

/** The columns that the reader added or left out, kept on this device under the list's name. */
export function useColumnChoice(name: string): [ReadonlySet<string>, (key: string) => void] {
  const at = `longmen.columns.${name}`;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(() => read(at));
  const toggle = (key: string) => {
    const next = new Set(toggled);
    if (!next.delete(key)) next.add(key);
    setToggled(next);
    try {
      localStorage.setItem(at, [...next].join(','));
    } catch {
      // chosen for as long as the page is open
    }
  };
  return [toggled, toggle];
}

function read(at: string): ReadonlySet<string> {
  try {
    return new Set((localStorage.getItem(at) ?? '').split(',').filter(Boolean));
  } catch {
    return new Set();
  }
}
