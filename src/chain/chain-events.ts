import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';
import { edgeKinds, nodeKinds } from '#chain/chain-scales.ts';
import type { ToldChanges } from '#chain/chain-happened.ts';
import { listed } from '#chain/item-words.ts';

const items: { readonly [kind: string]: Text } = {
  ...nodeKinds,
  ...edgeKinds,
  node: { zh: '人员', en: 'person' },
  edge: { zh: '连线', en: 'line' },
  faction: { zh: '派系', en: 'faction' },
};
const acts = {
  added: { zh: '新增', en: 'added' },
  changed: { zh: '修改', en: 'changed' },
  removed: { zh: '移除', en: 'removed' },
  confirmed: { zh: '核实', en: 'confirmed' },
};

/** How many of what: 新增 人员 3、汇报给 2；修改 人员 1. What is believed of whom stays with the map. */
function counted({ data }: ToldEvent, lang: Lang): string | undefined {
  const { counts } = (data['chain'] ?? { counts: {} }) as ToldChanges;
  const parts = Object.entries(acts).flatMap(([act, word]) => {
    const kinds = Object.entries(counts[act as keyof typeof acts] ?? {});
    if (kinds.length === 0) return [];
    const all = listed(
      kinds.map(([kind, count]) => ({
        zh: `${items[kind]?.zh ?? kind} ${count}`,
        en: `${count} × ${items[kind]?.en ?? kind}`,
      })),
    );
    return [lang === 'zh' ? `${word.zh} ${all.zh}` : `${word.en} ${all.en}`];
  });
  return parts.join(lang === 'zh' ? '；' : '; ') || undefined;
}

const words =
  ({ zh, en }: Text): EventWords[string] =>
  (event, lang) => ({ title: lang === 'zh' ? zh : en, detail: counted(event, lang) });

/** What happened to the decision chain of a deal or account. */
export const chainEventWords: EventWords = {
  'deal.chainChanged': words({ zh: '更新了决策链图', en: 'Decision chain changed' }),
  'account.chainChanged': words({ zh: '更新了客户的决策链图', en: "Account's decision chain changed" }),
  'deal.coachSignSeen': words({ zh: '记下一次教练表现', en: 'Sign of a coach recorded' }),
  'deal.tellingRecorded': words({ zh: '记下对方告知的情况', en: 'What somebody told us recorded' }),
  'deal.tellingSettled': words({ zh: '核实了对方告知的情况', en: 'What somebody told us verified' }),
  'deal.reclassified': words({ zh: '决策链更新后，商机类别随之变化', en: 'Class of the deal followed its people' }),
};
