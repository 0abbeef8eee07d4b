import { buyingRoles, personFunctions, personLevels } from '#method/scales.ts';
import type { Lang, Text } from '#shared/messages.ts';
import type { PersonKnown } from '#information/information.ts';

/** Department, function and level of a person in words, as far as they are known. */
export function postOf({ department, title, function: part, level }: PersonKnown, lang: Lang): string {
  const functions: { readonly [part: string]: Text | undefined } = personFunctions;
  const levels: { readonly [level: string]: Text | undefined } = personLevels;
  const post = [department, title].filter(Boolean).join(' ');
  return [post, part && functions[part]?.[lang], level && levels[level]?.[lang]].filter(Boolean).join(' · ');
}

export function rolesOf({ roles }: PersonKnown, lang: Lang): string {
  const words: { readonly [role: string]: Text | undefined } = buyingRoles;
  return roles.map((role) => words[role]?.[lang] ?? role).join(lang === 'zh' ? '、' : ', ');
}
