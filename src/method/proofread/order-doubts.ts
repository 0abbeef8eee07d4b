import { items, type Placed } from '#method/playbook-references.ts';
import { doubt, idOf, nameOf, strings, type Doubt } from '#method/proofread/doubt.ts';

/** Whether our stages, the buyer's and the funnel go the same way, and whether each gate bars anything. */
export function orderDoubts(root: Placed): Doubt[] {
  const buyers = items(root, 'buyerStages');
  const stages = items(root, 'stages');
  return [
    ...buyerDoubts(buyers, stages),
    ...wonDoubts(root, buyers, stages),
    ...stages
      .filter((stage) => items(stage, 'checks').length > 0)
      .filter((stage) => items(stage, 'checks').every(({ value }) => value.mandatory !== true))
      .filter((stage) => strings(stage.value.artifacts).length === 0)
      .map((stage) => doubt('warning', stage.path, (m) => m.noStar)),
    ...funnelDoubts(items(root, 'funnel'), stages),
  ];
}

function buyerDoubts(buyers: readonly Placed[], stages: readonly Placed[]): Doubt[] {
  const place = new Map(buyers.map((buyer, at) => [idOf(buyer), at]));
  const spans = stages.map(({ value }) => strings(value.buyerStages).map((id) => place.get(id) ?? -1));
  const served = new Set(spans.flat());
  return [
    ...stages.flatMap((stage, at) => {
      const [span, before] = [spans[at]!, spans[at - 1]];
      const path = [...stage.path, 'buyerStages'];
      if (span.includes(-1) || span.length === 0) return [];
      if (span.some((step, i) => i > 0 && step < span[i - 1]!)) return [doubt('warning', path, (m) => m.buyerDisorder)];
      if (!before || before.length === 0 || before.includes(-1) || Math.max(...span) >= Math.max(...before)) return [];
      const previous = stages[at - 1]!;
      return [doubt('error', path, (m, lang) => m.backwards(nameOf(stage)[lang], nameOf(previous)[lang]))];
    }),
    ...buyers
      .filter((_, at) => !served.has(at))
      .map((buyer) => doubt('warning', buyer.path, (m, lang) => m.buyerUnserved(nameOf(buyer)[lang]))),
  ];
}

function wonDoubts(root: Placed, buyers: readonly Placed[], stages: readonly Placed[]): Doubt[] {
  const wonAt = stages.findIndex((stage) => idOf(stage) !== undefined && idOf(stage) === root.value.wonAfter);
  if (wonAt === -1) return [];
  const competing = new Set(buyers.filter(({ value }) => value.period === 'competing').map(idOf));
  return stages
    .slice(wonAt + 1)
    .filter(({ value }) => strings(value.buyerStages).some((id) => competing.has(id)))
    .map((stage) => doubt('warning', ['wonAfter'], (m, lang) => m.wonTooEarly(nameOf(stage)[lang])));
}

function funnelDoubts(columns: readonly Placed[], stages: readonly Placed[]): Doubt[] {
  const order = new Map(stages.map((stage, at) => [idOf(stage), at]));
  const at = ({ value }: Placed) => (typeof value.stage === 'string' ? order.get(value.stage) : undefined);
  const staged = columns.filter(({ value }) => value.stage !== undefined);
  const first = columns.findIndex(({ value }) => value.stage !== undefined);
  return [
    ...stages.flatMap((stage, index) => {
      const own = staged.filter((column) => at(column) === index);
      if (own.length === 0) return [doubt('warning', ['funnel'], (m, lang) => m.noColumn(nameOf(stage)[lang]))];
      if (own.every(({ value }) => value.when !== undefined))
        return [doubt('warning', own[0]!.path, (m, lang) => m.onlyNarrowColumns(nameOf(stage)[lang]))];
      // A deal is counted in the last of its stage's columns that holds.
      const wide = own.findLastIndex(({ value }) => value.when === undefined);
      return own.slice(0, wide).map((column) => doubt('warning', column.path, (m) => m.hiddenColumn));
    }),
    ...columns
      .filter(({ value }, index) => value.stage === undefined && first !== -1 && index > first)
      .map((column) => doubt('warning', column.path, (m) => m.accountsColumnLate)),
    ...staged
      .filter((column, index) => index > 0 && (at(column) ?? Infinity) < (at(staged[index - 1]!) ?? -1))
      .map((column) => doubt('warning', column.path, (m) => m.columnDisorder)),
  ];
}
