import type { Text } from '#shared/messages.ts';
import { contactDegrees as contactTexts, stances as stanceTexts, type Words } from '#method/scales.ts';

/** What stands on the map. Source: Domain §4. */
export const nodeKinds = {
  person: { zh: '人员', en: 'person' },
  vacant: { zh: '空缺岗位', en: 'vacant role' },
  channel: { zh: '渠道', en: 'channel' },
  ours: { zh: '我方人员', en: 'our side' },
} as const satisfies Words;
export type NodeKind = keyof typeof nodeKinds;

/** What ties two of them; the first three have a direction, `from` → `to`. */
export const edgeKinds = {
  reportsTo: { zh: '汇报给', en: 'reports to' },
  influences: { zh: '影响', en: 'influences' },
  introducedBy: { zh: '经其引荐', en: 'introduced by' },
  ally: { zh: '结盟', en: 'allied with' },
  rival: { zh: '对立', en: 'at odds with' },
  knows: { zh: '认识', en: 'knows' },
} as const satisfies Words;
export type EdgeKind = keyof typeof edgeKinds;

/** These read the same from both ends. */
export const mutualKinds: ReadonlySet<EdgeKind> = new Set(['ally', 'rival', 'knows']);

/** −2 … +2, from the one to the other end. Source: Domain §4. */
export const stances = [-2, -1, 0, 1, 2] as const;
export type Stance = (typeof stances)[number];

/** 'plain' is the word of the trade; 'neutral' can be left on a screen that others may see. */
export type Wording = 'plain' | 'neutral';

const neutralTexts: { readonly [S in Stance]?: Text } = {
  [-2]: { zh: '反对者', en: 'opponent' },
  [-1]: { zh: '有保留', en: 'has reservations' },
};

/** The word for a stance; the neutral wording calls nobody an enemy. */
export function stanceWords(stance: Stance, wording: Wording = 'plain'): Text {
  return (wording === 'neutral' && neutralTexts[stance]) || stanceTexts[stance];
}

/** 0–3, how much we have to do with a person. Source: Domain §4. */
export const contactDegrees = [0, 1, 2, 3] as const;
export type ContactDegree = (typeof contactDegrees)[number];
export const contactWords: { readonly [D in ContactDegree]: Text } = contactTexts;

/** 0–3, how strong a tie or an influence is; how far trust has been shown. */
export const strengthWords: { readonly [D in ContactDegree]: Text } = {
  0: { zh: '无', en: 'none' },
  1: { zh: '弱', en: 'weak' },
  2: { zh: '中', en: 'medium' },
  3: { zh: '强', en: 'strong' },
};

/** Why a person trusts us. Source: Domain §4, trust per person. */
export const trustGrounds = {
  competence: { zh: '能力', en: 'competence' },
  integrity: { zh: '正直', en: 'integrity' },
  care: { zh: '关怀', en: 'care' },
} as const satisfies Words;

/** What two people have in common. Source: Domain §4, resonance. */
export const resonances = {
  hometown: { zh: '同乡', en: 'hometown' },
  school: { zh: '同学', en: 'school' },
  colleagues: { zh: '同事', en: 'former colleagues' },
  trade: { zh: '同行', en: 'trade' },
  trouble: { zh: '共同的难处', en: 'shared trouble' },
  interest: { zh: '共同的兴趣', en: 'shared interest' },
  belief: { zh: '共同的理念', en: 'shared belief' },
  past: { zh: '共同的经历', en: 'shared past' },
} as const satisfies Words;

export const tieKinds = {
  rival: { zh: '竞争对手', en: 'rival' },
  channel: { zh: '渠道', en: 'channel' },
} as const satisfies Words;
