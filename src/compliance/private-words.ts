import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';

/**
 * The words by which a text, a heading or a card tells something private. All text is folded to half width before; the
 * patterns take either case.
 */

// A person, so that a hospital's beds, a school's pupils and a pipe's disease are left alone; neither they who are a company,
// nor the works of whoever works there.
const person = String.raw`(?:(?<!其|吉)[他她](?!们)|本人|[老小][王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许沈曾彭吕苏卢蒋蔡]|(?:[\p{Script=Han}]{1,3}(?:总(?![包承计体量图线部院站装控数平])|(?<![员施职加手竣开民分化完电焊技军人停])工(?![程艺厂地作业序期况会信商资具人单段控友])|处长|处(?![理于置罚方境])|科长|经理|主任|局长?|院长|书记|部长|厂长|所长|先生|女士|老师)))`;
// What somebody does for the business, of which a word for the private is a matter, and no life of hers.
const business =
  '负责|主管|分管|介绍|采购|研[究发制]|主攻|治|关[注心]|反映|要求|建议|希望|考虑|开发|生产|销售|擅长|引进|服务|针对|项目|招标|投标|计划|方案|[新筹想要]建|要[上做买]|推[广进]';
const within = (stop: string, marks: string) => String.raw`(?:(?!${stop})[^${marks}。；;!?！？\n]){0,8}?`;
const near = String.raw`[^。；;!?！？\n]{0,8}?`;
const nearPrivate = within(business, '');
const kin =
  '(?:女儿(?![红国])|儿子(?!公司)|闺女|(?<!一诺|一掷|一刻)千金(?![药方难之])|(?<!花)公子(?!小白)|外?孙女|外孙|孙子(?!兵法)|女婿|儿媳|二胎|三胎|家(?:的)?老[大二三](?!难)|膝下)';
// Of these it takes more to be somebody's own.
const child = '(?:(?:小孩子?|孩子|子女)(?![们王气般似]|一样|教育)|小朋友(?!们)|宝宝)';
const family = `(?:${kin}|${child})`;
// Of the person, not of a ward, a screening or an operating theatre that is being sold to.
const trade = '[症科专门中病医筛诊治理研药防管项学设登记数系信救绿疫苗产检试平案康质随患机器耗线]';
const ill =
  `(?:(?<![致抗防])癌症?|(?<!抗)肿瘤|结节|糖尿病|高血压(?![力缩])|心脏病|抑郁症?|肝炎|[乙丙]肝|肾病|肾炎|痛风(?!险)|中风(?![险口量机压道管门速电力冷阀])|脑梗|冠心病|结石|胃出血|胃溃疡|化疗|放疗|透析|哮喘|癫痫|腰椎间盘突出|颈椎病|失聪)(?!${trade})` +
  '|(?:血压|血糖|血脂)(?:[有偏太较]点?|一直)?高(?!压)|三高|(?:肝|肾|胃|心脏|腰|颈椎|身体|耳朵|眼睛|腿脚|听力)(?:一直|有点|[很也最]近?)?(?:不太?[好行]|有毛病)' +
  '|怀孕(?![检母])|怀(?:上|了)?[一二三头]?胎|流产|住院(?![部楼处病医区信系收结登])|住进了?医院|心脏搭桥|体检(?:查出|异常)|残疾(?!人)|精神(?:病|疾病)(?![科专医院])|常年吃药|胃病|前列腺|带状疱疹|心梗|白血病|甲亢|心脏(?:里)?[装放植](?:了|过)?[^，,]{0,3}支架|[做装放](?:了|过)[^，,]{0,3}心脏支架|心理医生|重病|大病(?:初愈|一场)';
const disease = `(?:${ill})`;
// Who operates is a surgeon where a doctor is meant.
const operated = String.raw`(?<!主任|院长|医生|教授)${nearPrivate}[做动](?:了|过)?[^，,。；;\n]{0,5}手术(?![室台机器灯导刀示演])`;
const faith =
  '(?:信(?:奉|仰)?(?:佛(?!山)|基督|天主|耶稣|伊斯兰|道教(?!育)|教(?![育务师学授委导工辅材]))|是?(?:虔诚的)?(?:基督徒|穆斯林|(?:天主|佛|道|回)?教徒)|(?:每[^，,。；;\\n]{0,3}|常)去(?:教堂|寺庙|清真寺)(?![项工现改修施检])|皈依|吃斋|念佛|做礼拜|供(?:着|了)?佛|[拜求](?:观音|佛|菩萨)|烧香)';
