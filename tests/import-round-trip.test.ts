import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountFields } from '#accounts/account.ts';
import { accountSources, ownerships, scales } from '#accounts/account-lists.ts';
import { accountsContract } from '#accounts/accounts.contract.ts';
import { by, cellsOf, exported, opened } from './list-files.ts';

/** What goes in by a file comes out by a file unchanged, whoever looks sees no more than in the list. */
const naughty = JSON.parse(
  readFileSync(new URL('./fixtures/naughty-strings/blns.json', import.meta.url), 'utf8'),
) as string[];
const payloads = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1:A9)', '\t=1+1', '=HYPERLINK("http://x","y")'];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('naughty strings', () => {
  // What a name cannot be is refused with the reason: too long, empty, or with half a character.
  const names = naughty.filter(
    (text) => text.trim() !== '' && text.isWellFormed() && text.length <= 190 && !text.includes('\u0000'),
  );

  test.each(['csv', 'csv-gb18030', 'xlsx'] as const)(
    'come through the whole import and back by %s unchanged',
    async (format) => {
      const fresh = await opened();
      try {
        const file = ['客户名称,地址', ...names.map((text, i) => [`${i} ${text}`, text].map(quote).join(','))].join(
          '\n',
        );
        const done = await by(fresh).whole('account', file, () => ({ policy: 'create' }));
        expect(done.outcome).toMatchObject({ created: names.length, faulty: 0 });
        const rows = await cellsOf(
          await exported('accounts', `format=${format}&columns=name,address&sort=name`, fresh),
        );
        const back = rows.slice(1).map(([name, address]) => [name, address]);
        const sent = names.map((text, i) => [`${i} ${text}`.trim(), text.trim()]);
        expect(new Set(back.map(String))).toEqual(new Set(sent.map(String)));
        expect(back).toHaveLength(sent.length);
      } finally {
        await fresh.close();
      }
    },
  );

  test('in every column and file name: a clear answer, never a failure', async () => {
    const file = [
      '客户名称,统一社会信用代码,电话,规模,行业,标签',
      ...naughty.map((text, i) => [`${i}`, text, text, text, text, text].map(quote).join(',')),
    ].join('\n');
    const fresh = await opened();
    const { upload, check, run } = by(fresh);
    const id = await upload('account', file, `${'奇'.repeat(100)}<script>.csv`);
    expect((await check(id)).state).toBe('checked');
    const done = await run(id);
    expect(done.state).toBe('done');
    expect(done.outcome.created + done.outcome.faulty + done.outcome.skipped).toBe(done.rowsTotal);
    await fresh.close();
  });
});

describe('cells that a spreadsheet would run', () => {
  test('leave as text and come back as they were', async () => {
    const fresh = await opened();
    try {
      const file = ['客户名称,地址', ...payloads.map((text, i) => [`公司${i}`, text].map(quote).join(','))].join('\n');
      await by(fresh).whole('account', file);
      const text = (await exported('accounts', 'format=csv&columns=name,address&sort=name', fresh)).toString('utf8');
      expect(text.charCodeAt(0)).toBe(0xfeff);
      for (const cell of text.slice(1).split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@\t]/);
      const back = await cellsOf(Buffer.from(text));
      expect(back.slice(1).map(([, address]) => address)).toEqual(payloads.map((payload) => payload.trim()));
    } finally {
      await fresh.close();
    }
  });
});

describe('accounts', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => text.trim())
    .filter(
      (text) =>
        text !== '' &&
        !text.includes('\u0000') &&
        !/[;；,，、|\n\r]/u.test(text) &&
        text.isWellFormed() &&
        Buffer.from(text).length < 120,
    );
  const optional = fc.option(word, { nil: null });
  const account = fc.record({
    industry: optional,
    province: fc.option(
      word.filter((text) => text.length <= 40),
      { nil: null },
    ),
    address: optional,
    site: optional,
    scale: fc.option(fc.constantFrom(...scales.map(({ key }) => key)), { nil: null }),
    ownership: fc.option(fc.constantFrom(...ownerships.map(({ key }) => key)), { nil: null }),
    source: fc.constantFrom(...accountSources.map(({ key }) => key)),
    phone: fc.option(
      fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `021-${n}`),
      { nil: null },
    ),
    tags: fc.uniqueArray(
      word.filter((text) => text.length <= 30),
      { maxLength: 4 },
    ),
    aliases: fc.uniqueArray(word, { maxLength: 3 }),
  });

  test.each(['csv', 'xlsx'] as const)('exported as %s and imported elsewhere are the same', async (format) => {
    const [from, to] = [await opened(), await opened()];
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(account, { minLength: 1, maxLength: 12 }), async (drafts) => {
          const marker = `批${crypto.randomUUID().slice(0, 8)}`;
          const client = from.as(accountsContract, from.actors['director']!);
          for (const [i, fields] of drafts.entries())
            await client.create({ ...(fields as Partial<AccountFields>), name: `${marker}第${i}家`, confirm: true });
          const file = await exported(
            'accounts',
            `format=${format}&search=${encodeURIComponent(marker)}&sort=name`,
            from,
          );
          const target = by(to);
          const id = await target.upload('account', file, `x.${format}`);
          // The owner is the same person here and there; the moments are the database's own.
          await target.check(id, () => ({ policy: 'create' }));
          expect((await target.run(id)).outcome).toMatchObject({ created: drafts.length, faulty: 0 });
          const again = await exported(
            'accounts',
            `format=${format}&search=${encodeURIComponent(marker)}&sort=name`,
            to,
          );
          const [one, two] = [await cellsOf(file), await cellsOf(again)];
          const untimed = (rows: string[][]) => rows.map((row) => row.slice(0, one[0]!.indexOf('创建时间')));
          expect(untimed(two)).toEqual(untimed(one));
        }),
        { numRuns: 12 },
      );
    } finally {
      await from.close();
      await to.close();
    }
  });
});
