import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';
import {
  anybody,
  anybodys,
  business,
  child,
  clauseEnd,
  kin,
  named,
  near,
  person,
  spouse,
  theirs,
  they,
  within,
} from '#compliance/people-words.ts';
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
  property,
  theirDwelling,
  town,
  ward,
} from '#compliance/private-terms.ts';

/**
 * The sentences that tell something private: per kind, rows of a name and a pattern. `private-words.test.ts` asks of each row a
 * sentence that it finds. All text is folded to half width before; the patterns take either case.
 */

const family = `(?:${kin}|${child})`;
const monthAndDay = String.raw`(?:\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{1,2}[-/.]\d{1,2}|[一二三四五六七八九十正腊冬]{1,2}月[初廿]?[一二三四五六七八九十]{1,3}[日号]?)`;
const says = String.raw`\s?(?:是|为|在|[:：])?\s?`;

/**
 * What every sentence of a kind has in it. Looked for first: most of what is written has none of it, and an import looks
 * through hundreds of thousands of cells.
 */
const hints = {
  homeAddress:
    "住|家(?:庭|里|的)*地址|家(?:里)?(?:就)?在|家(?:里)?:|home address|lives|house|flat|apartment|(?:his|her|'s) home",
  children: `${family}|娃|丫头|daughter|son|kid|child|\\b(?:twin|baby|birth|father|mother|dad|mum|mom|grand|toddler|newborn|triplets|little)`,
  health: `${disease}|手术|\\b(?:${illness}|diabetic|pregnan|hospital|dialysis|treatment|insulin|antidepress|maternity|alcoholic|drug addict|rehab)`,
  religion: `${faith}|christian|muslim|buddhist|catholic|jewish|hindu|church|mosque|temple|ramadan|\\blent\\b|kosher|sabbath|prays`,
  marriage: `${spouse}|${marital}|wife|husband|spouse|fianc|girlfriend|boyfriend|divorce|married|single|widowed|separated|engaged`,
  wealth: `${dear}|${earned}|${debt}|${property}|salary|income|mortgage|net worth|earns|makes|worth|debt`,
  ethnicity: `族|[回藏]民|政治面貌|入了?党|${party}|party|ccp|\\b(?:ethnic|uyghur|tibetan|hui)\\b`,
  birthday:
    '生日|出生|生于|月.{0,5}生|年 ?(?:的|出?生)|岁|大寿|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|本命年|[羊牛子蟹女秤蝎手羯瓶鱼]座|born|birth|aged|\\b(?:is|was|turn(?:s|ed|ing)|be) (?:[a-z]+ ){0,2}\\d{2}',
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
    livesSomewhere: String.raw`${person}(?:现在|目前|平时|一家|全家|也|就)?住在(?!${town}${clauseEnd})(?:(?!${lodging})[\p{Script=Han}]){2,8}${clauseEnd}`,
    livesUnsaidWho: String.raw`(?:^|[，,。；;:：\s])住在(?:(?!${lodging})[^，,。；;\n]){1,14}?${estate}${clauseEnd}`,
    homeOnEstate: String.raw`${person}的?家(?:里)?(?:就)?在(?:(?!${lodging})[\p{Script=Han}]){1,10}${estate}${clauseEnd}`,
    homeAt: String.raw`(?<![国专厂商大独全这那几每多各])家住(?![建房院宅宿户的])[^\s,，;；。\n]{2,20}`,
    // The town is no address.
    theyLive: String.raw`${they}\s(?:[a-z]+\s)?lives\s(?:at|in|on|near)\b[^.;\n]{2,40}?${theirDwelling}[^.;\n]{0,20}|\blives at (?:no\.? ?)?\d[^.;\n]{2,40}`,
    theirAddress: String.raw`\b(?:his|her|'s) home address\b|\bhome address\s?(?:is\b|:)[^.;\n]{2,40}`,
    theirHouse: String.raw`${theirs}\s(?:(?:house|flat|apartment)\sis\s(?:at|in|on|near)|home\sis\s(?:at|on))\b[^.;\n]{2,40}`,
  },
  children: {
    ofAPerson: `${person}${near}${kin}`,
    ofAPersonNearer: `${person}${within(`${business}|说|提[到出]|和`, '，,')}${child}`,
    atSchool: `${family}${near}(?:上学|上(?:小学|初中|高中|大学)|读书|留学|高考|中考|幼儿园|[\\d几两]+ ?岁|结婚|找工作|就业)`,
    atHome: String.raw`${person}(?:的|他|她)?家?(?:的|里)?(?:大|小|二)?(?:娃(?![哈娃])|丫头)`,
    theyHave: String.raw`${anybody}\shas\s(?:an?|one|two|three|four|\d|twin|young|small|grown)\s(?:[a-z]+\s)?(?:kids?|child|children|sons?|daughters?)\b(?! (?:compan|account|node|entit|process|table|record|asset|item))`,
    theyHaveBaby: String.raw`${anybody}\s(?:just |recently )?(?:has (?:twins|triplets|a newborn)|had a baby|gave birth|is expecting (?:a (?:baby|child)\b(?! (?:monitor|product|food|formula|seat|account))|twins)|(?:became|is|was) an? (?:(?!single)[a-z]+ )?(?:father|mother|dad|mum|mom|grandfather|grandmother)\b(?! (?:company|board|figure|of the)))|${anybodys}\s(?:baby|child)\s(?:is due|was born)`,
    their: String.raw`(?:${anybodys}|\btheir\b)\s(?:[a-z]+\s){0,2}(?:(?:grand|step)?(?:daughter|son)|little (?:boy|girl)|toddler|newborn|twin|(?<!their )(?:grand)?(?:kid|child))(?:s|ren)?\b(?!-|\s(?:account|compan|process|node|table|record|entit|gloves|lock|safety|care)|['’]s? (?:hospital|ward|home|museum|cent|clinic|department|playground|furniture|wear|book))`,
  },
  health: {
    ill: `${person}${within(business, '')}${disease}`,
    // Who operates is a surgeon where a doctor is meant.
    operated: String.raw`${person}(?<!主任|院长|医生|教授)${within(business, '')}[做动](?:了|过)?[^，,。；;\n]{0,5}手术(?![室台机器灯导刀示演])`,
    theyHave: String.raw`${anybody}[^.;\n]{0,16}\b(?:has|had|got|suffers? from|suffered|diagnosed with|recovering from|underwent|undergoing|battling|fighting|survived|needs|off with|off sick with|down with|treated for)\s(?:[a-z]+\s){0,3}(?:${illness})\b${ward}`,
    theyAre: String.raw`${anybody}[^.;\n]{0,16}\b(?:pregnant|hospitali[sz]ed|diabetic(?! (?:foot|care|patients?|clinic|cent|project|system))|undergoing (?:[a-z]+ )?(?:chemo|dialysis|treatment for)|an? (?:[a-z]+ )?(?:alcoholic|drug addict)\b|in rehab\b|in hospital(?= (?:with|after|since|again|until)\b|[.,;]|$)|takes (?:insulin|antidepressants)|on (?:dialysis|chemo|insulin|antidepressants|maternity leave))`,
    their: String.raw`${anybodys}\s(?:[a-z]+\s)?(?:${illness}|pregnancy)\b${ward}`,
  },
  religion: {
    believes: `${person}${near}${faith}`,
    theyWorship: String.raw`${anybody}\s(?:goes to|attends|prays at)\s(?:the |an? )?(?:church|mosque|temple)\b(?! (?:hall|project|site|board))`,
    theyAre: String.raw`${anybody}\s(?:is|was)\s(?:an? )?(?:[a-z]+\s)?(?:christian|muslim|buddhist|catholic|jewish|hindu)\b(?! (?:hospital|school|university|college|charity|association|dior|[a-z]+['’]s))`,
    theyObserve: String.raw`${anybody}\s(?:(?:observes|fasts (?:for|during|in)|is fasting (?:for|during)) (?:ramadan|lent)|keeps (?:kosher|the sabbath)|prays (?:every|five))\b`,
  },
  marriage: {
    spouse: String.raw`${person}(?:的|他|她|家|家里)?${spouse}`,
    marital: String.raw`${person}${within(`${business}|说|提[到出]`, '，,')}${marital}`,
    their: String.raw`${anybodys}\s(?:(?:late|new|second|former)\s)?(?:ex-?)?(?:wife|husband|spouse|fianc[eé]e?|girlfriend|boyfriend)\b`,
    theirDivorce: String.raw`${anybody}\s(?:remarried|(?:(?:is|was|has been)\s)?(?:going through|went through|filed for|filing for)\s(?:an? |his |her )?(?:[a-z]+ )?divorce)\b`,
    theyAre: String.raw`${anybody}\s(?:is|was|got|gets|has been|just got|recently got|is getting|is about to get)\s(?:newly |recently |just |still |happily )?(?:divorced|separated(?! (?:by|from the)\b)|engaged to (?:be|an?|his|her|${named})\b|married(?! to (?:the|this|our|an?)\b)|single(?!-| (?:point|source|handed))|widowed|(?:an? )?single (?:mother|mum|mom|father|dad|parent))\b`,
  },
  wealth: {
    has: `${person}${within(`${business}|说|批|发放|公司|集团|厂|部门`, '，,')}(?:${dear}|${earned}|${debt}|${property})`,
    their: String.raw`${theirs}\s(?:[a-z]+\s)?(?:salary|income|mortgage|net worth|gambling debts?)\b(?! (?:system|module|tax|statement))`,
    // A buyer that earns, or is in debt, is a company.
    theyEarn: String.raw`(?!\bthe (?:[a-z]+ ){0,2}buyer)${anybody}\s(?:earns\s[^.;\n]{0,12}\d|makes\s(?:about |around |over |some |nearly )?[¥$€]?\s?\d[\d,.]*\s?(?:k|million)?\s(?:yuan |rmb )?(?:a|per) (?:year|month)\b|is worth (?:about |around |over |some |nearly )?(?:[¥$€£]\s?\d|\d[\d,.]*\s?(?:k|m|bn|million|billion|yuan|rmb|dollars)\b)|(?:has|is in) (?:[a-z]+ )?(?:gambling|personal) debts?\b|is (?:deep |heavily )?in debt\b(?! (?:collect|manage|recover)))`,
  },
  ethnicity: {
    people: `${person}是(?:汉|回|藏|维吾尔|蒙古|满|壮|苗|彝|侗|瑶|白|傣|畲|黎|羌|土家|布依|哈尼|纳西|锡伯|朝鲜|哈萨克)族(?![自乡中学镇区县医])`,
    minority: `${person}是(?:[回藏]民(?![中区街医])|少数民族)`,
    isOfParty: `${person}(?:本人|也|就|还)?(?:不?是|为)[^，,。；;\\n]{0,5}${party}`,
    partyMember: String.raw`${person}(?:[，,]\s?)?(?:中共|预备|老){0,2}党员(?![先活之教服示群管干建组培学会代发大身的])`,
    joinedParty: `${person}[^，,。；;\\n]{0,6}入了?党(?![政委])`,
    statusLabel: String.raw`政治面貌\s?(?:[是为:：]|\s)\s?\p{Script=Han}`,
    theyAreOfPeople: String.raw`${they}\sis\s(?:an? )?(?:ethnic [a-z]+|uyghur|tibetan|hui)\b`,
    theyJoinedParty: String.raw`${they}\sjoined the (?:communist party|ccp)\b`,
    theyAreOfParty: String.raw`${they}\s(?:is|was)\s(?:an? )?(?:[a-z]+ )?(?:party member|member of the (?:chinese )?(?:communist party|ccp))\b`,
  },
  birthday: {
    dayAfter: String.raw`(?<!公司|集团|企业|厂|店|校|品牌)(?:生日|出生(?:日期|年月)?|生于)${says}(?:[农阴]历)?\s?(?:\d|[一二三四五六七八九十正腊冬]{1,3}月)`,
    dayBefore: String.raw`${monthAndDay}[是，,\s]{0,2}(?:${person}的?)?过?生日`,
    wholeDate: String.raw`\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?\s?(?:出生|生(?=$|[,，.。;；、)\s人于的]))`,
    dateOfBirth: String.raw`${anybodys}\s\d{2}th birthday\b|\b(?:birthday|date of birth)\b[^.;\n]{0,12}\d`,
    // What a birth year is told by, too.
    year: String.raw`${person}(?:是|[，,])?\s?(?:19)?[4-9]\d\s?年(?:的|出?生的?人?)${clauseEnd}|(?<!\d)(?:19[3-9]|200)\d\s?年(?:出?生人(?!口)|(?:出生|生)的?${clauseEnd})`,
    age: String.raw`${person}(?:本人|今年|明年|已经|也|都|才|就|马上|正好|虚岁|到|刚[过满]?|[快有满]|[，,\s]){0,4}(?:[1-7]\d|[二三四五六七]?十[一二三四五六七八九]?)\s?(?:周?岁(?!左右|上下|以|出头)|大寿)`,
    roundBirthday: String.raw`${person}${near}(?:\d0|[二三四五六七八九]十)\s?(?:岁生日|大寿)`,
    animal: String.raw`${person}(?:本人|也|是)?(?:属[鼠牛虎兔龙蛇马羊猴鸡狗猪]的?${clauseEnd}|[^，,。；;\n]{0,4}(?:本命年|(?:白羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|水瓶|双鱼)座(?!椅)))`,
    // Where somebody was born is told as her home town.
    theyWereBorn: String.raw`${anybody}\s(?:was|is)\sborn\b[^.;\n]{0,16}\d`,
    theirAge: String.raw`${anybody},?\s(?:(?:is|was|turned|turns|is turning|will be|just turned)\s(?:[a-z]+ )?\d{2}\b(?= years? old| years of age| (?:and|but|so)\b|[.;]|,(?! \d)|$)|(?:turns|turned|is turning|just turned|will be)\s\d{2}\b(?= (?:(?:in|on) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)|(?:this|next|last) |soon))|(?:is\s)?aged \d{2}\b|is an? \d{2}-year-old\b)`,
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
