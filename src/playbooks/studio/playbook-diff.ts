import type { Text } from '#shared/messages.ts';
import type { EvidenceWeights } from '#method/evidence.ts';
import { both } from '#method/method.messages.ts';
import type { Playbook } from '#method/playbook.ts';
import { isRecord } from '#method/rule-problems.ts';
import type { Rule } from '#method/rule.ts';
import { ruleWords } from '#method/rule-words.ts';
import { weightWords } from '#method/weight-words.ts';
import { fieldsOf, partWords, type Field, type PartKind } from '#playbooks/studio/fields.ts';
import { steps, valueAt } from '#playbooks/studio/place.ts';

/** One field as it was and as it is, in words; an entry of a list a line. Empty: it was not there. */
export type FieldChange = { readonly label: Text; readonly before: Text; readonly after: Text };

/** What became of one part of a method, as its readers call it. */
export type PartChange = {
  readonly kind: PartKind;
  readonly id: string;
  readonly name: Text;
  /** the stage of a check */
  readonly stage?: Text;
  readonly change: 'added' | 'removed' | 'changed' | 'moved';
  readonly fields: readonly FieldChange[];
  /** a check that went over to another stage */
  readonly movedFrom?: Text;
  /** another place in its list, both counted from 1 */
  readonly place?: { readonly from: number; readonly to: number };
};

/**
 * Two texts of a method, compared as a reader would: part by part, matched by id, in the order of the later one. Methods
 * need not have the same id. Nothing is said of `version` and `id`, which tell versions apart.
 */
export function comparePlaybooks(before: Playbook, after: Playbook): PartChange[] {
  const head = fieldChanges('head', before, after, before, after);
  const parking = fieldChanges('parking', before.parking, after.parking, before, after);
  const whole = (
    kind: 'head' | 'parking',
    fields: readonly FieldChange[],
    change: PartChange['change'],
  ): PartChange[] => (fields.length === 0 ? [] : [{ kind, id: kind, name: partWords[kind], change, fields }]);
  const checks = compareLists('checks', placedChecks(before), placedChecks(after), before, after);
  const stages = compareLists('stages', placed(before.stages), placed(after.stages), before, after);
  return [
    ...whole('head', head, 'changed'),
    ...compareLists('buyerStages', placed(before.buyerStages), placed(after.buyerStages), before, after),
    ...inReadingOrder(stages, checks, after),
    ...compareLists('funnel', placed(before.funnel), placed(after.funnel), before, after),
    ...whole('parking', parking, !before.parking ? 'added' : !after.parking ? 'removed' : 'changed'),
  ];
}

type Part = { readonly id: string };
type Placed = {
  readonly part: Part;
  readonly at: number;
  readonly stage?: { readonly id: string; readonly name: Text };
};
type Listed = 'buyerStages' | 'stages' | 'checks' | 'funnel';

const placed = (parts: readonly Part[]): Placed[] => parts.map((part, at) => ({ part, at }));
const placedChecks = ({ stages }: Playbook): Placed[] =>
  stages.flatMap((stage) => stage.checks.map((part, at) => ({ part, at, stage })));

function compareLists(kind: Listed, old: readonly Placed[], now: readonly Placed[], before: Playbook, after: Playbook) {
  const was = new Map(old.map((one) => [one.part.id, one]));
  const is = new Map(now.map((one) => [one.part.id, one]));
  const stays = ({ part: { id } }: Placed) =>
    was.has(id) && is.has(id) && was.get(id)?.stage?.id === is.get(id)?.stage?.id;
  const kept = rankOf(old.filter(stays));
  const nowKept = rankOf(now.filter(stays));
  const found = now.flatMap((one): PartChange[] => {
    const { part, stage } = one;
    const whole = { kind, id: part.id, name: nameIn(kind, part), ...(stage && { stage: stage.name }) };
    const other = was.get(part.id);
    if (!other) return [{ ...whole, change: 'added', fields: fieldChanges(kind, undefined, part, before, after) }];
    const fields = fieldChanges(kind, other.part, part, before, after);
    const movedFrom = stage && other.stage && other.stage.id !== stage.id ? other.stage.name : undefined;
    const [from = 0, to = 0] = [kept.get(part.id), nowKept.get(part.id)];
    const place = !movedFrom && from !== to ? { from, to } : undefined;
    if (fields.length === 0 && !movedFrom && !place) return [];
    return [
      {
        ...whole,
        change: fields.length > 0 ? 'changed' : 'moved',
        fields,
        ...(movedFrom && { movedFrom }),
        ...(place && { place }),
      },
    ];
  });
  const removed = old
    .filter(({ part }) => !is.has(part.id))
    .map(({ part, stage }): PartChange => ({
      kind,
      id: part.id,
      name: nameIn(kind, part),
      ...(stage && { stage: stage.name }),
      change: 'removed',
      fields: fieldChanges(kind, part, undefined, before, after),
    }));
  return [...found, ...removed];
}

