import { parseLintRule } from '#method/lint/lint-text.ts';
import { LintParam } from '#method/lint/lint-rule.ts';
import { severities } from '#method/lint/severity.ts';
import { items } from '#method/playbook-references.ts';
import { nameOf } from '#method/proofread/doubt.ts';
import type { Fault } from '#method/proofread/proofread.ts';
import { isRecord, type Path } from '#method/rule-problems.ts';
import { buyingRoles } from '#method/scales.ts';
import { openYaml } from '#method/yaml-text.ts';
import type { Text } from '#shared/messages.ts';
import { editText } from '#playbooks/studio/draft-text.ts';
import type { Field } from '#playbooks/studio/fields.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The fields of a lint rule as the studio's form takes them (method/lint/lint-rule.ts). */
export const ownRuleFields: readonly Field[] = [
  { at: 'name', kind: 'pair', label: text('名称', 'Name') },
  { at: 'severity', kind: 'choice', of: severities, label: text('程度', 'Severity') },
  {
    at: 'when',
    kind: 'rule',
    label: text('何时报出', 'Fires when'),
    hint: text('不知道的事不算疏漏：没有记录的事实不会让规则报出', 'What is not recorded fires nothing'),
  },
  {
    at: 'aboutUnknown',
    kind: 'flag',
    label: text('专问有没有记录', 'Asks what is not recorded'),
    hint: text('条件里问“没有记录”时打开', 'On where a condition asks for no record'),
  },
  {
    at: 'says',
    kind: 'pair',
    rows: 2,
    label: text('报出时怎么说', 'What it says'),
    hint: text('花括号里写事实，会换成商机的实际值', 'A fact in braces stands for its value in the deal'),
  },
  { at: 'cure.act', kind: 'pair', rows: 2, label: text('解法', 'Cure') },
  { at: 'cure.ask', kind: 'choices', of: buyingRoles, label: text('去问谁', 'Whom to ask') },
  {
    at: 'cure.dueInDays',
    kind: 'number',
    min: 1,
    max: 365,
    unit: text('天', 'days'),
    label: text('几天内办', 'Due in'),
  },
];

/** The numbers of the rule with a name of their own, each a field. */
export function ownRuleNumbers(raw: unknown): Field[] {
  return items({ value: isRecord(raw) ? raw : {}, path: [] }, 'params').map((param, at) => {
    const { min, max, unit } = LintParam.safeParse(param.value).data ?? { min: 0, max: 3650, unit: 'count' };
    const words = unit === 'days' ? text('天', 'days') : unit === 'percent' ? text('%', '%') : text('', '');
    return { at: `params.${at}.value`, kind: 'number', min, max, unit: words, label: nameOf(param) };
  });
}

/** What can be read of the rule's text, and everything that is wrong with it. `raw` undefined: it is no YAML. */
export function ownRuleFaults(rule: string): { raw: unknown; faults: readonly Fault[] } {
  const read = parseLintRule(rule);
  const faults = 'rule' in read ? [] : read.problems.map((problem) => ({ ...problem, weight: 'error' as const }));
  return { raw: openYaml(rule).raw, faults };
}

export function ownRuleName(raw: unknown): Text | undefined {
  const name = nameOf({ value: isRecord(raw) ? raw : {}, path: [] });
  return name.zh === '…' ? undefined : name;
}

/** What the form has no row for. */
const otherPlaces: { readonly [key: string]: Text } = {
  id: text('标识（id）', 'Id'),
  states: text('适用状态（states）', 'States of a deal (states)'),
  params: text('有名称的数字（params）', 'Numbers with a name (params)'),
  cure: text('解法（cure）', 'Cure'),
};

/** Where in the rule something is, in words: 'Fires when › condition 2'. */
export function ownRulePlace(path: Path): Text {
  const way = path.filter((step) => typeof step === 'string').join('.');
  const field = ownRuleFields.find(({ at }) => way === at || way.startsWith(`${at}.`));
  const numbers = path.filter((step) => typeof step === 'number').map((step) => step + 1);
  if (!field) return otherPlaces[String(path[0])] ?? text(way, way);
  if (field.kind !== 'rule' || numbers.length === 0) return field.label;
  const nth = numbers.join('.');
  return text(`${field.label.zh} › 条件 ${nth}`, `${field.label.en} › condition ${nth}`);
}

/** A number that no condition takes any more goes. */
export function withoutIdleNumbers(rule: string): string {
  const { raw } = openYaml(rule);
  const root = isRecord(raw) ? raw : {};
  const asked = JSON.stringify(root.when ?? null);
  const idle = items({ value: root, path: [] }, 'params').filter(
    ({ value }) => !asked.includes(JSON.stringify({ param: value.id })),
  );
  if (idle.length === 0) return rule;
  const all = idle.length === items({ value: root, path: [] }, 'params').length;
  const edits = all ? [{ op: 'remove', path: ['params'] } as const] : [];
  return editText(rule, all ? edits : idle.toReversed().map(({ path }) => ({ op: 'remove', path })));
}
