import type { Text } from '#shared/messages.ts';
import { buyingRoles, changeAttitudes, communicationStyles, personFunctions } from '#method/scales.ts';
import { type Words, personLevels, relationships } from '#method/scales.ts';
import { type Fields, type Value, plainText } from '#chain/chain-items.ts';
import { contactWords, edgeKinds, nodeKinds, resonances, stanceWords, strengthWords } from '#chain/chain-scales.ts';
import { type ContactDegree, type Stance, type Wording, tieKinds, trustGrounds } from '#chain/chain-scales.ts';

/** What the attributes of nodes, lines and factions are called. */
export const fieldNames = {
  kind: { zh: '类型', en: 'kind' },
  name: { zh: '名称', en: 'name' },
  title: { zh: '职务', en: 'title' },
  function: { zh: '部门', en: 'function' },
  level: { zh: '层级', en: 'level' },
  roles: { zh: '采购角色', en: 'buying roles' },
  attitude: { zh: '变革态度', en: 'attitude to change' },
  style: { zh: '沟通风格', en: 'communication style' },
  contact: { zh: '接触程度', en: 'contact' },
  stance: { zh: '立场', en: 'stance' },
  relationship: { zh: '关系阶段', en: 'relationship' },
  weight: { zh: '影响力', en: 'influence' },
  key: { zh: '核心人物', en: 'key person' },
  coachClaimed: { zh: '认作教练', en: 'called a coach' },
  personalWin: { zh: '个人诉求', en: 'personal win' },
  organisationalNeed: { zh: '组织需求', en: 'organisational need' },
  interests: { zh: '关注点', en: 'interests' },
  resonance: { zh: '共鸣点', en: 'common ground' },
  partnerId: { zh: '伙伴档案', en: 'partner record' },
  ties: { zh: '与对手和渠道的关系', en: 'ties to rivals and channels' },
  faction: { zh: '派系', en: 'faction' },
  trust: { zh: '信任', en: 'trust' },
  note: { zh: '说明', en: 'note' },
  leftOut: { zh: '不参与本商机', en: 'no part in this deal' },
  from: { zh: '起点', en: 'from' },
  to: { zh: '终点', en: 'to' },
  sign: { zh: '影响方向', en: 'kind of influence' },
  strength: { zh: '强度', en: 'strength' },
} as const satisfies Words;

export function fieldName(field: string): Text {
  return (fieldNames as Words)[field] ?? same(field);
}

export const unknownWords: Text = { zh: '不清楚', en: 'not known' };
export const unsaidWords: Text = { zh: '未填写', en: 'not filled in' };
const noFaction: Text = { zh: '无派系', en: 'no faction' };
const linked: Text = { zh: '已关联', en: 'linked' };
const yes: Text = { zh: '是', en: 'yes' };
const no: Text = { zh: '否', en: 'no' };
const signs: { readonly [sign: string]: Text } = {
  '1': { zh: '带动（同向）', en: 'carries along' },
  '-1': { zh: '激起反对（反向）', en: 'puts off' },
};

const scales: { readonly [field: string]: Words } = {
  kind: { ...nodeKinds, ...edgeKinds },
  function: personFunctions,
  level: personLevels,
  roles: buyingRoles,
  attitude: changeAttitudes,
  style: communicationStyles,
  relationship: relationships,
};

/** @param called the names of the nodes and factions that a value points at */
export type ValueReader = { readonly called: (id: string) => string; readonly wording?: Wording };

/** A value of an attribute in words; absent: nothing said, null: said to be unknown. */
export function valueWords(field: string, value: Value | undefined, { called, wording }: ValueReader): Text {
  if (value === undefined) return unsaidWords;
  if (value === null) return unknownWords;
  if (field === 'stance') return stanceWords(value as Stance, wording);
  if (field === 'contact') return contactWords[value as ContactDegree] ?? same(plainText(value));
  if (field === 'strength') return strengthWords[value as ContactDegree] ?? same(plainText(value));
  if (field === 'sign') return signs[plainText(value)] ?? same(plainText(value));
  if (field === 'faction') return value === 'none' ? noFaction : same(called(plainText(value)));
  if (field === 'partnerId') return linked;
  if (field === 'from' || field === 'to') return same(called(plainText(value)));
  if (field === 'trust') return listed(Object.entries(value as Fields).map(trustWords));
  if (field === 'resonance') return listed((value as Fields[]).map((one) => kindAnd(resonances, one, 'note')));
  if (field === 'ties') return listed((value as Fields[]).map((one) => kindAnd(tieKinds, one, 'name')));
  const scale = scales[field];
  if (scale && Array.isArray(value)) return listed(value.map((one) => scale[plainText(one)] ?? same(plainText(one))));
  if (Array.isArray(value)) return listed(value.map((one) => same(plainText(one))));
  if (typeof value === 'boolean') return value ? yes : no;
  return scale?.[plainText(value)] ?? same(plainText(value));
}

export function same(text: string): Text {
  return { zh: text, en: text };
}

/** 甲、乙 · a, b. Nothing: a dash. */
export function listed(texts: readonly Text[]): Text {
  if (texts.length === 0) return { zh: '无', en: 'none' };
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

/** Names of people in a sentence. */
export function namesIn(people: readonly { readonly name: string }[]): Text {
  return listed(people.map(({ name }) => same(name)));
}

function trustWords([ground, degree]: [string, Value]): Text {
  const name = (trustGrounds as Words)[ground] ?? same(ground);
  const how = strengthWords[degree as ContactDegree] ?? same(plainText(degree));
  return { zh: `${name.zh}：${how.zh}`, en: `${name.en}: ${how.en}` };
}

function kindAnd(words: Words, one: Fields, text: string): Text {
  const kind = words[plainText(one['kind'])] ?? same(plainText(one['kind']));
  const more = one[text];
  return more ? { zh: `${kind.zh}（${plainText(more)}）`, en: `${kind.en} (${plainText(more)})` } : kind;
}
