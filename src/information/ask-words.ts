import { personFunctions, personLevels } from '#method/scales.ts';
import type { Lang } from '#shared/messages.ts';
import type { Knower } from '#information/information-fact.ts';

/** The kind of person to look for where nobody fitting is known: '财务部门（管理层）'. */
export function roleWords({ functions, level }: Knower, lang: Lang): string {
  const [function_] = functions;
  const where = function_ && function_ !== 'other' ? personFunctions[function_][lang] : anybody[lang];
  if (!level) return where;
  return lang === 'zh' ? `${where}（${personLevels[level].zh}）` : `${where} (${personLevels[level].en})`;
}

const anybody = { zh: '厂办或综合部门', en: 'the front office' };
