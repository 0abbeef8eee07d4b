import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '#shared/refusal.ts';
import { friendTopics, kinds, type QuestionBank } from '#method/question-bank.ts';
import { parseQuestionBank } from '#method/question-bank-text.ts';
import { friendsSaying, industryOf, narrowed, problemsOf, type QuestionFilter } from '#method/question-search.ts';

const folder = new URL('../../playbooks/questions/', import.meta.url);
const files = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
);

function shippedBank(): QuestionBank {
  const bank = parseQuestionBank(files);
  if (isRefusal(bank)) throw new Error(JSON.stringify(bank.data.problems, null, 1));
  return bank;
}
const bank = shippedBank();
const problems = bank.industries.flatMap((industry) => industry.problems);
const questions = problems.flatMap((problem) => kinds.flatMap((kind) => problem[kind]));

describe('the bank that is shipped', () => {
  test('eight trades and what holds in any, five problems each, two questions of every kind at least', () => {
    expect(bank.industries).toHaveLength(9);
    for (const { problems: own } of bank.industries) expect(own.length).toBeGreaterThanOrEqual(5);
    for (const problem of problems)
      for (const kind of kinds) expect(problem[kind].length, `${problem.id} ${kind}`).toBeGreaterThanOrEqual(2);
  });

  test('no question is asked twice, in either language', () => {
    for (const lang of ['zh', 'en'] as const)
      expect(new Set(questions.map((question) => question[lang])).size).toBe(questions.length);
  });

  test('each language is its own: Chinese asks in Chinese, English without a Chinese sign', () => {
    for (const { zh, en } of questions) {
      expect(zh).toMatch(/\p{Script=Han}.*[？]$/u);
      expect(en).not.toMatch(/[\p{Script=Han}，。？：]/u);
      expect(en).toMatch(/\?$/);
    }
  });

  test('false friends: three or so for each topic, each with why and how to verify', () => {
    const byTopic = Map.groupBy(bank.falseFriends, ({ topic }) => topic);
    expect([...byTopic.keys()].toSorted()).toEqual(Object.keys(friendTopics).toSorted());
    for (const friends of byTopic.values()) expect(friends.length).toBeGreaterThanOrEqual(2);
  });

  test('a word recognises one industry only, and exactly one industry is for any', () => {
    const words = bank.industries.flatMap(({ matches }) => matches.map((word) => word.toLowerCase()));
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    expect(bank.industries.filter(({ matches }) => matches.length === 0).map(({ id }) => id)).toEqual(['general']);
  });
});

describe("an account's industry", () => {
  test.each([
    ['钢铁冶金', 'manufacturing'],
    ['装备制造', 'manufacturing'],
    ['工程机械', 'manufacturing'],
    ['医疗器械制造', 'medical'],
    ['电力', 'chemicals-energy'],
    ['水务', 'chemicals-energy'],
    ['轨道交通', 'engineering'],
    ['工程设计', 'engineering'],
    ['信息技术', 'it'],
    ['医疗', 'medical'],
    ['城商银行', 'finance'],
    ['高等教育', 'public-sector'],
    ['第三方物流', 'retail-logistics'],
    ['Retail', 'retail-logistics'],
    ['宠物摄影', 'general'],
    ['', 'general'],
  ])('%s → %s', (typed, id) => {
    expect(industryOf(bank, typed)?.id).toBe(id);
  });
});

const found = (filter: QuestionFilter) => narrowed(problemsOf(bank), filter);

