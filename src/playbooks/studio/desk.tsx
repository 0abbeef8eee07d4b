import { createContext, use } from 'react';
import type { Path } from '#method/rule-problems.ts';
import type { FactCatalogue } from '#method/rule.ts';
import type { Fault } from '#method/proofread/proofread.ts';
import type { Edit } from '#playbooks/studio/draft-text.ts';

/** A draft on the desk: what it says now, and the means to change it. */
export type Desk = {
  raw: unknown;
  findings: readonly Fault[];
  /** A phone reads. */
  readOnly: boolean;
  /** Facts that its rules may ask beyond those of gates. */
  further?: FactCatalogue;
  /** The part in the form. */
  selected: Path;
  select: (path: Path) => void;
  /** `at`: what is being changed, so that going on there is one step back. */
  edit: (edits: readonly Edit[], at?: string) => void;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs a draft on the desk');
  return desk;
}

/** Options out of the method itself. */
export type Option = { value: string; label: string };
