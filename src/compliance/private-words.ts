import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';
import { business, child, clauseEnd, kin, near, person, spouse, they, within } from '#compliance/people-words.ts';
import {
  dear,
  debt,
  disease,
  dwelling,
  earned,
  estate,
  faith,
  food,
  illness,
  lodging,
  marital,
  party,
  ward,
} from '#compliance/private-terms.ts';

/**
 * The sentences that tell something private: per kind, rows of a name and a pattern. `private-words.test.ts` asks of each row a
 * sentence that it finds. All text is folded to half width before; the patterns take either case.
 */

const family = `(?:${kin}|${child})`;
const monthAndDay = String.raw`(?:\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{1,2}[-/.]\d{1,2})`;
const says = String.raw`\s?(?:是|为|在|[:：])?\s?`;

/**
 * What every sentence of a kind has in it. Looked for first: most of what is written has none of it, and an import looks
 * through hundreds of thousands of cells.
 */
const hints = {
  homeAddress: '住|家(?:庭|里|的)*地址|家(?:里)?(?:就)?在|家(?:里)?:|home address|lives|house|flat|apartment',
  children: `${family}|娃|丫头|daughter|son|kid|child`,
  health: `${disease}|手术|cancer|diabetes|depression|pregnan|hypertension|hospitali|surgery|stroke|heart`,
  religion: `${faith}|christian|muslim|buddhist|catholic|jewish|hindu|church|mosque|temple`,
  marriage: `${spouse}|${marital}|wife|husband|spouse|fianc|girlfriend|boyfriend|divorced|married|single|widowed`,
  wealth: `${dear}|${earned}|${debt}|salary|income|mortgage|net worth|earns|makes`,
  ethnicity: `族|[回藏]民|政治面貌|入了?党|${party}|party|ccp`,
  birthday: '生日|出生|生于|月.{0,5}生|born|birth',
  homePhone: '座机|宅|[庭里中家]的?电话|home',
  privateMobile: '私人|个人|private',
  privateWechat: '私人|个人|private',
  diet: `${food}|vegetarian|vegan|not eat`,
} as const satisfies { readonly [kind in PrivateKind]?: string };

