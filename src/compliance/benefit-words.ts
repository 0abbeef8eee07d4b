import { anybodys, clauseEnd, named, post, receiver, relative } from '#compliance/people-words.ts';

/**
 * The words that tell of a personal benefit to somebody on the customer's side (Domain §12): per kind, rows of a name and a
 * pattern. `benefit-words.test.ts` asks of each row a sentence that it finds. All text is folded before.
 */

const few = String.raw`[^，。；,;]`;
const counted = String.raw`(?:[一二两三四五六\d]* ?[块瓶箱条根件张台部只盒套])`;
const valuables =
  '(?:名表|手表|金条|茅台|五粮液|名烟|名酒|现金|(?:[软硬]|条|)中华(?=烟|$|[，。；,;!. ])|香烟|首饰|项链|金饰|名包|iphone(?! ?[版端客适兼])|ipad(?! ?[版端客适兼])|礼品卡|储值卡|[加充]?油卡|京东卡|超市卡|健身卡)';
const weBear = '(?:承担|出(?!具)|付|买单|报销|交)';

const theirReceiver = `(?:him|her|${named}|(?:the|his|their) ${post})`;
const gadget = String.raw`(?:iphone|ipad|macbook|(?:苹果|华为)(?:手机|电脑)|手机|手表|金条|名表|茅台|五粮液|名包|包包|项链)`;
const phone = `(?:苹果|华为|小米)?(?:新款)?手机${clauseEnd}`;
const percent = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+) ?(?:%|个(?:百分)?点)`;
const theirPercent = String.raw`(?:(?<!\d)\d{1,3}(?:\.\d{1,3})?|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:%|percent|per cent|points?)`;
// What a customer may be given: on the price, in advice, of a test.
const bargain =
  '(?:优惠|折扣|降价|让利|空间|账期|下浮|折让|建议|意见|提示|思路|参考|说明|毛利|余量|裕度|[做测装布验试先])';

export const benefits = {
  money: {
    called:
      '回扣(?![条问风举].)|好处费|红包(?![雨功模系活营小接平封墙玩裂])|塞钱|购物卡(?![系业发管平项厂])|(?<!反|反商业|防|防范)贿赂|干股',
    hinted: '表示表示|意思意思|私下意思|打点(?:关系|一下|好了?|到位)|上下打点',
    commission: `(?:返点|提成|佣金|分成|劳务费|咨询费)(?:私下)?(?:给|打给|打到|打进|转给|转到|付给|汇到)${receiver}`,
    given: String.raw`(?:私下|单独)给(?:${receiver}|钱)|给${receiver}(?:个人)?(?:的)?(?:返点|提成|佣金|分成| ?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十半]+) ?个(?:百分)?点(?![位子]|[ ,，]?(?:就|便)?的?${bargain}))|给${receiver}(?:个人)?好处(?![是在有:])`,
    percentage: `给${receiver}(?:个人)? ?(?:合同额|合同|货款|总价|利润|毛利|项目)?的? ?${percent} ?(?:的)?(?:好处|提成|佣金|返点|回报|辛苦|干股|股份|现金)`,
    envelope: String.raw`(?:塞给了?${receiver}|给${few}{0,6}${receiver}塞[了个]?)${few}{0,4}(?:信封|钱|现金|卡|\d)|[给送]了?${receiver}了? ?[\d一二两三四五六七八九十几]+ ?[万千百]*(?:块钱|元?现金(?![流折管]))`,
    share: `(?:签单|事成|中标|成交|成了|拿下)(?:之?后|的话)?${few}{0,4}(?:有|少不了|不会亏待|亏待不了)${receiver}(?:的)?(?:那)?(?:一份|好处|份|${clauseEnd})|(?:不会亏待|亏待不了)${receiver}|事成之?后${few}{0,6}亏待`,
    paid: String.raw`给(?:${few}{1,6}的)?${receiver}[打转]了? ?[\d一二两三四五六七八九十几]+ ?[万千百]*(?:块(?=钱|[的了 ]|${clauseEnd})|元)(?![^，。；,;]{0,4}(?:货款|[定订]金|预付|押金|保证金|尾款|工程款))`,
    trouble: `给${few}{0,6}辛苦费|[给送付]${few}{0,6}茶水费|茶水费${few}{0,4}到位`,
    returned: `(?:%|个点|[元万])${few}{0,4}返(?:还|现)?给${receiver}|返(?:还|现|利|点)?给${receiver}个人|给${receiver}(?:个人)?返[利点]? ?\\d+(?! ?[台件个]?[修样])`,
    account: `(?:(?:打|转|汇)(?:到|进|入)|走)(?:${receiver}的?)?(?:个人|私人)(?:的)?(?:账户|账号|银行卡|卡)|[给往]${receiver}的?(?:账户|账号|卡)上?(?:打|转|汇)`,
    phone: String.raw`[给往]${receiver}(?:的)?(?:微信|支付宝)${few}{0,3}转(?:了|账|过去)? ?(?:\d{3,}|[一二两三四五六七八九十几]+[百千万])(?! ?[份个张条篇页])`,
    experts: String.raw`给(?:评标|评审)?(?:专家|评委|委员)${few}{0,3}(?:每人|各|一人) ?\d`,
    onSuccess: String.raw`(?:事成|中标|拿下|成交|回款|签(?:完|下|了)?(?:合同|单)?)(?:之后|以后|后)${few}{0,3}给${receiver}${few}{0,3}(?:[一二两三四五六七八九十\d.]+ ?(?:成|个点|%|万元?|元|块))(?=$|[，。；,;!的好 ])(?! ?的? ?(?:折扣|优惠|让利|降价|账期|质保))`,
    loan: String.raw`借(?:给|了)${receiver} ?[\d一二两三四五六七八九十]+ ?(?:万|元|块)`,
    english:
      'kickback|(?<!anti-?)brib(?:e|ery)|cash gift|personal commission|under the table|envelope (?:with|of|full of) cash',
    theirShare: String.raw`(?:g[ai]ve|giving|pay|paid|paying|offer(?:ed|ing)?|promis(?:ed|ing)) ${theirReceiver} (?:an? )?${theirPercent} (?:commission|in cash(?! discount)|personally|on the side|cut|on signing|of the (?:contract|deal|order|profit))`,
    promised: String.raw`promised (?:him|her) (?:an? )?(?:\d+(?:\.\d+)? ?%|share|cut)(?! (?:off|discount|rebate|lower|less))`,
    forThemselves: String.raw`${theirPercent} (?:just )?for (?:himself|herself|him personally|her personally)\b`,
    handed: String.raw`(?:hand(?:ed|ing)?|slip(?:ped|ping)?|g[ai]ve|giving|paid|pay|paying) ${theirReceiver} (?:about |some )?(?:an? (?:thick |fat |red )?envelope(?! (?:calculation|estimate|figure))|hongbao|(?:(?:[$¥€£] ?)?\d[\d,.]*k? ?(?:dollars |yuan |rmb |euros |bucks )?(?:in )?|some )cash\b(?! (?:flow|discount|price|forecast|payment)))`,
    theirAccount: '(?:his|her) (?:personal|private) (?:bank )?account',
  },
  gift: {
    sent: `送(?:了|给)?(?:${receiver})?(?:了)?${counted}?(?:${valuables}|${phone})`,
    wanted: String.raw`${receiver}(?:自己|私下|暗示|说|还|开口|点名|也|就){0,2}(?:想)?要(?:我们|咱们)?(?:买|送|给)?(?:[一1两2]?[台部只个块条箱瓶] ?)? ?(?:新款?|最新款?|新出)?的? ?${gadget}(?: ?\d+)?(?: ?(?:pro|max|plus|mini))*(?=$|[，,。；;!！）) ]|才|再)(?! ?(?:[版端客适兼点应系上测扫收开支界演项]|app))`,
    toTheirs: String.raw`[给为]${receiver}的?(?:${relative}|父母|岳[父母]|丈母娘|夫人|妻子|家人)(?:也)?(?:买|送(?!资料|货|样)|报(?:了|个|名)|订(?:了|机票|酒店)|办了?一?张)|我们(?:公司)?(?:赞助|承担|报销|出)${few}{0,4}(?:酒席|婚[礼宴]|喜酒|学费|房租)`,
    bought: `礼品卡给(?:他|她)|给${receiver}(?:买|办|塞|带|准备)了?${counted}?(?:${valuables}|${phone})`,
    theyGot: String.raw`(?:g[ai]ve|giving|buy|bought|sent|send) (?:him|her|the (?:${post}|head)) (?:an? |some )?(?:iphone|ipad|rolex|macbook|watch(?!-| (?:list|point|dog|item|face|function))|laptop|necklace|handbag|cash(?! (?:flow|discount|price|forecast|payment))|gift cards?)\b`,
    drink: String.raw`(?:g[ai]ve|giving|buy|bought|sent|send|deliver(?:ed)?) ${theirReceiver} (?:an? |some |\w+ )?(?:case|crate|box|bottle)s? of (?:[a-z]+ )?(?:wine|champagne|whisk(?:e)?y|moutai|maotai|cognac|cigars|liquor|baijiu)\b`,
    theyWant: String.raw`\b(?:he|she|${named}|the ${post}) (?:wants|wanted|asked for|is asking for|asks for|expects|hinted at|would like) (?:(?:an?|the) )?(?:new |latest |free )?(?:iphone|ipad|macbook|rolex|gift cards?)(?! (?:app|version|client|apps|compatib|support|dashboard|terminal|case|stand|holder|mount|model|screen|integration|menu))\b`,
    forThem: String.raw`(?:g[ai]ve|giving|buy|bought|sent|send) (?:an? |some )?(?:new )?(?:iphone|ipad|watch|cash|gift cards?) (?:to|for) (?:him|her|${named}|the ${post})`,
  },
  outing: {
    journey: `(?:请|带|陪|安排)${receiver}(?:全家|一家|夫妇)?(?:去|出国|到|出境)${few}{0,6}(?:旅游(?![局集公景委厅学业])|度假(?![村区酒])|游玩|玩(?=$|[，。；,; 几了一]))|报销${few}{0,6}(?:旅游|度假)(?![局集公])`,
    nightlife: `(?:请|带|陪|安排)(?:${receiver}|客户|专家|领导)${few}{0,6}(?:洗浴|桑拿|夜总会|按摩|ktv|唱k|k歌|足浴|足疗|泡温泉|赌场)(?!${few}{0,4}(?:项目|工程|样板|现场|设备|系统|改造|连锁|门店|客户|机房|行业))`,
    company: `(?:安排|找)${few}{0,6}(?:陪酒|陪唱|特殊服务)`,
    theirNightlife: String.raw`(?:treat(?:ed|ing)?|took|take|taking|invit(?:ed?|ing)|flew|fly|flying|sent|send) ${theirReceiver}(?: and (?:his|her) (?:wife|husband|family))? (?:to|on|for) (?:an? |the )?(?:[a-z]+ )?(?:(?:weekend|holiday|vacation)(?=$|[.,;]| (?:in|at|away|trip|with)\b)|(?:cruise|spa|casino|ktv|karaoke|nightclub|night club|strip club|massage|sauna)\b)(?! (?:project|site|owner|chain|system|shift|maintenance|meeting|operator|rota|support))`,
    theirTrip: String.raw`(?:pay|paid|paying|cover(?:ed|ing)?) (?:for )?${anybodys} (?:(?:family|weekend|ski|golf|beach|shopping|honeymoon) trip|trip to (?:bali|macau|phuket|hawaii|the maldives|las vegas|disneyland))`,
    theirJourney: '(?:flew|flying|fly) (?:him|her) and (?:his|her) (?:wife|husband|family)',
    theirHoliday: String.raw`(?:(?:pay|paid|paying) (?:for )?${anybodys} (?:[a-z'’]+ ){0,2}(?:holiday|vacation)|(?:pay|paid|paying|cover(?:ed|ing)?) (?:for )?${anybodys} (?:[a-z'’]+ ){0,2}(?:wedding|tuition|school fees|gambling debts?|mortgage))`,
  },
  family: {
    place: `安排(?:他|她)?(?:的)?(?:孩子|子女|亲属)(?:入学|入职|就业)|(?:给|帮|替|安排|让)${receiver}(?:的)?家?${relative}${few}{0,4}(?:安排|找|解决|入职|入学|进${few}{0,4}公司|上班|实习|分包|入股|供货)`,
    post: `(?:给|帮|替)(?:${receiver}|${relative})${few}{0,3}(?:安排|找|解决)了?一?[个份]好?(?:岗位|工作|职位|差事)(?![培位组区台餐服])`,
    company: `${receiver}(?:的)?${relative}的?公司(?:走账|开票|收款|分包|转)`,
    school: `(?:帮|替|给)${receiver}${few}{0,10}(?:学区(?![管项])|择校)`,
    home: `(?:帮|给|替)${receiver}(?:家里?)?装修(?:房子|新房|家里|别墅)|(?:帮|给|替)${receiver}家里?装修`,
    theirPlace: String.raw`(?:got|get|getting|found|find|arranged?|arranging|offer(?:ed)?|promis(?:ed?|ing)|g[ai]ve) ${anybodys} (?:son|daughter|nephew|niece|wife|husband|brother|sister|cousin) an? (?:[a-z]+ ){0,2}(?:job|internship|position|post)\b`,
    theirHire:
      '(?:hire|hired|hiring|job for|internship for) (?:his|her) (?:son|daughter|nephew|niece|wife|husband|brother|sister|cousin)',
  },
  club: {
    card: `(?:给|帮|替|为)${receiver}(?:个人)?${few}{0,5}(?:办|买|续|交|付|充|开)${few}{0,8}(?:会员[卡费资]|会员$|会费|会籍|年卡|私教)`,
    yearly: `(?:给|帮|替|为)${receiver}(?:个人)?${few}{0,5}[办续交付充]${few}{0,8}(?:俱乐部|球会|会所|健身房?)的?年费`,
    borne: `${receiver}[^。；;]{0,12}(?:会员[卡费]|会费|会籍|年卡)[^。；;]{0,4}(?:我们|我司|我方|公司)${few}{0,3}${weBear}`,
    borneUnsaidWhose: `(?:高尔夫|球会|健身|俱乐部|会所)${few}{0,6}(?:会员(?:[卡费]|(?=我))|会费|会籍|年[费卡])${few}{0,2}(?:由|让)?(?:我们|我司|我方)${few}{0,2}${weBear}`,
    forThem: String.raw`(?:golf|gym|spa|club) (?:club )?(?:membership|fees?)[^.;]{0,6} (?:for|to) (?:him|her|${named})`,
    theirFees: `(?:pay|paid|paying|cover(?:ed|ing)?|sponsor(?:ed)?) (?:for )?(?:his|her|${named}'s) [^.;]{0,24}(?:membership|club fees?)`,
  },
} as const satisfies { readonly [kind: string]: { readonly [row: string]: string } };

