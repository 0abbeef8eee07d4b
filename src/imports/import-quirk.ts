import type { Text } from '#shared/messages.ts';

/** Something in the file worth a look before it is imported. It does not stop a row unless the row says so. */
export const quirkKinds = [
  'meant',
  'unknownAccount',
  'unknownProduct',
  'unknownOwner',
  'unknownStage',
  'newTeam',
  'newManager',
  'typo',
  'accountMissing',
  'dayMissing',
  'zeroAmount',
  'repeated',
  'cut',
] as const;
export type QuirkKind = (typeof quirkKinds)[number];

export type Quirk = {
  kind: QuirkKind;
  /** The target it concerns. */
  target: string;
  /** What stands in the file; '' when nothing does. */
  text: string;
  /** What was probably meant; taken over when the person confirms. */
  suggestion: string | null;
  rows: number;
  /** The first of them. */
  first: number[];
};

const KEPT = 200;
const FIRST = 5;

/** Gathers quirks of many rows: equal ones are counted. */
export class Quirks {
  readonly #found = new Map<string, Quirk>();

  add(kind: QuirkKind, target: string, text: string, suggestion: string | null, row: number): void {
    const key = JSON.stringify([kind, target, text]);
    const known = this.#found.get(key);
    if (known) {
      known.rows++;
      if (known.first.length < FIRST) known.first.push(row);
    } else if (this.#found.size < KEPT * 5) {
      this.#found.set(key, { kind, target, text, suggestion, rows: 1, first: [row] });
    }
  }

  /** Those with a suggestion first, then the most frequent. */
  list(): Quirk[] {
    return [...this.#found.values()]
      .toSorted((a, b) => Number(b.suggestion !== null) - Number(a.suggestion !== null) || b.rows - a.rows)
      .slice(0, KEPT);
  }
}

/** What is missing can be created: quirk → what the plan calls it. */
export const creatable = { unknownAccount: 'account', unknownProduct: 'product', unknownOwner: 'owner' } as const;

/** Quirks that differ only in the name that is missing, by kind; the others. */
export function grouped(quirks: readonly Quirk[]) {
  const isMissing = ({ kind }: Quirk) => kind in creatable;
  const kinds = Object.keys(creatable) as (keyof typeof creatable)[];
  return {
    missing: kinds
      .map((kind) => ({ kind, quirks: quirks.filter((quirk) => quirk.kind === kind) }))
      .filter((group) => group.quirks.length > 0),
    others: quirks.filter((quirk) => !isMissing(quirk)),
  };
}

/** The quirk in words. @param label of its target */
export function quirkWords({ kind, target, text, suggestion }: Quirk, label: Text): Text {
  const words: { [kind in QuirkKind]: Text } = {
    meant: { zh: `“${text}”可能就是已有的“${suggestion}”`, en: `"${text}" is probably "${suggestion}"` },
    unknownAccount: { zh: `没有名为“${text}”的客户`, en: `There is no account named "${text}"` },
    unknownProduct: { zh: `没有名为“${text}”的产品`, en: `There is no product named "${text}"` },
    unknownOwner: { zh: `没有名为“${text}”的同事`, en: `There is no colleague named "${text}"` },
    unknownStage: { zh: `阶段“${text}”还没有对应`, en: `The stage "${text}" is not matched yet` },
    newTeam:
      target === 'manager'
        ? { zh: `“${text}”还没有自己的团队，将新建`, en: `"${text}" leads no team yet; one will be made` }
        : { zh: `还没有团队“${text}”，将新建`, en: `There is no team "${text}" yet; it will be made` },
    newManager: {
      zh: `主管“${text}”不在同事名单里，将连同其团队一并新建`,
      en: `The manager "${text}" is no colleague yet and will be made, with a team to lead`,
    },
    typo: {
      zh: `${label.zh}“${text}”可能写错了，应为“${suggestion}”`,
      en: `${label.en}: "${text}" may be a slip for "${suggestion}"`,
    },
    accountMissing: {
      zh: '没有填写客户，将作为无客户的商机保留',
      en: 'No account is given; kept as deals without one',
    },
    dayMissing: { zh: `没有填写${label.zh}`, en: `${label.en} is missing` },
    zeroAmount: { zh: '输单的金额为 0，按“未知”处理', en: 'Lost with an amount of 0: taken as unknown' },
    repeated: { zh: '文件内有重复的行', en: 'Rows that repeat one above' },
    cut: { zh: '文件末尾不完整，最后一行没有导入', en: 'The end of the file is missing; the last row is not taken' },
  };
  return words[kind];
}
