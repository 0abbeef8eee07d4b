import { isPrivate } from '#compliance/personal-facts/fact-kind.ts';
import { courtesy, labelOf, leadIn, letterHead, type Label } from '#people/signature-words.ts';

/** A part of a signature that says one thing, with the label that stands before it. */
export type Piece = { label?: Label; text: string };

const HAN = /\p{Script=Han}/u;
const EDGE =
  /^[\s>*•●■◆▪★☆|\-_=~—–#"“”'`,;:。【】「」『』《》〔〕]+|[\s*•●■◆▪★☆|\-_=~—–#"“”'`,;:。【】「」『』《》〔〕]+$/gu;
const BETWEEN = /\s*(?:[|•●■◆▪;\t【】]| {3,}|\s[/·\-—–]\s)\s*/u;
// Where another begins without a colon: T +86 … M +86 …, 电话021…手机138….
const NEXT_LABEL =
  /\s+(?=(?:[TMFPDO]|Tel|Mob|Mobile|Cell|Phone|Fax|Office|Direct)\.?\s*[+(\d])|\s+(?=E(?:-?mail)?\.?\s+\S+@)|\s+(?=W(?:eb)?\.?\s+(?:www|http))|(?:[\s,]+|(?<=[\d)]))(?=(?:手机|电话|座机|传真|邮箱|邮件|微信|邮编|网址)号?\s*:?\s*[+(\w])/iu;
const MOBILE_AND_WECHAT = /(手机|电话|mobile|tel)\s*[/&、及和]\s*(?:微信号?|wechat)\s*:?\s*(\+?\d[\d\s-]{6,}\d)/gi;
const LONGEST_LABEL = 24;

/** The parts of a text, one thing each. @param text folded to half width */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.replaceAll(EDGE, ''))
    .filter((line) => line !== '' && !courtesy.test(line) && !letterHead.test(line))
    .map((line) => line.replace(leadIn, '').replace(MOBILE_AND_WECHAT, '$1:$2(微信同号)'))
    .flatMap((line) => line.split(BETWEEN))
    .flatMap(cutAtLabels)
    .flatMap((part) => part.split(NEXT_LABEL))
    .map((part) => part.replaceAll(EDGE, ''))
    .filter((part) => part !== '' && !courtesy.test(part))
    .map(labelled);
}

/** 电话:… 手机:… in one line: cut where the longest words before a colon are a label. */
function cutAtLabels(text: string): string[] {
  const cuts = [0];
  for (const { index } of text.matchAll(/:/g)) {
    const from = Math.max(cuts.at(-1)!, index - LONGEST_LABEL);
    const before = text.slice(from, index);
    for (const { index: gap, 0: space } of before.matchAll(/[\s,]+/g)) {
      if (!labelOf(before.slice(gap + space.length))) continue;
      // Not within a label that is longer: Date of birth.
      if (!labelOf(text.slice(cuts.at(-1), index))) cuts.push(from + gap);
      break;
    }
  }
  return cuts.map((cut, at) => text.slice(cut, cuts[at + 1]));
}

function labelled(text: string): Piece {
  const colon = /^([^:]{1,20}?)\s*:\s*([\s\S]*)$/.exec(text);
  const before = colon && labelOf(colon[1]!);
  if (before) return { label: before, text: colon[2]!.trim() };
  if (labelOf(text)) return { label: labelOf(text)!, text: '' };
  const word = /^(\S+)\s+(\S[\s\S]*)$/.exec(text);
  const spaced = word && labelOf(word[1]!);
  if (spaced && (HAN.test(word[1]!) || isPrivate(spaced) || /^[+(\d]|@|^www|^http/i.test(word[2]!)))
    return { label: spaced, text: word[2]!.trim() };
  const glued = /^(\p{Script=Han}{2,6}|[A-Za-z-]{1,8}\.?)\s*(?=[+(\d]|[\w.+-]+@)/u.exec(text);
  const near = glued && labelOf(glued[1]!);
  if (near) return { label: near, text: text.slice(glued[0].length).trim() };
  return { text };
}
