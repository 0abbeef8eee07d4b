import type { PrivateKind } from '#compliance/personal-facts/fact-kind.ts';
import { privateLabel } from '#compliance/private-labels.ts';

/** What a card or a signature may tell and a contact keeps, or shows. */
export type SignatureField =
  | 'name'
  | 'company'
  | 'department'
  | 'title'
  | 'mobile'
  | 'phone'
  | 'email'
  | 'wechat'
  | 'website';
/** What is understood, and a contact has no field for. */
export type Unplaced = 'address' | 'fax' | 'postcode' | 'chat' | 'hometown';

/** The words by which the parts of a card or a signature are told. All text is folded to half width before. */

export type Label = SignatureField | Unplaced | PrivateKind;

/** What stands before a colon. Order matters where one is the beginning of another. */
const labels: readonly [RegExp, Exclude<Label, PrivateKind>][] = [
  [/^(?:姓名|名字|联系人|name|contact)$/i, 'name'],
  [/^(?:公司|公司名称|单位|单位名称|工作单位|企业|company|organi[sz]ation|employer)$/i, 'company'],
  [/^(?:部门|科室|所在部门|department|dept\.?|division)$/i, 'department'],
  [/^(?:职务|职位|职称|岗位|头衔|title|job title|position)$/i, 'title'],
  [
    /^(?:手机|手机号|手机号码|移动电话|移动|手提|手机\/微信|mobile|mobile phone|mob\.?|cell|cell ?phone|m\.?|mp\.?|hp|c\.?)$/i,
    'mobile',
  ],
  [
    /^(?:电话|座机|固话|固定电话|办公|办公电话|办公室电话|直线|总机|联系电话|联系方式|tel\.?|telephone|phone|ph\.?|office|direct|t\.?|p\.?|o\.?|d\.?)$/i,
    'phone',
  ],
  [/^(?:邮箱|电子邮箱|电邮|邮件|电子邮件|企业邮箱|e-?mail|mail|e\.?)$/i, 'email'],
  [/^(?:微信|微信号|vx|v信|wechat|wechat id|weixin|wx)$/i, 'wechat'],
  [/^(?:网址|网站|官网|公司网址|web|website|url|www|w\.?|http)$/i, 'website'],
  [/^(?:地址|公司地址|办公地址|单位地址|联系地址|通讯地址|address|addr?\.?|add\.?|a\.?)$/i, 'address'],
  [/^(?:传真|传真号?|fax\.?|f\.?|电传)$/i, 'fax'],
  [/^(?:邮编|邮政编码|p\.?c\.?|zip|zip code|postal code|post ?code)$/i, 'postcode'],
  [/^(?:籍贯|家乡|home ?town)$/i, 'hometown'],
  [/^(?:qq|qq号|扣扣|钉钉|企业微信|skype|whatsapp|line|linkedin|领英)$/i, 'chat'],
];

export function labelOf(text: string): Label | undefined {
  const word = text.replaceAll(/\s+/g, ' ').trim();
  return privateLabel(word) ?? labels.find(([pattern]) => pattern.test(word))?.[1];
}

/** Ends of a company's name that leave no doubt. Who heads one (厂长) is not one. */
export const companyEnd =
  /(?:公司|集团|厂(?!长|部|区|办)|事务所|合作社|银行(?!卡)|\b(?:co\.?,? ?ltd\.?|ltd\.?|limited|inc\.?|incorporated|llc|corp\.?|corporation|gmbh(?: & co\.? kg)?|group|plc|company|s\.?a\.?|b\.?v\.?|a\.?g\.?|pte\.? ltd\.?|holdings?|university|institute))$/i;
/** Ends that may as well be a department: 中央研究院, 采购中心. */
export const perhapsCompanyEnd =
  /(?:大学|学院|医院|研究院|设计院|研究所|勘察院|[市省县区]局|委员会|电网|电厂|院(?!长)|协会|学会)$/;
export const departmentEnd =
  /(?:事业部|部门|部|处|科|室|车间|中心|分部|班组|项目组|组|科室|研究院|研究所|办公室|委员会)$/;
export const departmentWords =
  /\b(?:department|dept\.?|division|team|procurement|purchasing|r&d|research|sales department|business unit)\b/i;