describe('asking the bank', () => {
  test('everything, each question under an id of its own', () => {
    const all = found({});
    expect(all).toHaveLength(problems.length);
    const ids = all.flatMap((problem) => problem.questions.map(({ id }) => id));
    expect(ids).toHaveLength(questions.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('by industry, problem and kind', () => {
    const waits = found({ industry: 'medical', problem: 'long-waits', kind: 'implication' });
    expect(waits.map(({ industry, id }) => [industry, id])).toEqual([['medical', 'long-waits']]);
    expect(waits[0]!.questions.map(({ kind }) => kind)).toEqual(['implication', 'implication']);
    expect(found({ industry: 'medical', problem: 'outages' })).toEqual([]);
  });

  test('by text in either language: a problem so named brings all its questions, else those that say it', () => {
    expect(found({ search: '耗材多' })[0]).toMatchObject({ id: 'supplies-and-drg' });
    expect(found({ search: 'PHISHING' }).flatMap((one) => one.questions)).toMatchObject([
      { id: 'security-compliance.p1' },
    ]);
    expect(found({ search: '根本没有的话' })).toEqual([]);
  });

  test('false friends by text', () => {
    expect(friendsSaying(bank.falseFriends)).toHaveLength(bank.falseFriends.length);
    expect(friendsSaying(bank.falseFriends, '报个价').map(({ id }) => id)).toContain('please-quote');
    expect(friendsSaying(bank.falseFriends, '根本没有的话')).toEqual([]);
  });
});

const two = '[{id: a1, zh: 问？, en: q?}, {id: a2, zh: 问？, en: q?}]';
const rest = two.replaceAll('a1', 'b1').replaceAll('a2', 'b2');
const problem = (id: string, more = '') =>
  `{id: ${id}, name: {zh: 一, en: one}, about: {zh: 一, en: one}, ask: [user], situation: ${two}, problem: ${rest},
    implication: ${two.replaceAll('a', 'c')}, needPayoff: ${two.replaceAll('a', 'd')}${more}}`;
const industry = (id: string, list: string[]) =>
  `industries: [{id: ${id}, name: {zh: 一, en: one}, matches: [], problems: [${list.join(', ')}]}]`;
const five = ['p1', 'p2', 'p3', 'p4', 'p5'];
const said = (texts: { [file: string]: string }) => {
  const result = parseQuestionBank(texts);
  return isRefusal(result) ? result.data.problems.map(({ file, at, words }) => `${file} ${at}: ${words.en}`) : [];
};

describe('a bank with faults', () => {
  test('a small one without faults is read', () => {
    expect(
      said({
        'a.yaml': industry(
          'a',
          five.map((id) => problem(id)),
        ),
      }),
    ).toEqual([]);
  });

  test('all faults of all files at once, each with its file and place', () => {
    const faulty = {
      'a.yaml': industry('a', [...five.slice(1).map((id) => problem(id)), problem('p1').replace('a2', 'a1')]),
      'b.yaml': industry('a', [problem('p1'), problem('p6', ', colour: red').replace('en: one', 'en: ""')]),
      'c.yaml': 'falseFriends: [{id: f, topic: weather, looks: {zh: 一, en: one}, why: {zh: 一, en: one}}]',
      'd.yaml': 'industries: [',
    };
    expect(said(faulty)).toEqual([
      'a.yaml industries[0].problems[4].situation[1].id: the id "a1" is used twice',
      'b.yaml industries[0].problems[1].name.en: lacks its English text',
      'b.yaml industries[0].problems[1].colour: unknown field "colour"',
      'b.yaml industries[0].problems: needs at least 5',
      'b.yaml industries[0].id: the id "a" is used twice',
      'b.yaml industries[0].problems[0].id: the id "p1" is used twice',
      expect.stringMatching(/^c\.yaml falseFriends\[0\]\.topic: should be one of: need, money/),
      'c.yaml falseFriends[0].verify: is missing',
      expect.stringMatching(/^d\.yaml : YAML error/),
    ]);
  });

  test('a kind with one question only is too few, and says its line', () => {
    const text = industry(
      'a',
      five.map((id) => problem(id)),
    ).replace(', {id: a2, zh: 问？, en: q?}', '');
    const result = parseQuestionBank({ 'a.yaml': text });
    expect(isRefusal(result) && result.data.problems).toMatchObject([
      { at: 'industries[0].problems[0].situation', line: 1, words: { zh: '至少要有 2 项', en: 'needs at least 2' } },
    ]);
  });
});
