import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byNeedToTalk, reasonsToTalk, talkReasons, type Standing } from '#reviews/need-to-talk.ts';

const today = '2026-03-02';
const calm: Standing = {
  id: 'a',
  amount: 100,
  closeOn: '2026-09-30',
  gateMet: 1,
  gateTotal: 6,
  days: 3,
  usualDays: 20,
  slips: 0,
  overridden: false,
  mistakes: 0,
  openActs: 0,
};

describe('why a deal should be talked about', () => {
  test.each<[string, Partial<Standing>, string[]]>([
    ['nothing', {}, []],
    ['acts of last time that are not done', { openActs: 1 }, ['unanswered']],
    ['its day of signature was moved to a later one', { slips: 1 }, ['slipping']],
    ['its day of signature has passed', { closeOn: '2026-03-01' }, ['slipping']],
    ['it is to be signed today', { closeOn: today }, []],
    ['it stays longer than is usual', { days: 21 }, ['stuck']],
    ['it stays as long as is usual', { days: 20 }, []],
    ['it stays long where nobody knows what is usual', { days: 400, usualDays: null }, []],
    ['one check keeps the gate shut', { gateMet: 5 }, ['nearlyOpen']],
    ['the gate is open', { gateMet: 6 }, []],
    ['a serious mistake was found', { mistakes: 1 }, ['mistaken']],
    ['a gate was opened for it', { overridden: true }, ['overridden']],
    ['it is among the big ones', { amount: 500 }, ['big']],
    ['nobody knows how big it is', { amount: null }, []],
  ])('%s', (_words, more, reasons) => {
    expect(reasonsToTalk({ ...calm, ...more }, today, 500)).toEqual(reasons);
  });
});

test('what most needs talk comes first: by the weight of the reasons, then the money, then the day', () => {
  const ids = byNeedToTalk(
    [
      calm,
      { ...calm, id: 'b', overridden: true },
      { ...calm, id: 'c', openActs: 1, slips: 2 },
      { ...calm, id: 'd', amount: 200 },
      { ...calm, id: 'e', closeOn: '2026-05-01' },
      { ...calm, id: 'f', days: 99 },
    ],
    today,
    null,
  ).map(({ deal }) => deal.id);
  expect(ids).toEqual(['c', 'f', 'b', 'd', 'e', 'a']);
});

const standing = fc.record<Standing>({
  id: fc.uuid(),
  amount: fc.option(fc.nat(1000)),
  closeOn: fc.option(fc.constantFrom('2026-02-01', '2026-03-02', '2026-08-01')),
  gateMet: fc.nat(6),
  gateTotal: fc.nat(6),
  days: fc.nat(90),
  usualDays: fc.option(fc.integer({ min: 1, max: 60 })),
  slips: fc.nat(2),
  overridden: fc.boolean(),
  mistakes: fc.nat(2),
  openActs: fc.nat(2),
});
const standings = fc.uniqueArray(standing, { selector: ({ id }) => id, maxLength: 20 });

test('the order does not depend on the order in which deals are read, and no deal is lost', () => {
  fc.assert(
    fc.property(standings, fc.option(fc.nat(1000)), fc.nat(), (deals, big, turn) => {
      const turned = [...deals.slice(turn % (deals.length || 1)), ...deals.slice(0, turn % (deals.length || 1))];
      const ranked = byNeedToTalk(deals, today, big);
      expect(byNeedToTalk(turned, today, big)).toEqual(ranked);
      expect(ranked.map(({ deal }) => deal.id).toSorted()).toEqual(deals.map(({ id }) => id).toSorted());
      for (const { reasons } of ranked)
        expect(reasons).toEqual(talkReasons.filter((reason) => reasons.includes(reason)));
    }),
  );
});

test('one more reason never moves a deal back', () => {
  fc.assert(
    fc.property(standings, standing, (others, deal) => {
      const place = (one: Standing) => byNeedToTalk([...others, one], today, null).findIndex((at) => at.deal === one);
      const quiet = { ...deal, openActs: 0 };
      expect(place({ ...quiet, openActs: 1 })).toBeLessThanOrEqual(place(quiet));
    }),
  );
});