const chineseTitles =
  '董事长 副董事长 总裁 副总裁 总经理 副总经理 副总 总监 副总监 总工程师 副总工程师 总工 总工艺师 总会计师 总设计师 高级工程师 助理工程师 工程师 高工 经理 副经理 主任 副主任 主管 处长 副处长 科长 副科长 部长 副部长 厂长 副厂长 院长 副院长 所长 副所长 局长 副局长 行长 校长 书记 副书记 主席 董事 监事 会长 秘书长 秘书 助理 专员 顾问 代表 主办 教授 副教授 研究员 技术员 采购员 业务员 计划员 会计 出纳 会计师 负责人 专家 组长 班长 队长 站长 店长 主编 合伙人 创始人 法人 律师 讲师 干事 架构师 设计师 分析师 经济师 工艺师 调度 调研员 股长 段长 区长 组员 总代理 经办人 项目经理 客户经理 采购 买手'
    .split(' ')
    .toSorted((a, b) => b.length - a.length);
export const chineseTitleEnd = new RegExp(`(?:${chineseTitles.join('|')})$`);
export const chineseTitle = new RegExp(`(?:${chineseTitles.join('|')})`);
export const englishTitle =
  /\b(?:manager|director|engineer|president|officer|ceo|cto|cfo|coo|cio|vp|evp|svp|gm|head of|chief|assistant|supervisor|consultant|specialist|executive|buyer|team lead|secretary|chairman|chairwoman|chair|architect|analyst|representative|coordinator|partner|founder|professor|planner|accountant|controller|principal|technician|administrator|superintendent|foreman)\b/i;

/** Words of a letter, not of a person: understood, and of no use. */
export const courtesy =
  /^(?:此致|敬礼|此致敬礼|顺祝商祺|商祺|祝好|祝商祺|谢谢|感谢|多谢|致礼|顺颂商祺|敬上|best|best regards|kind regards|warm regards|regards|sincerely|yours sincerely|yours truly|thanks|thank you|many thanks|cheers|br|发自我的 ?\S+|sent from my .+|获取 outlook.*|get outlook.*|名片|business card)[,.!~。!]*$/i;

/** Of a letter's head, all but who sent it: whom it went to, when and about what. */
export const letterHead = /^(?:收件人|抄送|密送|发送时间|发送日期|时间|日期|主题|to|cc|bcc|sent|date|subject)\s*:/i;
/** What leads to the words that count. */
export const leadIn =
  /^(?:(?:您好|你好|大家好)[!,。~\s]*)?(?:我是|我叫|本人是?)|^(?:发件人|from)\s*:\s*|^.{0,12}(?:名片|联系方式)(?:如下)?\s*:\s*/i;

/** Parts of an address. */
export const addressLike =
  /(?:(?:省|市|自治区|区|县|镇|乡).*(?:路|街|道|巷|弄|村|园|大厦|广场|楼|号|层|室)|(?:路|街|大道|巷|弄)\s*\d+\s*号?|\d+\s*(?:号楼|号院|栋|层|楼|室)|\b\d+[\w-]*,?\s+[\w .]*\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|drive|highway)\b|\b(?:floor|suite|building|block|tower)\b\s*\w*\d)/i;

export const surnames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺'.split(
    '',
  ),
);
/** Words that begin as a surname does, and are none. */
export const notNames = new Set(
  '安全 安装 成本 方案 金融 施工 计划 常务 项目 高级 高端 商务 商祺 成都 江苏 江西 安徽 常州 温州 宁波 宁夏 万科 金山 石化 石油 华东 华南 华北 华中 华西 曲阜 连云 黄山 黄石 柳州 汤阴 单位 公司 程序 向导 时间 时代 解决 平台 平安 和平 明天 明年 宏观 强电 胥口 经营 管理 水务 水利 党委 党办 艾滋 车间 车辆 钱包 钱江 欧洲 游客 成员 成功 古城 方法 方式 易购 谢谢 祝好 祝您 祝商 强弱 来自 来电 全国 全球 全体 容器 相关 应用 关于 关注 支持'.split(
    ' ',
  ),
);
export const doubleSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 呼延'.split(
    ' ',
  ),
);
