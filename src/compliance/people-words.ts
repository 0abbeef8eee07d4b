/**
 * How a sentence names somebody, and those who are hers: parts of the patterns of `private-words.ts` and `benefit-words.ts`.
 * All text is folded to half width and lower case before.
 */

const surname =
  '[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许沈曾彭吕苏卢蒋蔡余潘杜戴夏汪姚谭廖邹陆郝崔邱秦侯邵孟贺龚俞葛]';
// A person, so that a hospital's beds, a school's pupils and a pipe's disease are left alone; neither they who are a company,
// nor the works of whoever works there.
// Not what is little or old: a mini program, a motor, less than 40.
const familiar = `(?:[老小](?!程序|马[达力拉路]|胡同|林[区场业]|余[量额]|于 ?\\d|董事)${surname}|${surname}[姐哥](?![弟妹们]))`;
export const person = String.raw`(?:(?<!其|吉)[他她](?!们)|本人|${familiar}|(?:[\p{Script=Han}]{1,3}(?:总(?![包承计体量图线部院站装控数平])|(?<![员施职加手竣开民分化完电焊技军人停])工(?![程艺厂地作业序期况会信商资具人段控友]|单(?!身))|处长|处(?![理于置罚方境])|科长|经理|主任|局长?|院长|校长|行长|书记|部长|厂长|所长|总监|老板(?!电器|娘)|先生|女士|老师)))`;
export const named = String.raw`(?:mr|mrs|ms|dr)\.? [a-z]+`;
export const post =
  '(?:[a-z]+ ){0,2}(?:manager|buyer|director|engineer|officer|head of [a-z]+|(?:purchasing|sales|technical|finance) head|chairman|president|c[efto]o)';
export const they = String.raw`\b(?:he|she|${named})\b`;
/** Somebody by her post, too: of what no company can be or have. */
export const anybody = String.raw`\b(?:he|she|${named}|the ${post})\b`;
export const theirs = String.raw`\b(?:his|her|${named}['’]s)\b`;
export const anybodys = String.raw`\b(?:his|her|(?:${named}|the ${post})['’]s)\b`;

// Who gets something.
export const receiver = String.raw`(?:[他她](?!们)|个人|私人|本人|[\p{Script=Han}]{1,2}(?:总|(?<![施员职])工(?![程地厂艺作])|主任|处长|处(?![理于置])|部长|科长|院长|校长|行长|局长|经理|所长|厂长|书记|老板(?!电器|娘)|总监|老师|女士)|${familiar})`;
export const relative =
  '(?:儿子|女儿|孩子|子女|女婿|爱人|老婆|老公|太太|先生|小舅子|小姨子|弟[弟妹]|妹妹|哥哥|姐[姐夫]|侄[子女]|外甥女?|亲属|亲戚|家属)';

export const kin =
  '(?:(?<![妇男])女儿(?![红国童])|儿子(?!公司)|闺女|(?<!一诺|一掷|一刻)千金(?![药方难之])|(?<!花)公子(?!小白)|外?孙女|外孙|孙子(?!兵法)|女婿|儿媳|二胎|三胎|[大二三]宝(?![山石贝藏典马])|(?<!数字)双胞胎|龙凤胎|[当做]了?(?:爸爸|妈妈|爷爷|奶奶|外公|外婆)(?![般似一])|家[的里]?老[大二三](?!难)|膝下)';
// Of these it takes more to be somebody's own.
export const child = '(?:(?:小孩子?|孩子|子女)(?![们王气般似]|一样|教育)|小朋友(?!们)|宝宝)';
export const spouse =
  '(?:老婆|老公|爱人(?![民才])|妻子|丈夫|太太(?!乐)|夫人(?!粥|牌|品牌|系列|项目)|(?<=的)先生(?=[是在也和])|配偶|媳妇|老伴|(?:[跟和与])?前[妻夫]|岳[父母]|丈母娘|老丈人|婆家|[男女](?:朋友|友(?!好))|父亲(?!节)|母亲(?!节|河|水窖)|父母(?!官|课|学校)|爸妈|爸爸|妈妈(?!驿站|班|网))';

// What somebody does for the business, of which a word for the private is a matter, and no life of hers.
export const business =
  '负责|主管|分管|介绍|采购|研[究发制]|主攻|治|关[注心]|反映|要求|建议|希望|考虑|开发|生产|销售|擅长|引进|服务|针对|项目|招标|投标|计划|方案|[新筹想要]建|要[上做买]|推[广进]';
/** A few words of the same sentence, none of which is one of `stop`. */
export const within = (stop: string, marks: string) => String.raw`(?:(?!${stop})[^${marks}。；;!?！？\n]){0,8}?`;
export const near = String.raw`[^。；;!?！？\n]{0,8}?`;
export const clauseEnd = String.raw`(?=$|[，,。；;!！\s）)])`;

/** "He's" and the like written out, as the patterns have it. @param text folded */
export function inFull(text: string): string {
  return /['’]/.test(text)
    ? text
        .replaceAll(/\b(he|she)['’]s\b/g, '$1 is')
        .replaceAll(/\b(he|she|we|i)['’]d\b/g, '$1 would')
        .replaceAll(/\b(he|she|we|i)['’]ll\b/g, '$1 will')
    : text;
}
