import { refuse, type Refusal, type RefusalKinds } from '#shared/refusal.ts';
import type { Text } from '#shared/messages.ts';
import { fold } from '#shared/text.ts';

/**
 * Words that tell of a personal benefit to somebody on the customer's side: what the product refuses to keep as evidence
 * or in notes (Domain §12). A statement that the thing was refused, reported or asked for and declined is let through.
 */
const him =
  '(?:[他她](?!们)|个人|私人|本人|[\\p{Script=Han}]{1,2}(?:总|(?<![施员职])工(?![程地厂艺作])|主任|处长|处(?![理于置])|部长|科长|院长|经理|所长|厂长|书记))';
const relative =
  '(?:儿子|女儿|孩子|子女|女婿|爱人|老婆|老公|太太|先生|小舅子|小姨子|弟[弟妹]|妹妹|哥哥|姐[姐夫]|侄[子女]|外甥女?|亲属|亲戚|家属)';
const counted = '(?:[一二两三四五六\\d]* ?[块瓶箱条根件张台部只盒套])';
const valuables =
  '(?:名表|手表|金条|茅台|五粮液|名烟|名酒|现金|(?:[软硬]|条|)中华(?=烟|$|[，。；,;!. ])|香烟|首饰|项链|金饰|名包|iphone(?! ?[版端客适兼])|ipad(?! ?[版端客适兼])|礼品卡|储值卡|[加充]?油卡|京东卡|超市卡|健身卡)';
const benefits = new RegExp(
  [
    '回扣(?![条问风举].)|好处费|红包(?![雨功模系活营小接平封墙玩裂])|塞钱|购物卡(?![系业发管平项厂])|(?<!反|反商业|防|防范)贿赂|干股|表示表示|意思意思|私下意思|打点(?:关系|一下|好了?|到位)|上下打点',
    `(?:返点|提成|佣金|分成|劳务费|咨询费)(?:私下)?(?:给|打给|打到|打进|转给|转到|付给|汇到)${him}`,
    `(?:私下|单独)给(?:${him}|钱)|给${him}(?:个人)?(?:的)?(?:返点|提成|佣金|分成| ?\\d+(?:\\.\\d+)? ?个点(?!位|的?(?:优惠|折扣|降价|让利|空间|账期)))|给${him}(?:个人)?好处(?![是在有:])`,
    `给[^，。；,;]{0,6}辛苦费|[给送付][^，。；,;]{0,6}茶水费|茶水费[^，。；,;]{0,4}到位`,
    `(?:%|个点|[元万])[^，。；,;]{0,4}返(?:还|现)?给${him}|返(?:还|现|利|点)?给${him}个人`,
    `(?:(?:打|转|汇)(?:到|进|入)|走)(?:${him}的?)?(?:个人|私人)(?:的)?(?:账户|账号|银行卡|卡)|[给往]${him}的?(?:账户|账号|卡)上?(?:打|转|汇)`,
    `送(?:了|给)?(?:${him})?(?:了)?${counted}?${valuables}`,
    `礼品卡给(?:他|她)|给${him}(?:买|办|塞|带|准备)了?${counted}?${valuables}`,
    `(?:请|带|安排)${him}(?:全家|一家|夫妇)?(?:去|出国|到|出境)[^，。；,;]{0,6}(?:旅游(?![局集公景委厅学业])|度假(?![村区酒])|游玩|玩(?=$|[，。；,; 几了一]))|报销[^，。；,;]{0,6}(?:旅游|度假)(?![局集公])`,
    `(?:请|带|陪|安排)(?:${him}|客户|专家|领导)[^，。；,;]{0,6}(?:洗浴|桑拿|夜总会|按摩)(?![^，。；,;]{0,4}(?:项目|工程|样板|现场|设备|系统|改造))`,
    `安排(?:他|她)?(?:的)?(?:孩子|子女|亲属)(?:入学|入职|就业)|(?:给|帮|替|安排|让)${him}(?:的)?家?${relative}[^，。；,;]{0,4}(?:安排|找|解决|入职|入学|进[^，。；,;]{0,4}公司|上班|实习|分包|入股|供货)`,
    `${him}(?:的)?${relative}的?公司(?:走账|开票|收款|分包|转)|(?:帮|替|给)${him}[^，。；,;]{0,10}(?:学区(?![管项])|择校)`,
    '给(?:评标|评审)?(?:专家|评委|委员)[^，。；,;]{0,3}(?:每人|各|一人) ?\\d',
    'kickback|(?<!anti-?)brib(?:e|ery)|cash gift|personal commission|under the table|envelope (?:with|of|full of) cash',
    `(?:给|帮|替|为)${him}(?:个人)?[^，。；,;]{0,5}(?:办|买|续|交|付|充|开)[^，。；,;]{0,8}(?:会员[卡费资]|会员$|会费|会籍|年卡|私教)`,
    `${him}[^。；;]{0,12}(?:会员[卡费]|会费|会籍|年卡)[^。；;]{0,4}(?:我们|我司|我方|公司)[^，。；,;]{0,3}(?:承担|出(?!具)|付|买单|报销|交)`,
    `(?:给|帮|替)(?:${him}|${relative})[^，。；,;]{0,3}(?:安排|找|解决)了?一?[个份]好?(?:岗位|工作|职位|差事)(?![培位组区台餐服])`,
    `(?:高尔夫|球会|健身|俱乐部|会所)[^，。；,;]{0,6}(?:会员(?:[卡费]|(?=我))|会费|会籍|年[费卡])[^，。；,;]{0,2}(?:由|让)?(?:我们|我司|我方)[^，。；,;]{0,2}(?:承担|出(?!具)|付|买单|报销|交)`,
    `(?:给|帮|替|为)${him}(?:个人)?[^，。；,;]{0,5}[办续交付充][^，。；,;]{0,8}(?:俱乐部|球会|会所|健身房?)的?年费`,
    `[给往]${him}(?:的)?(?:微信|支付宝)[^，。；,;]{0,3}转(?:了|账|过去)? ?(?:\\d{3,}|[一二两三四五六七八九十几]+[百千万])(?! ?[份个张条篇页])`,
    `(?:事成|中标|拿下|成交|回款|签(?:完|下|了)?(?:合同|单)?)(?:之后|以后|后)[^，。；,;]{0,3}给${him}[^，。；,;]{0,3}(?:[一二两三四五六七八九十\\d.]+ ?(?:成|个点|%|万元?|元|块))(?=$|[，。；,;!的好 ])(?! ?的? ?(?:折扣|优惠|让利|降价|账期|质保))`,
    `借(?:给|了)${him} ?[\\d一二两三四五六七八九十]+ ?(?:万|元|块)|(?:帮|给|替)${him}(?:家里?)?装修(?:房子|新房|家里|别墅)|(?:帮|给|替)${him}家里?装修|(?:安排|找)[^，。；,;]{0,6}(?:陪酒|陪唱|特殊服务)`,
    "(?:golf|gym|spa|club) (?:club )?(?:membership|fees?)[^.;]{0,6} (?:for|to) (?:him|her|(?:mr|mrs|ms|dr)\\.? [a-z]+)|(?:pay|paid|paying|cover(?:ed|ing)?|sponsor(?:ed)?) (?:for )?(?:his|her|(?:mr|mrs|ms|dr)\\.? [a-z]+'s) [^.;]{0,24}(?:membership|club fees?)",
    'promised (?:him|her) (?:an? )?(?:\\d+(?:\\.\\d+)? ?%|share|cut)(?! (?:off|discount|rebate))|(?:flew|flying|fly) (?:him|her) and (?:his|her) (?:wife|husband|family)|(?:hire|hired|hiring|job for|internship for) (?:his|her) (?:son|daughter|nephew|niece|wife|husband|brother|sister|cousin)',
    '(?:g[ai]ve|giving|buy|bought|sent|send) (?:him|her|the (?:[a-z]+ ){0,2}(?:manager|buyer|director|engineer|officer|head)) (?:an? |some )?(?:iphone|ipad|watch|laptop|cash|gift cards?)\\b',
    '(?:g[ai]ve|giving|pay|paid|paying) (?:him|her|(?:mr|mrs|ms|dr)\\.? [a-z]+) (?:an? )?\\d+(?:\\.\\d+)? ?% (?:commission|cut|on signing|of the (?:contract|deal|order|profit))',
    '(?:g[ai]ve|giving|buy|bought|sent|send) (?:an? |some )?(?:new )?(?:iphone|ipad|watch|cash|gift cards?) (?:to|for) (?:him|her|(?:mr|mrs|ms|dr)\\.? [a-z]+|the (?:[a-z]+ ){0,2}(?:manager|buyer|director|engineer|officer|head))',
    '(?:pay|paid|paying) (?:for )?(?:his|her) (?:[a-z]+ )?(?:holiday|vacation|wedding|tuition|school fees)|(?:his|her) (?:personal|private) (?:bank )?account',
  ].join('|'),
  'u',
);
/** Said of the thing itself: it was refused, or is forbidden. */
const declined =
  /拒绝|拒收|退回|谢绝|不接受|不[给送搞收]|别给|不要给|不能给|未[给送]|举报|没有(?:要|给|收|送)|禁止|严禁|杜绝|(?<![舍恨巴免少])不得(?![不已])|不许|不[用以]回扣|廉洁(?:协议|承诺)|declined|refused|reported|returned|forbid|prohibit|\b(?:no|never|nor) (?:[a-z]+ )?(?:kickback|brib|personal)/;

