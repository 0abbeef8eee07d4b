import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import { accountFieldWords } from '#accounts/account-field-words.ts';
import { memberRoleWords } from '#accounts/account-lists.ts';
import type { Lang } from '#shared/messages.ts';

/** What happened to an account. */
export const accountEventWords: EventWords = {
  'account.created': (_event, lang) => ({ title: lang === 'zh' ? '新建了客户' : 'Account created' }),
  'account.imported': (_event, lang) => ({ title: lang === 'zh' ? '导入了客户' : 'Account imported' }),
  'account.importUndone': (_event, lang) => ({ title: lang === 'zh' ? '撤销了导入' : 'Import taken back' }),
  'account.changed': (event, lang) => ({
    title: lang === 'zh' ? `修改了${changedFields(event, lang)}` : `Changed ${changedFields(event, lang)}`,
  }),
  'account.ownerChanged': ({ data }, lang) => {
    const [from, to] = [text(data['from']), text(data['to'])];
    const nobody = lang === 'zh' ? '无人负责' : 'nobody';
    return { title: lang === 'zh' ? '变更了负责人' : 'Owner changed', detail: `${from ?? nobody} → ${to ?? nobody}` };
  },
  'account.membersSet': ({ data }, lang) => {
    const members = (data.after?.['members'] ?? []) as { name: string; role: keyof typeof memberRoleWords }[];
    const list = members.map(({ name, role }) => `${name}（${memberRoleWords[role][lang]}）`).join('、');
    return { title: lang === 'zh' ? '调整了团队成员' : 'Team changed', detail: list || undefined };
  },
  'account.merged': ({ data }, lang) => {
    const loser = text((data['loser'] as { name?: unknown } | undefined)?.name) ?? '';
    return { title: lang === 'zh' ? `并入了“${loser}”` : `Merged "${loser}" into it` };
  },
  'account.memberReplaced': (_event, lang) => ({ title: lang === 'zh' ? '交接了团队成员' : 'Team member handed over' }),
};

function changedFields({ data }: ToldEvent, lang: Lang): string {
  const words: { [field: string]: { zh: string; en: string } | undefined } = accountFieldWords;
  const names = Object.keys(data.after ?? {}).map((field) => words[field]?.[lang] ?? field);
  return names.join(lang === 'zh' ? '、' : ', ');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
