import {
  chineseTitle,
  chineseTitleEnd,
  companyEnd,
  departmentEnd,
  departmentWords,
  doubleSurnames,
  englishTitle,
  notNames,
  perhapsCompanyEnd,
  surnames,
} from '#people/signature-words.ts';

/** Who somebody is, told by the look of words that no label explains. */
export type Said = { as: 'name' | 'company' | 'perhapsCompany' | 'department' | 'title' | 'unknown'; text: string };

const HAN = /\p{Script=Han}/u;
/** Longer than anybody's name, title and department together. */
const LONGEST = 80;
/** Of a sentence, not of a department's name. */
const SENTENCE = /[以为的是了您我让每]/;
const HONORIFIC = /(?:先生|女士|小姐|老师|同志)$/;

/** A part of a signature, taken apart: 青岚泵业有限公司采购部经理 王建国 says four things. */
export function saidBy(piece: string): Said[] {
  const text = piece.replace(/^(\p{Script=Han})\s+(\p{Script=Han})(?:\s+(\p{Script=Han}))?(?=\s|$)/u, '$1$2$3');
  if (!HAN.test(text)) return latin(text);
  // Latin words stay together: 王建国 David Wang.
  return text
    .split(/(?<=\p{Script=Han}[)]?)[\s,、]+|[\s,、]+(?=[(]?\p{Script=Han})/u)
    .filter(Boolean)
    .flatMap((word) => (HAN.test(word) ? chinese(word) : latin(word)));
}

function chinese(word: string): Said[] {
  if (word === '') return [];
  if (word.length > LONGEST) return [{ as: 'unknown', text: word }];
  if (companyEnd.test(word)) return [{ as: 'company', text: word }];
  const inside = /^(.+(?:公司|集团|事务所|厂(?!长|部|区|办)))(.+)$/u.exec(word);
  if (inside) return [{ as: 'company', text: inside[1]! }, ...chinese(inside[2]!.replace(/^的/, ''))];
  const brackets = /^(.*?)[([【](.*?)[)\]】](.*)$/u.exec(word);
  if (brackets) return brackets.slice(1).flatMap((part) => (HAN.test(part) ? chinese(part.trim()) : latin(part)));
  if (HONORIFIC.test(word) && isChineseName(word.replace(HONORIFIC, '')))
    return [{ as: 'name', text: word.replace(HONORIFIC, '') }];
  if (perhapsCompanyEnd.test(word)) return [{ as: 'perhapsCompany', text: word }];
  if (isTitle(word)) return [{ as: 'title', text: word }];
  for (let at = word.length; at >= 2; at--) {
    const [department, rest] = [word.slice(0, at), word.slice(at)];
    if (!departmentEnd.test(department) || isTitle(department) || SENTENCE.test(department)) continue;
    if (rest === '' || isTitle(rest) || isChineseName(rest) || nameAndTitle(rest))
      return [{ as: 'department', text: department }, ...chinese(rest)];
  }
  const both = nameAndTitle(word);
  if (both) return both;
  if (isChineseName(word)) return [{ as: 'name', text: word }];
  if (chineseTitleEnd.test(word) && word.length <= 12) return [{ as: 'title', text: word }];
  return [{ as: 'unknown', text: word }];
}

/** 王建国总经理, 总经理王建国. */
function nameAndTitle(word: string): Said[] | undefined {
  for (const length of [3, 2, 4]) {
    const [head, tail] = [word.slice(0, length), word.slice(length)];
    if (isChineseName(head) && isTitle(tail))
      return [
        { as: 'name', text: head },
        { as: 'title', text: tail },
      ];
    const [before, last] = [word.slice(0, -length), word.slice(-length)];
    if (isTitle(before) && isChineseName(last))
      return [
        { as: 'title', text: before },
        { as: 'name', text: last },
      ];
  }
  return undefined;
}

function isTitle(word: string): boolean {
  return chineseTitle.exec(word)?.[0] === word;
}

/** By its surname; 约翰·史密斯 by its dot. */
export function isChineseName(word: string): boolean {
  if (/^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6})+$/u.test(word)) return true;
  // 吴总 is how one calls somebody whose name is known.
  if (/^.[总工处局科董院部]$/u.test(word)) return false;
  if (!/^\p{Script=Han}{2,4}$/u.test(word) || notNames.has(word.slice(0, 2))) return false;
  if (doubleSurnames.has(word.slice(0, 2))) return word.length > 2;
  return word.length < 4 && surnames.has(word[0]!) && !departmentEnd.test(word) && !chineseTitleEnd.test(word);
}

const ENGLISH_NAME =
  /^(?:(?:Mr|Ms|Mrs|Dr|Prof|Ing|Dipl\.-Ing)\.?\s+)?(\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:van|von|de|der|da|di|la|bin|al)\s+)*\p{Lu}[\p{L}'’.-]*){1,3})$/u;

function latin(piece: string): Said[] {
  // The comma of Co., Ltd. belongs to the name.
  const parts = piece.split(/,(?!\s*(?:ltd|inc|llc|limited|co|corp|gmbh|s\.a|pte)\b)\s*/i).map((part) => part.trim());
  return parts.filter(Boolean).flatMap((part): Said[] => {
    if (part.length > LONGEST * 2) return [{ as: 'unknown', text: part }];
    const at = /^(.+?)\s+(?:at|@)\s+(\p{Lu}.+)$/u.exec(part);
    if (at && englishTitle.test(at[1]!))
      return [
        { as: 'title', text: at[1]! },
        { as: 'company', text: at[2]! },
      ];
    if (companyEnd.test(part)) return [{ as: 'company', text: part }];
    if (englishTitle.test(part)) return [{ as: 'title', text: part }];
    if (departmentWords.test(part)) return [{ as: 'department', text: part }];
    const name = ENGLISH_NAME.exec(part)?.[1];
    return [name ? { as: 'name', text: name } : { as: 'unknown', text: part }];
  });
}
