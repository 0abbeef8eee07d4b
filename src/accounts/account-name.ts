import { fold } from '#shared/text.ts';

/** Keys by which duplicates are sought 查重: two records with the same key are probably the same. */

// Longest first: each is cut from the end, again and again (…集团股份有限公司).
const legalForms = [
  '股份有限责任公司',
  '有限责任公司',
  '股份有限公司',
  '股份公司',
  '有限公司',
  '总公司',
  '集团',
  '控股',
  '公司',
  'incorporated',
  'corporation',
  'company',
  'limited',
  'holdings',
  'group',
  'gmbh',
  'corp',
  'coltd',
  'ltd',
  'inc',
  'llc',
  'plc',
  'co',
];
const provinces =
  '北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门';
const cities =
  '广州 深圳 东莞 佛山 珠海 苏州 无锡 常州 南京 南通 杭州 宁波 温州 合肥 福州 厦门 南昌 济南 青岛 烟台 郑州 武汉 长沙 成都 昆明 贵阳 西安 兰州 沈阳 大连 长春 哈尔滨 石家庄 太原 南宁 海口';
const regions = ['中国', ...provinces.split(' '), ...cities.split(' ')];
const region = new RegExp(`^(?:${regions.join('|')})(?:省|市|自治区|特别行政区)?`);
// In these the region is the name: 上海大学 and 北京大学 are two.
const regionIsName =
  /^(?:第|人民|中心|师范|农村|轨道|地铁|机场|港|公交|燃气|水务|电力|城建|城投|建工|移动|电信|联通|石油|石化)|(?:大学|学院|中学|小学|医院|银行|信用社|局|厅|委员会|委|政府|报社|海关|法院)$/;

/** The name without width, case, punctuation, legal form and region: 华为技术有限公司 and （中国）华为技术 are one. */
export function nameKey(name: string): string {
  const folded = fold(name);
  const plain = folded.replaceAll(/[^\p{L}\p{N}]/gu, '');
  // Brackets hold a region or a legal form; where they hold a branch it stays.
  const unbracketed = folded.replaceAll(/[([（【]([^)\]）】]*)[)\]）】]/g, (_, inside: string) =>
    isRegion(inside) ? '' : inside,
  );
  const key = withoutRegion(withoutLegalForm(unbracketed.replaceAll(/[^\p{L}\p{N}]/gu, '')));
  return Array.from(key).length >= 2 ? key : plain || folded;
}

/** The region that `nameKey` leaves out; '' for none. 甘肃能源 and 湖北能源 have one key and are two companies. */
export function regionOf(name: string): string {
  const folded = fold(name);
  const bracketed = folded.match(/[([（【]([^)\]）】]*)[)\]）】]/)?.[1] ?? '';
  const [found = ''] = region.exec(bracketed) ?? region.exec(folded.replaceAll(/[^\p{L}\p{N}]/gu, '')) ?? [];
  const plain = found.replace(/(?:省|市|自治区|特别行政区)$/, '');
  return plain === '中国' ? '' : plain;
}

/** Whether two names of one key can be one company: regions differ only where both say one. */
export function regionsAgree(a: string, b: string): boolean {
  const [one, other] = [regionOf(a), regionOf(b)];
  return one === '' || other === '' || one === other;
}

/** Digits that tell one telephone from another: without country code and extension; null when too few. */
export function phoneKey(phone: string | null | undefined): string | null {
  if (!phone) return null;
  const number = phone.normalize('NFKC').split(/转|分机|ext|x|#/i)[0]!;
  const digits = number.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$|0?[2-9]\d{8,})/, '');
  const national = /^[2-9]\d{9,10}$/.test(digits) && /^\s*(?:\+|00)/.test(number) ? `0${digits}` : digits;
  return national.length >= 7 ? national : null;
}

function withoutLegalForm(name: string): string {
  for (const form of legalForms) {
    if (
      name.endsWith(form) &&
      name.length > form.length &&
      !name.endsWith(`分${form}`) &&
      !name.endsWith(`子${form}`)
    ) {
      return withoutLegalForm(name.slice(0, -form.length));
    }
  }
  return name;
}

function withoutRegion(name: string): string {
  const rest = name.replace(region, '');
  return rest === name || Array.from(rest).length < 2 || regionIsName.test(rest) ? name : rest;
}

function isRegion(text: string): boolean {
  return text.trim().replace(region, '') === '' || legalForms.includes(text.replaceAll(/\s|\./g, ''));
}