/** The words that describe the benefit, or null. */
export function benefitFound(text: string): string | null {
  return foundIn(benefits, text);
}

/** Cash and what can be spent like it; the flow of money through a business is not meant. */
const cash =
  /现金(?!流|牛|管理|折扣)|红包|购物卡|礼品卡|储值卡|充值卡|消费卡|加油卡|提货[卡券]|代金券|消费券|超市卡|微信转账|支付宝转账|比特币|\bcash(?! ?flow)\b|gift cards?\b|prepaid cards?\b|shopping cards?\b|\bvouchers?\b|red envelopes?\b|\bbitcoins?\b/;

/** The words for cash or a cash equivalent, or null. */
export function cashFound(text: string): string | null {
  return foundIn(cash, text);
}

function foundIn(words: RegExp, text: string): string | null {
  const folded = fold(text);
  const found = words.exec(folded)?.[0];
  if (!found || declined.test(folded)) return null;
  return found;
}

export const benefitRefusals = {
  'text.personalBenefit': {
    status: 422,
    words: ({ found }: { found: string }): Text => ({
      zh: `内容涉及给客户人员的个人利益（“${found}”），不能保存。公司不以任何个人利益换取订单；如果是对方索要而我们已拒绝，请写明“已拒绝”。合规的礼品与招待请到“礼品与招待登记”登记。`,
      en: `This describes a personal benefit to the customer's staff ("${found}") and is not kept. We win no order by personal benefit. If it was asked for and refused, say so; register permitted gifts and hospitality in the register.`,
    }),
    alert: true,
  },
} satisfies RefusalKinds;

/** None of what somebody writes down may describe a personal benefit (Domain §12). */
export function refuseBenefit(...texts: readonly (string | null | undefined)[]): Refusal | null {
  for (const text of texts) {
    const found = text ? benefitFound(text) : null;
    if (found) return refuse('text.personalBenefit', { found });
  }
  return null;
}