export const privateSentences = {
  homeAddress: {
    addressLabel: String.raw`(?:家庭住址|家庭地址|住家地址|家里地址|家的地址|${person}家(?:里)?地址|住址)(?:\s?(?:是|为|在|[:：])\s?|\s)[^。；;\n]{2,20}`,
    addressNumbered: String.raw`(?:家庭住?|住家|家里|住)[地址]{1,2}[^。；;\n]{1,14}?${dwelling}`,
    livesNumbered: String.raw`${person}${near}(?:家)?住(?![的院建房户])(?:在|址)?(?:(?!招待所|酒店|宾馆|饭店|民宿)[^。；;\n]){1,14}?(?:小区|花园|公寓|家园|新村|家属院|号楼|单元|栋|弄|室)`,
    homeNumbered: String.raw`${person}的?家(?:里)?(?:(?:就)?在|[:：])[^。；;\n]{1,16}?${dwelling}`,
    livesOnEstate: String.raw`${person}(?:现在|目前|平时|一家|全家|也|就|还|和我|跟我|都){0,2}住(?![院建房户宿])(?:在|进|到)?(?:(?!${lodging})[\p{Script=Han}]){1,12}${estate}${clauseEnd}`,
    livesSomewhere: String.raw`${person}(?:现在|目前|平时|一家|全家|也|就)?住在(?:(?!${lodging})[\p{Script=Han}]){2,8}${clauseEnd}`,
    livesUnsaidWho: String.raw`(?:^|[，,。；;:：\s])住在(?:(?!${lodging})[^，,。；;\n]){1,14}?${estate}${clauseEnd}`,
    homeOnEstate: String.raw`${person}的?家(?:里)?(?:就)?在(?:(?!${lodging})[\p{Script=Han}]){1,10}${estate}${clauseEnd}`,
    homeAt: String.raw`(?<![国专厂商大独全这那几每多各])家住(?![建房院宅宿户的])[^\s,，;；。\n]{2,20}`,
    theyLive: String.raw`\b(?:he|she|(?:mr|mrs|ms|dr)\.? [a-z]+)\s(?:[a-z]+\s)?lives\s(?:at|in|on|near)\b[^.;\n]{2,40}|\blives at (?:no\.? ?)?\d[^.;\n]{2,40}`,
    theirAddress: String.raw`\b(?:his|her|'s) home address\b|\bhome address\s?(?:is\b|:)[^.;\n]{2,40}`,
    theirHouse: String.raw`\b(?:his|her)\s(?:house|flat|apartment)\sis\s(?:at|in|on|near)\b[^.;\n]{2,40}`,
  },
  children: {
    ofAPerson: `${person}${near}${kin}`,
    ofAPersonNearer: `${person}${within(`${business}|说|提[到出]|和`, '，,')}${child}`,
    atSchool: `${family}${near}(?:上学|上(?:小学|初中|高中|大学)|读书|留学|高考|中考|幼儿园|[\\d几两]+ ?岁|结婚|找工作|就业)`,
    atHome: String.raw`${person}(?:的|他|她)?家?(?:的|里)?(?:大|小|二)?(?:娃(?![哈娃])|丫头)`,
    theyHave: String.raw`${they}\shas\s(?:an?|one|two|three|four|\d|twin|young|small|grown)\s(?:[a-z]+\s)?(?:kids?|child|children|sons?|daughters?)\b`,
    their: String.raw`\b(?:his|her|their)\s(?:[a-z]+\s){0,2}(?:daughter|son|(?<!their )(?:kid|child))(?:s|ren)?\b(?!\s(?:account|compan|process|node|table|record|entit|gloves|lock|safety|care))`,
  },
  health: {
    ill: `${person}${within(business, '')}${disease}`,
    // Who operates is a surgeon where a doctor is meant.
    operated: String.raw`${person}(?<!主任|院长|医生|教授)${within(business, '')}[做动](?:了|过)?[^，,。；;\n]{0,5}手术(?![室台机器灯导刀示演])`,
    theyHave: String.raw`${they}[^.;\n]{0,16}\b(?:has|had|got|suffers? from|suffered|diagnosed with|recovering from|underwent|treated for)\s(?:[a-z]+\s){0,3}(?:${illness})\b${ward}`,
    theyAre: String.raw`${they}[^.;\n]{0,16}\b(?:pregnant|hospitali[sz]ed)\b`,
    their: String.raw`\b(?:his|her)\s(?:[a-z]+\s)?(?:${illness}|pregnancy)\b${ward}`,
  },
  religion: {
    believes: `${person}${near}${faith}`,
    theyWorship: String.raw`${they}\s(?:goes to|attends|prays at)\s(?:the |an? )?(?:church|mosque|temple)\b(?! (?:hall|project|site|board))`,
    theyAre: String.raw`\b(?:he|she)\s(?:is|is a|was a)\s(?:[a-z]+\s)?(?:christian|muslim|buddhist|catholic|jewish|hindu)\b`,
  },
  marriage: {
    spouse: String.raw`${person}(?:的|他|她|家|家里)?${spouse}`,
    marital: String.raw`${person}${within(`${business}|说|提[到出]`, '，,')}${marital}`,
    their: String.raw`\b(?:his|her|(?:mr|mrs|ms|dr)\.? [a-z]+'s)\s(?:ex-?)?(?:wife|husband|spouse|fianc[eé]e?|girlfriend|boyfriend)\b`,
    theyAre: String.raw`${they}\s(?:is|was|got|gets|has been|just got|recently got)\s(?:newly |recently |just |still |happily )?(?:divorced|married(?! to (?:the|this|our|an?)\b)|single(?!-| (?:point|source|handed))|widowed|(?:an? )?single (?:mother|mum|mom|father|dad|parent))\b`,
  },
  wealth: {
    has: `${person}${within(`${business}|说|批|发放|公司|集团|厂|部门`, '，,')}(?:${dear}|${earned}|${debt})`,
    their: String.raw`\b(?:his|her)\s(?:[a-z]+\s)?(?:salary|income|mortgage|net worth)\b(?! (?:system|module|tax))`,
    theyEarn: String.raw`${they}\s(?:earns\s[^.;\n]{0,12}\d|makes\s(?:about |around |over |some |nearly )?[¥$€]?\s?\d[\d,.]*\s?(?:k|million)?\s(?:yuan |rmb )?(?:a|per) (?:year|month)\b)`,
  },
  ethnicity: {
    people: `${person}是(?:回|藏|维吾尔|蒙古|满|壮|苗|彝|朝鲜|哈萨克)族(?![自乡中学镇区县医])`,
    minority: `${person}是(?:[回藏]民(?![中区街医])|少数民族)`,
    isOfParty: `${person}(?:本人|也|就|还)?(?:不?是|为)[^，,。；;\\n]{0,5}${party}`,
    partyMember: String.raw`${person}(?:[，,]\s?)?(?:中共|预备|老){0,2}党员(?![先活之教服示群管干建组培学会代发大身的])`,
    joinedParty: `${person}[^，,。；;\\n]{0,6}入了?党(?![政委])`,
    statusLabel: String.raw`政治面貌\s?(?:[是为:：]|\s)\s?\p{Script=Han}`,
    theyAreOfParty: String.raw`${they}\s(?:is|was)\s(?:an? )?(?:[a-z]+ )?(?:party member|member of the (?:chinese )?(?:communist party|ccp))\b`,
  },
  birthday: {
    dayAfter: String.raw`(?<!公司|集团|企业|厂|店|校|品牌)(?:生日|出生(?:日期|年月)?|生于)${says}(?:[农阴]历)?\s?(?:\d|[一二三四五六七八九十正腊冬]{1,3}月)`,
    dayBefore: String.raw`${monthAndDay}[是，,\s]{0,2}(?:${person}的?)?过?生日`,
    wholeDate: String.raw`\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?\s?(?:出生|生(?=$|[,，.。;；、)\s人于的]))`,
    dateOfBirth: String.raw`\b(?:birthday|date of birth)\b[^.;\n]{0,12}\d`,
    theyWereBorn: String.raw`\b(?:he|she)\s(?:was|is)\sborn\b`,
  },
  homePhone: {
    number: String.raw`(?:(?:住宅|家庭|家里|家中)的?(?:座机|电话)|宅电)号?码?[是为:\s]{0,2}[\d+(][\d() +-]{5,}`,
    english: String.raw`\bhome (?:phone|tel|number)\b[^.;\n]{0,6}\d`,
  },
  privateMobile: {
    number: String.raw`(?:私人|个人)(?:手机|电话|号码)号?码?[是为:\s]{0,2}[\d+(][\d() +-]{5,}`,
    english: String.raw`\bprivate (?:mobile|phone|number)\b[^.;\n]{0,6}\d`,
  },
  privateWechat: {
    account: String.raw`(?:私人|个人)微信号?[是为:\s]{0,2}[a-z\d_-]{5,}`,
    english: String.raw`\bprivate wechat\b[^.;\n]{0,6}[a-z\d_-]{5,}`,
  },
  diet: {
    doesNotEat: `${person}${near}${food}`,
    theyDoNotEat: String.raw`\b(?:he|she)\s(?:is\s(?:a\s)?(?:vegetarian|vegan)|does not eat)\b`,
  },
} as const satisfies { readonly [kind in keyof typeof hints]: { readonly [row: string]: string } };
export type SpokenKind = keyof typeof privateSentences;

const hintOf = Object.entries(hints).map(([kind, words]) => [kind as SpokenKind, new RegExp(words, 'u')] as const);
const anyHint = new RegExp(Object.values(hints).join('|'), 'u');

/** The kinds that a text may tell of. @param text folded to half width, lower case */
export function hintedKinds(text: string): SpokenKind[] {
  return anyHint.test(text) ? hintOf.filter(([, hint]) => hint.test(text)).map(([kind]) => kind) : [];
}

const patterns = new Map(
  Object.entries(privateSentences).map(([kind, rows]) => [
    kind,
    Object.values(rows).map((pattern) => new RegExp(pattern, 'iu')),
  ]),
);

/** What tells of a kind in a sentence. */
export function spokenWords(kind: SpokenKind): readonly RegExp[] {
  return patterns.get(kind)!;
}
