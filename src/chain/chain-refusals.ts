import type { Text } from '#shared/messages.ts';
import type { RefusalKinds } from '#shared/refusal.ts';
import type { Conflict, FieldFault } from '#chain/decide-change.ts';
import { fieldName, listed } from '#chain/item-words.ts';
import type { MapProblem } from '#chain/map-problems.ts';

const goneWords: Text = { zh: '对象已被移除', en: 'the item was removed' };

export const chainRefusals = {
  'chain.changedMeanwhile': {
    status: 409,
    words: ({ conflicts }: { conflicts: readonly Conflict[] }): Text => {
      const what = listed(distinct(conflicts.map(({ field }) => (field ? fieldName(field) : goneWords))));
      return {
        zh: `您修改期间，同事已先改动了同一处：${what.zh}。您的内容没有丢，请对照后再保存。`,
        en: `A colleague changed the same while you worked: ${what.en}. Nothing of yours is lost; compare and save again.`,
      };
    },
    example: { conflicts: [{ id: '…', field: 'stance', last: { seq: 1, at: '…', by: '…' } }] },
  },
  'chain.versionAhead': {
    status: 422,
    words: ({ version }: { version: number }): Text => ({
      zh: `决策链现在是第 ${version} 版，没有您所说的更新版本。请重新载入后再改。`,
      en: `The decision chain is at version ${version}; there is none as new as the one you name. Load it again, then change it.`,
    }),
    example: { version: 3 },
  },
  'chain.groundRequired': {
    status: 422,
    words: ({ fields }: { fields: readonly string[] }): Text => {
      const what = listed(fields.map(fieldName));
      return {
        zh: `改动已有的判断（${what.zh}）要说明依据：请附上证据，或写明原因。`,
        en: `To turn a recorded belief (${what.en}), say on what ground: attach evidence or give a reason.`,
      };
    },
    example: { fields: ['stance'] },
  },
  'chain.invalid': {
    status: 422,
    words: ({ problems, faults }: { problems: readonly MapProblem[]; faults: readonly FieldFault[] }): Text => {
      const wrong = distinct(faults.map(faultWords));
      const all = [...problems.map(({ words }) => words), ...wrong];
      return { zh: `${all.map(({ zh }) => zh).join('；')}。`, en: `${all.map(({ en }) => en).join('; ')}.` };
    },
    example: { problems: [], faults: [{ id: '…', field: 'stance', message: 'invalid', words: { zh: '…', en: '…' } }] },
  },
  'chain.notOnTeam': {
    status: 403,
    words: (): Text => ({
      zh: '决策链由负责人、团队成员和上级主管维护。请先请负责人把您加入团队。',
      en: 'The decision chain is kept by the owner, the team and the managers above. Ask the owner to add you first.',
    }),
  },
  'chain.personUnknown': {
    status: 422,
    words: (): Text => ({
      zh: '图上只能放系统里的联系人和同事，请先新建联系人。',
      en: 'Only contacts and colleagues that are in the system can stand on the map; create the contact first.',
    }),
  },
  'chain.evidenceUnknown': {
    status: 422,
    words: (): Text => ({ zh: '找不到所指的证据。', en: 'That piece of evidence was not found.' }),
  },
  'chain.notOnMap': {
    status: 422,
    words: (): Text => ({
      zh: '这个人不在决策链图上，请先放到图上。',
      en: 'This person is not on the decision-chain map; put the person there first.',
    }),
  },
  'chain.future': {
    status: 422,
    words: (): Text => ({ zh: '日期不能晚于今天。', en: 'The day cannot be after today.' }),
  },
  'chain.noAccount': {
    status: 422,
    words: (): Text => ({
      zh: '商机还没有对应的客户，无法为这些人新建联系人。请先填写客户。',
      en: 'The deal has no account yet, so no contacts can be made for these people. Fill in the account first.',
    }),
  },
} satisfies RefusalKinds;

const told: { readonly [message: string]: Text } = {
  missing: { zh: '要改的对象不在图上', en: 'What is to be changed is not on the map' },
  exists: { zh: '要新增的对象已在图上', en: 'What is to be added is on the map already' },
  fixed: { zh: '连线的类型和两端不能改，请另画一条', en: 'Kind and ends of an item stay; draw another one' },
};

function faultWords({ field, message, words }: FieldFault): Text {
  const { zh, en } = fieldName(field);
  if (words) return { zh: `${zh}：${words.zh}`, en: `${en}: ${words.en}` };
  return told[message] ?? { zh: `“${zh}”的内容不正确`, en: `"${en}" is not valid` };
}

function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [text.zh, text])).values()];
}