/** Any of them; what is told is what stands first in the text. */
export const anyBenefit = new RegExp(
  Object.values(benefits)
    .flatMap((rows) => Object.values(rows))
    .join('|'),
  'u',
);

/** Said of the thing itself: it was refused, or is forbidden. */
export const declined =
  /拒绝|拒收|退回|谢绝|婉拒|回绝|没答应|没有答应|不接受|不[给送搞收]|别给|不要给|不能给|未[给送]|举报|没有(?:要|给|收|送)|禁止|严禁|杜绝|(?<![舍恨巴免少])不得(?![不已])|不许|不[用以]回扣|廉洁(?:协议|承诺)|declined|refused|said no\b|turned (?:it|him|her|this|that) down|reported|returned|forbid|prohibit|\b(?:no|never|nor) (?:[a-z]+ )?(?:kickback|brib|personal)/;

/** Cash and what can be spent like it; the flow of money through a business is not meant. */
export const cash =
  /现金(?!流|牛|管理|折扣)|红包|购物卡|礼品卡|储值卡|充值卡|消费卡|加油卡|提货[卡券]|代金券|消费券|超市卡|微信转账|支付宝转账|比特币|\bcash(?! ?flow)\b|gift cards?\b|prepaid cards?\b|shopping cards?\b|\bvouchers?\b|red envelopes?\b|\bbitcoins?\b/;