const spouse =
  '(?:老婆|老公|爱人(?![民才])|妻子|丈夫|太太(?!乐)|夫人|配偶|前[妻夫]|岳[父母]|丈母娘|老丈人|婆家|[男女]朋友|父亲(?!节)|母亲(?!节|河)|父母(?!官)|爸爸|妈妈(?!驿站))';
const marital =
  '(?:离(?:过|了)?婚|离异|二婚|单亲(?=[爸妈父母])|(?:结|再|复|订)(?:过|了)?婚|丧偶|未婚|单身(?!公寓|宿舍)|分居|出轨|谈恋爱|相亲)(?![登照系率案网项业证庆])';
const party =
  '(?:党员|入党积极分子|民主党派|民盟|民建|民革|民进|九三学社|致公党|农工党|无党派)(?![先活之教服示群管干建组培学])';
const dear = String.raw`(?:年薪|月薪|工资|薪水|薪资|年收入|月收入|家庭收入|年终奖|存款|身家)(?:大概|大约|税后|税前|[超破过]|也?就|才|只?有|是|约|差不多|一个?月|一年|每月|快|到|能拿|拿|[:： ]){0,3}[\d一二两三四五六七八九十几百千上]`;
// What a person takes home, which is no turnover: said by the month or the year, and in money.
const earned = String.raw`(?:(?:一年|一个?月|每[年月])(?:能|也|就|大概|差不多|少说){0,2}(?:[挣赚]|到手)|[月年]入|到手(?:工资)?)(?:了|个|大概|差不多|有|约){0,2} ?[\d一二两三四五六七八九十几百千]+[来多几]?[万千百w](?=$|[块元，,。；;!！、 的左])|收入(?:大概|大约|差不多|有|约){0,2} ?[\d一二两三四五六七八九十几百]+[来多几]?万(?:块|元)?(?:一年|一个?月|每[年月])`;
const debt =
  '(?:房贷|车贷|赌债|外债|家境|家里?(?:的|经济)?条件|欠了?(?:不少|很多|一屁股|几[十百]?万)的?债|炒[股币](?:[亏赔赚套])了?)(?![系业产审平模风])';
// Where somebody sleeps for one night is no home.
const lodging =
  '(?:酒店|宾馆|招待所|饭店|民宿|旅[馆店]|宿舍|附近|对面|隔壁|旁边|现场|工地|项目部|公司|厂|客户|我们|专家|院|哪)';
const estate =
  '(?:(?<!工业|产业|科技|创业|软件|物流|化工|大学|商贸|新|县|古|科学|航空)(?:城|园)|苑|府|[一壹]品|壹号|名都|湾|庭|郡|墅|邸|轩|海岸|天地|小区|公馆|山庄|家属院)';
const clauseEnd = String.raw`(?=$|[，,。；;!！\s）)])`;
const they = String.raw`\b(?:he|she|(?:mr|mrs|ms|dr)\.? [a-z]+)\b`;
const monthAndDay = String.raw`(?:\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{1,2}[-/.]\d{1,2})`;
// Something to eat, so that who does not fall for a trick is left alone.
const food =
  '(?:忌口|吃素|素食|不吃[大荤生]?(?:肉|猪|牛|羊|鱼|海鲜|鸡|鸭|虾|蟹|蛋|奶|辣|葱|蒜|姜|香菜|甜食|内脏)|吃清真|(?:海鲜|虾|蟹|花生|坚果|牛奶|酒精)过敏)';
const dwelling = String.raw`(?:小区|花园|公寓|家园|新村|家属院|号楼|单元|\d ?[栋弄室号]|路 ?\d|街 ?\d)`;
const illness =
  'cancer|diabetes|depression|hypertension|surgery|stroke|heart attack|heart disease|(?:heart )?bypass|pacemaker';