/** Places among those that both versions have, counted from 1 in each list: what others came or went moves nothing. */
function rankOf(parts: readonly Placed[]): Map<string, number> {
  const inStage = new Map<string, number>();
  return new Map(
    parts.map(({ part, stage }) => {
      const key = stage?.id ?? '';
      const place = (inStage.get(key) ?? 0) + 1;
      inStage.set(key, place);
      return [part.id, place];
    }),
  );
}

/** A stage, then what became of its checks. */
function inReadingOrder(stages: readonly PartChange[], checks: readonly PartChange[], { stages: all }: Playbook) {
  const order = [
    ...all.map(({ id }) => id),
    ...stages.filter(({ change }) => change === 'removed').map(({ id }) => id),
  ];
  const stageIds = new Map(all.flatMap((stage) => stage.checks.map((check) => [check.id, stage.id] as const)));
  const ordered = order.flatMap((id) => [
    ...stages.filter((stage) => stage.id === id),
    ...checks.filter((check) => check.change !== 'removed' && stageIds.get(check.id) === id),
  ]);
  return [...ordered, ...checks.filter(({ change }) => change === 'removed')];
}

function nameIn(kind: Listed, part: Part): Text {
  const name = valueAt(part, [kind === 'checks' ? 'text' : 'name']);
  return isRecord(name) ? { zh: String(name.zh), en: String(name.en) } : { zh: part.id, en: part.id };
}

function fieldChanges(kind: PartKind, old: unknown, now: unknown, before: Playbook, after: Playbook): FieldChange[] {
  return fieldsOf[kind]
    .filter((field) => field.kind !== 'id')
    .map((field) => ({
      label: field.label,
      before: said(field, valueAt(old, steps(field.at)), before),
      after: said(field, valueAt(now, steps(field.at)), after),
    }))
    .filter((change) => change.before.zh !== change.after.zh || change.before.en !== change.after.en);
}

/** A value in words. */
function said(field: Field, value: unknown, playbook: Playbook): Text {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return nothing;
  switch (field.kind) {
    case 'pair':
      return value as Text;
    case 'pairs':
      return lines(value as Text[]);
    case 'signals':
      return lines(
        (value as { text: Text; direction: string }[]).map(({ text, direction }) => {
          const sign = direction === 'refutes' ? '－' : '＋';
          return { zh: sign + text.zh, en: sign + text.en };
        }),
      );
    case 'flag':
      return both((m) => (value === true ? m.yes : m.no));
    case 'number':
      return { zh: `${value as number} ${field.unit.zh}`, en: `${value as number} ${field.unit.en}` };
    case 'weights':
      return weightWords(value as EvidenceWeights);
    case 'rule':
      return ruleWords(value as Rule, Object.fromEntries(playbook.buyerStages.map(({ id, name }) => [id, name])));
    case 'choice':
    case 'choices': {
      const ids = (Array.isArray(value) ? value : [value]) as string[];
      const names = ids.map((id) => named(field.of, id, playbook));
      return both((m, lang) => m.list(names.map((name) => name[lang])));
    }
    default:
      return { zh: value as string, en: value as string };
  }
}

function named(of: (Field & { kind: 'choice' })['of'], id: string, playbook: Playbook): Text {
  const plain = { zh: id, en: id };
  if (typeof of !== 'string') return of[id] ?? plain;
  if (of !== 'checks') return playbook[of].find((part) => part.id === id)?.name ?? plain;
  return playbook.stages.flatMap(({ checks }) => checks).find((check) => check.id === id)?.text ?? plain;
}

const nothing: Text = { zh: '', en: '' };
const lines = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('\n'),
  en: texts.map(({ en }) => en).join('\n'),
});
