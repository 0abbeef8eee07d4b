import type { Strength } from '#method/evidence.ts';
import type { Told } from '#information/information.ts';
import type { RowOf } from '#information/information-row.ts';
import type { Value } from '#information/information-value.ts';
import { addDays } from '#shared/day.ts';
import { sure, type Known } from '#sample/known.ts';
import { workDay } from '#sample/relative.ts';
import type { SampleFact, SampleInformation, SampleRow } from '#sample/sample-information.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';

type InformationCue = Extract<Cue, { kind: 'information' }>;

/** Records what was learnt of a customer, or of the project behind a deal. */
export async function playInformation(stage: Stage, known: Known, cue: InformationCue): Promise<void> {
  const { account, deal, facts, rows } = cue.information;
  const api = stage.as(cue).information;
  const id = deal ? sure(known.deals, deal).id : sure(known.accounts, account!);
  const seen = deal ? (await api.showProject({ id })).facts : (await api.show({ id })).facts;
  for (const fact of facts) {
    const version = seen.find(({ item }) => item === fact.item)?.version ?? 0;
    const asked = { id, item: fact.item, version, value: valueOf(fact), told: toldBy(known, cue.information, fact) };
    await (deal ? api.recordProject(asked) : api.record(asked));
  }
  for (const row of rows) {
    const content = rowOf(known, row);
    const told = toldBy(known, cue.information, row);
    if (content.list === 'contenders') await api.recordProjectRow({ id, version: 0, content, told });
    else await api.recordRow({ id, version: 0, content, told });
  }
}

function valueOf({ is, wan }: SampleFact): Value | null {
  return wan === undefined ? (is ?? null) : yuan(wan);
}

const yuan = (wan: number) => ({ amount: Math.round(wan * 1_000_000), currency: 'CNY' });

function toldBy(
  known: Known,
  { at }: SampleInformation,
  { from, doc, web, on, sure: how }: SampleFact | SampleRow,
): Told {
  const source = from
    ? ({ kind: 'contact', contactId: sure(known.contacts, from).id } as const)
    : doc
      ? ({ kind: 'document', note: doc } as const)
      : web
        ? ({ kind: 'public', note: web } as const)
        : ({ kind: 'observation' } as const);
  const usual: Strength = from ? 'said' : doc || web ? 'written' : 'done';
  return { source, observedOn: workDay(known.today, on ?? at), strength: how ?? usual };
}

function rowOf(known: Known, { installed, approval, contender }: SampleRow): RowOf {
  if (installed) {
    const { years, ours = false, ...row } = installed;
    const sinceYear = years === undefined ? null : Number(addDays(known.today, -365 * years).slice(0, 4));
    return { list: 'installed', row: { ...row, ours, sinceYear } };
  }
  if (approval) {
    const { wan, ...row } = approval;
    return { list: 'approval', row: { ...row, upTo: wan === undefined ? null : yuan(wan) } };
  }
  return { list: 'contenders', row: contender! };
}
