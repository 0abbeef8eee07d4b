import { nameKey, regionOf } from '#accounts/account-name.ts';
import { bigrams, fold } from '#shared/text.ts';

/** By what two customers are compared; an account, where it is one. */
export type CustomerKeys = {
  accountId: string | null;
  customerKey: string;
  /** '' for none: the names of 甘肃能源 and 湖北能源 have one key. */
  customerRegion: string;
  creditCode: string | null;
};
export type ProjectKeys = CustomerKeys & { projectKey: string; dealId: string | null };

export type ProjectLikeness = 'same' | 'like' | 'customer';

export function customerKeysOf(name: string) {
  return { customerKey: nameKey(name), customerRegion: regionOf(name) };
}

const figures = '零一二三四五六七八九十';
const phase = /([一二三四五六七八九十])(?=期|号|标|段|厂|线|区)/gu;
const filler = /(?:项目|工程|采购|招标|投标|合作|建设|改造项目|project)$/u;

/** A project's name without the customer's, punctuation and words that say nothing: 江宁钢铁二期能源管理项目 is 2期能源管理. */
export function projectKey(name: string, customerName: string): string {
  const numbered = plain(name).replaceAll(phase, (figure) => String(figures.indexOf(figure)));
  const customers = [plain(customerName), nameKey(customerName)].filter((text) => text.length >= 2);
  const bare = customers.reduce((rest, customer) => rest.replace(customer, ''), numbered);
  const key = withoutFiller(bare);
  return Array.from(key).length >= 2 ? key : numbered;
}

const plain = (text: string) => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

function withoutFiller(text: string): string {
  const rest = text.replace(filler, '');
  return rest === text || Array.from(rest).length < 2 ? text : withoutFiller(rest);
}

/** Whether both are one customer: one account, one code, or one name where the regions do not say otherwise. */
export function sameCustomer(a: CustomerKeys, b: CustomerKeys): boolean {
  if (a.accountId !== null && a.accountId === b.accountId) return true;
  if (a.creditCode !== null && b.creditCode !== null) return a.creditCode === b.creditCode;
  if (a.customerKey !== b.customerKey) return false;
  return a.customerRegion === '' || b.customerRegion === '' || a.customerRegion === b.customerRegion;
}

/** How near two projects are; null: of different customers. */
export function likenessOfProjects(a: ProjectKeys, b: ProjectKeys): ProjectLikeness | null {
  if (a.dealId !== null && a.dealId === b.dealId) return 'same';
  if (!sameCustomer(a, b)) return null;
  return likenessOfNames(a.projectKey, b.projectKey);
}

/** Of one customer. @param a a project's key */
export function likenessOfNames(a: string, b: string): ProjectLikeness {
  if (a === b) return 'same';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // 1期 and 2期 are two projects however alike the rest is; a person is told, and decides.
  if (Array.from(short).length >= 3 && long.includes(short)) return 'like';
  const [one, other] = [bigrams(a), new Set(bigrams(b))];
  const common = one.filter((gram) => other.has(gram)).length;
  return (2 * common) / (one.length + other.size) >= 0.5 ? 'like' : 'customer';
}
