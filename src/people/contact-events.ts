import type { EventWords } from '#platform/events/event-words.ts';
import { contactFieldWords } from '#people/contact-field-words.ts';

const told = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** What happened to a contact. */
export const contactEventWords: EventWords = {
  'contact.created': ({ data }, lang) => ({
    title: lang === 'zh' ? `新建了联系人${data.name ?? ''}` : `Contact ${data.name ?? ''} created`,
  }),
  'contact.imported': ({ data }, lang) => ({
    title: lang === 'zh' ? `导入了联系人${data.name ?? ''}` : `Contact ${data.name ?? ''} imported`,
  }),
  'contact.importUndone': ({ data }, lang) => ({
    title: lang === 'zh' ? `撤销了对联系人${data.name ?? ''}的导入` : `Import of contact ${data.name ?? ''} taken back`,
  }),
  'contact.changed': ({ data }, lang) => {
    const words: { [field: string]: { zh: string; en: string } | undefined } = contactFieldWords;
    const fields = Object.keys(data.after ?? {}).map((field) => words[field]?.[lang] ?? field);
    const list = fields.join(lang === 'zh' ? '、' : ', ');
    return {
      title:
        lang === 'zh' ? `修改了${data.name ?? '联系人'}的${list}` : `Changed ${list} of ${data.name ?? 'a contact'}`,
    };
  },
  'contact.ownerChanged': ({ data }, lang) => {
    const nobody = lang === 'zh' ? '无人负责' : 'nobody';
    return {
      title: lang === 'zh' ? '变更了联系人的负责人' : 'Owner of the contact changed',
      detail: `${told(data['from']) ?? nobody} → ${told(data['to']) ?? nobody}`,
    };
  },
  'contact.merged': ({ data }, lang) => {
    const loser = told((data['loser'] as { name?: unknown } | undefined)?.name) ?? '';
    return { title: lang === 'zh' ? `并入了联系人“${loser}”` : `Merged the contact "${loser}" into it` };
  },
  'contact.moved': ({ data }, lang) => {
    const [from, to] = [told(data['from']), told(data['to'])];
    const nowhere = lang === 'zh' ? '未知单位' : 'unknown';
    return {
      title: lang === 'zh' ? `${data.name ?? '联系人'}变更了任职单位` : `${data.name ?? 'A contact'} changed employer`,
      detail: `${from ?? nowhere} → ${to ?? nowhere}`,
    };
  },
  'contact.left': ({ data }, lang) => {
    const to = told(data['to']);
    return {
      title: lang === 'zh' ? `${data.name ?? '联系人'}离开了` : `${data.name ?? 'A contact'} left`,
      detail: to && (lang === 'zh' ? `去了${to}` : `for ${to}`),
    };
  },
};