const ward = String.raw`(?! (?:department|ward|team|unit|screening|clinic|cent|project|room|robot|system|tender))`;
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
const hintOf = Object.entries(hints).map(
  ([kind, words]) => [kind as keyof typeof hints, new RegExp(words, 'u')] as const,
);
const anyHint = new RegExp(Object.values(hints).join('|'), 'u');

/** The kinds that a text may tell of. @param text folded to half width, lower case */
export function hintedKinds(text: string): (keyof typeof hints)[] {
  return anyHint.test(text) ? hintOf.filter(([, hint]) => hint.test(text)).map(([kind]) => kind) : [];
}

/** What is told in a sentence, kind by kind. */
export const spokenWords = {
  homeAddress: [
    new RegExp(
      String.raw`(?:家庭住址|家庭地址|住家地址|家里地址|家的地址|${person}家(?:里)?地址|住址)(?:\s?(?:是|为|在|[:：])\s?|\s)[^。；;\n]{2,20}`,
      'iu',
    ),
    new RegExp(String.raw`(?:家庭住?|住家|家里|住)[地址]{1,2}[^。；;\n]{1,14}?${dwelling}`, 'iu'),
    new RegExp(
      String.raw`${person}${near}(?:家)?住(?![的院建房户])(?:在|址)?(?:(?!招待所|酒店|宾馆|饭店|民宿)[^。；;\n]){1,14}?(?:小区|花园|公寓|家园|新村|家属院|号楼|单元|栋|弄|室)`,
      'iu',
    ),
    new RegExp(String.raw`${person}的?家(?:里)?(?:(?:就)?在|[:：])[^。；;\n]{1,16}?${dwelling}`, 'iu'),
    new RegExp(
      String.raw`${person}(?:现在|目前|平时|一家|全家|也|就|还|和我|跟我|都){0,2}住(?![院建房户宿])(?:在|进|到)?(?:(?!${lodging})[\p{Script=Han}]){1,12}${estate}${clauseEnd}`,
      'iu',
    ),
    new RegExp(
      String.raw`${person}(?:现在|目前|平时|一家|全家|也|就)?住在(?:(?!${lodging})[\p{Script=Han}]){2,8}${clauseEnd}`,
      'iu',
    ),
    new RegExp(String.raw`(?:^|[，,。；;:：\s])住在(?:(?!${lodging})[^，,。；;\n]){1,14}?${estate}${clauseEnd}`, 'iu'),
    new RegExp(
      String.raw`${person}的?家(?:里)?(?:就)?在(?:(?!${lodging})[\p{Script=Han}]){1,10}${estate}${clauseEnd}`,
      'iu',
    ),
    /(?<![国专厂商大独全这那几每多各])家住(?![建房院宅宿户的])[^\s,，;；。\n]{2,20}/iu,
    /\b(?:he|she|(?:mr|mrs|ms|dr)\.? [a-z]+)\s(?:[a-z]+\s)?lives\s(?:at|in|on|near)\b[^.;\n]{2,40}|\blives at (?:no\.? ?)?\d[^.;\n]{2,40}/iu,
    /\b(?:his|her|'s) home address\b|\bhome address\s?(?:is\b|:)[^.;\n]{2,40}/iu,
    /\b(?:his|her)\s(?:house|flat|apartment)\sis\s(?:at|in|on|near)\b[^.;\n]{2,40}/iu,
  ],
  children: [
    new RegExp(`${person}${near}${kin}`, 'iu'),
    new RegExp(`${person}${within(`${business}|说|提[到出]|和`, '，,')}${child}`, 'iu'),
    new RegExp(
      `${family}${near}(?:上学|上(?:小学|初中|高中|大学)|读书|留学|高考|中考|幼儿园|[\\d几两]+ ?岁|结婚|找工作|就业)`,
      'iu',
    ),
    new RegExp(String.raw`${person}(?:的|他|她)?家?(?:的|里)?(?:大|小|二)?(?:娃(?![哈娃])|丫头)`, 'iu'),
    new RegExp(
      String.raw`${they}\shas\s(?:an?|one|two|three|four|\d|twin|young|small|grown)\s(?:[a-z]+\s)?(?:kids?|child|children|sons?|daughters?)\b`,
      'iu',
    ),
    /\b(?:his|her|their)\s(?:[a-z]+\s){0,2}(?:daughter|son|(?<!their )(?:kid|child))(?:s|ren)?\b(?!\s(?:account|compan|process|node|table|record|entit|gloves|lock|safety|care))/iu,
  ],
  health: [
    new RegExp(`${person}${nearPrivate}${disease}`, 'iu'),
    new RegExp(`${person}${operated}`, 'iu'),
    new RegExp(
      String.raw`\b(?:he|she|(?:mr|mrs|ms|dr)\.? [a-z]+)\b[^.;\n]{0,16}\b(?:has|had|got|suffers? from|suffered|diagnosed with|recovering from|underwent|treated for)\s(?:[a-z]+\s){0,3}(?:${illness})\b${ward}`,
      'iu',
    ),
    /\b(?:he|she|(?:mr|mrs|ms|dr)\.? [a-z]+)\b[^.;\n]{0,16}\b(?:pregnant|hospitali[sz]ed)\b/iu,
    new RegExp(String.raw`\b(?:his|her)\s(?:[a-z]+\s)?(?:${illness}|pregnancy)\b${ward}`, 'iu'),
  ],
  religion: [
    new RegExp(`${person}${near}${faith}`, 'iu'),
    new RegExp(
      String.raw`${they}\s(?:goes to|attends|prays at)\s(?:the |an? )?(?:church|mosque|temple)\b(?! (?:hall|project|site|board))`,
      'iu',
    ),
    /\b(?:he|she)\s(?:is|is a|was a)\s(?:[a-z]+\s)?(?:christian|muslim|buddhist|catholic|jewish|hindu)\b/iu,
  ],
  marriage: [
    new RegExp(String.raw`${person}(?:的|他|她|家|家里)?${spouse}`, 'iu'),
    new RegExp(String.raw`${person}${within(`${business}|说|提[到出]`, '，,')}${marital}`, 'iu'),
    /\b(?:his|her|(?:mr|mrs|ms|dr)\.? [a-z]+'s)\s(?:ex-?)?(?:wife|husband|spouse|fianc[eé]e?|girlfriend|boyfriend)\b/iu,
    new RegExp(
      String.raw`${they}\s(?:is|was|got|gets|has been|just got|recently got)\s(?:newly |recently |just |still |happily )?(?:divorced|married(?! to (?:the|this|our|an?)\b)|single(?!-| (?:point|source|handed))|widowed|(?:an? )?single (?:mother|mum|mom|father|dad|parent))\b`,
      'iu',
    ),
  ],
  wealth: [
    new RegExp(
      String.raw`${person}${within(`${business}|说|批|发放|公司|集团|厂|部门`, '，,')}(?:${dear}|${earned}|${debt})`,
      'iu',
    ),
    /\b(?:his|her)\s(?:[a-z]+\s)?(?:salary|income|mortgage|net worth)\b(?! (?:system|module|tax))/iu,
    new RegExp(
      String.raw`${they}\s(?:earns\s[^.;\n]{0,12}\d|makes\s(?:about |around |over |some |nearly )?[¥$€]?\s?\d[\d,.]*\s?(?:k|million)?\s(?:yuan |rmb )?(?:a|per) (?:year|month)\b)`,
      'iu',
    ),
  ],
  ethnicity: [
    new RegExp(`${person}是(?:回|藏|维吾尔|蒙古|满|壮|苗|彝|朝鲜|哈萨克)族(?![自乡中学镇区县医])`, 'iu'),
    new RegExp(`${person}是(?:[回藏]民(?![中区街医])|少数民族)`, 'iu'),
    new RegExp(String.raw`${person}(?:本人|也|就|还)?(?:不?是|为)[^，,。；;\n]{0,5}${party}`, 'iu'),
    new RegExp(
      String.raw`${person}(?:[，,]\s?)?(?:中共|预备|老){0,2}党员(?![先活之教服示群管干建组培学会代发大身的])`,
      'iu',
    ),
    new RegExp(String.raw`${person}[^，,。；;\n]{0,6}入了?党(?![政委])`, 'iu'),
    /政治面貌\s?(?:[是为:：]|\s)\s?\p{Script=Han}/iu,
    new RegExp(
      String.raw`${they}\s(?:is|was)\s(?:an? )?(?:[a-z]+ )?(?:party member|member of the (?:chinese )?(?:communist party|ccp))\b`,
      'iu',
    ),
  ],
  birthday: [
    new RegExp(
      String.raw`(?<!公司|集团|企业|厂|店|校|品牌)(?:生日|出生(?:日期|年月)?|生于)${says}(?:[农阴]历)?\s?(?:\d|[一二三四五六七八九十正腊冬]{1,3}月)`,
      'iu',
    ),
    new RegExp(String.raw`${monthAndDay}[是，,\s]{0,2}(?:${person}的?)?过?生日`, 'iu'),
    /\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?\s?(?:出生|生(?=$|[,，.。;；、)\s人于的]))/iu,
    /\b(?:birthday|date of birth)\b[^.;\n]{0,12}\d/iu,
    /\b(?:he|she)\s(?:was|is)\sborn\b/iu,
  ],
  homePhone: [
    /(?:(?:住宅|家庭|家里|家中)的?(?:座机|电话)|宅电)号?码?[是为:\s]{0,2}[\d+(][\d() +-]{5,}/iu,
    /\bhome (?:phone|tel|number)\b[^.;\n]{0,6}\d/iu,
  ],
  privateMobile: [
    /(?:私人|个人)(?:手机|电话|号码)号?码?[是为:\s]{0,2}[\d+(][\d() +-]{5,}/iu,
    /\bprivate (?:mobile|phone|number)\b[^.;\n]{0,6}\d/iu,
  ],
  privateWechat: [/(?:私人|个人)微信号?[是为:\s]{0,2}[a-z\d_-]{5,}/iu, /\bprivate wechat\b[^.;\n]{0,6}[a-z\d_-]{5,}/iu],
  diet: [
    new RegExp(`${person}${near}${food}`, 'iu'),
    /\b(?:he|she)\s(?:is\s(?:a\s)?(?:vegetarian|vegan)|does not eat)\b/iu,
  ],
} as const satisfies { readonly [kind in keyof typeof hints]: readonly RegExp[] };

/** What stands before a colon, or over a column. */
const labels: readonly [RegExp, PrivateKind][] = [
  [/^(?:家庭住址|家庭地址|住址|户籍地址|户籍|home ?address|home)$/i, 'homeAddress'],
  [/^(?:身份证号码?|身份证|证件号码?|护照号码?|id ?(?:no|number|card)\.?|passport(?: no\.?)?)$/i, 'idNumber'],
  [/^(?:银行卡号?|银行账号|开户行|bank (?:card|account))$/i, 'bankCard'],
  [/^(?:出生日期|出生年月|出生|生日|星座|birthday|birth ?date|date of birth|dob|b-?day)$/i, 'birthday'],
  [/^(?:配偶|爱人|妻子|丈夫|家人|婚姻|婚姻状况|家庭成员|家庭情况|spouse|family|marital status)$/i, 'marriage'],
  [/^(?:子女|孩子|儿子|女儿|children|kids)$/i, 'children'],
  [/^(?:宗教|宗教信仰|信仰|religion)$/i, 'religion'],
  [/^(?:民族|政治面貌|党派|ethnicity|party)$/i, 'ethnicity'],
  [/^(?:血型|健康|健康状况|病史|blood type|health)$/i, 'health'],
  [/^(?:年收入|个人收入|家庭收入|income)$/i, 'wealth'],
  [/^(?:住宅电话|家庭电话|宅电|home ?(?:tel|phone)\.?|phone \(?home\)?)$/i, 'homePhone'],
  [/^(?:私人手机|个人手机|private mobile)$/i, 'privateMobile'],
  [/^(?:私人微信|个人微信|private wechat)$/i, 'privateWechat'],
  [/^(?:忌口|饮食忌口|饮食禁忌|饮食习惯|diet)$/i, 'diet'],
];

/** The private kind that a label names. @param text folded to half width */
export function privateLabel(text: string): PrivateKind | undefined {
  const word = text.replaceAll(/\s+/g, ' ').trim();
  return labels.find(([pattern]) => pattern.test(word))?.[1];
}
