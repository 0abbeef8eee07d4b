import type { Playbook } from '#method/playbook.ts';
import { privateLabel } from '#compliance/private-labels.ts';
import type { ImportNoun, Target } from '#imports/import-noun.ts';
import { cardTargets } from '#imports/card-columns.ts';
import { guessStage } from '#imports/guess-stages.ts';
import { guessTargets } from '#imports/guess-targets.ts';
import { ImportPlan } from '#imports/import-plan.ts';
import type { Layout } from '#imports/import-record.ts';
import { readDay } from '#imports/read-cell.ts';

/** The plan that a person most likely wants, to begin with. @param playbook for deals: whose stages the file's words are matched to */
export function guessPlan(
  noun: ImportNoun,
  layout: Layout,
  targets: readonly Target[],
  playbook: Playbook | undefined,
): ImportPlan {
  if (layout.kind === 'vcard') return ImportPlan.parse({ targets: cardTargets(layout) });
  const guessed = guessTargets(
    layout.columns.map(({ header }) => header),
    layout.preview,
    targets,
  );
  const units = Object.fromEntries(guessed.flatMap(({ unit }, at) => (unit ? [[String(at), unit]] : [])));
  // What nobody may take over is left out, whatever it resembles.
  const secret = layout.columns.map(({ header }) => noun === 'contact' && privateLabel(header.normalize('NFKC')));
  const chosen = guessed.map(({ target }, at) => (secret[at] ? null : target));
  return ImportPlan.parse({
    targets: chosen,
    units,
    dayOrder: dayOrderOf(layout, chosen, targets),
    ...(playbook && { playbookId: playbook.id, values: stageValues(layout, chosen, playbook) }),
  });
}

/** What each word of the stage column means, as far as it can be guessed. */
export function stageValues(layout: Layout, chosen: readonly (string | null)[], playbook: Playbook) {
  const words = layout.columns[chosen.indexOf('stage')]?.values ?? [];
  const meant = words.flatMap(({ text }) => {
    const code = guessStage(text, playbook);
    return code ? [[text, code]] : [];
  });
  return meant.length > 0 ? { stage: Object.fromEntries(meant) as Record<string, string> } : {};
}

/** 13/2/2026 can only be day first; 2/13/2026 only month first. */
function dayOrderOf(
  { preview }: Layout,
  chosen: readonly (string | null)[],
  targets: readonly Target[],
): ImportPlan['dayOrder'] {
  const days = new Set(targets.filter(({ kind }) => kind === 'day').map(({ key }) => key));
  const cells = preview.flatMap((row) => row.filter((cell, at) => cell.trim() !== '' && days.has(chosen[at] ?? '')));
  const fits = (order: 'dmy' | 'mdy') => cells.filter((cell) => readDay(cell, order) !== undefined).length;
  if (cells.every((cell) => /^\d{4}/.test(cell))) return 'ymd';
  return fits('mdy') > fits('dmy') ? 'mdy' : 'dmy';
}
