import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openYaml } from '#method/yaml-text.ts';
import { blankSource, duplicateSource, idFrom } from '#playbooks/studio/blank.ts';
import { editText, type Edit } from '#playbooks/studio/draft-text.ts';
import { valueAt } from '#playbooks/studio/place.ts';

const file = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');
const small = file('tests/fixtures/small-method.yaml');
const rawOf = (text: string) => openYaml(text).raw;

/** The lines that differ, as they are in the one and in the other. */
function differing(before: string, after: string) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  return [a.filter((line) => !b.includes(line)), b.filter((line) => !a.includes(line))];
}

describe('a change of the text', () => {
  test.each<[string, Edit[], string[], string[]]>([
    [
      'sets a word and touches no other line',
      [{ op: 'set', path: ['stages', 0, 'name', 'zh'], value: '开局' }],
      ['    name: {zh: 开场, en: Open}'],
      ['    name: {zh: 开局, en: Open}'],
    ],
    [
      'adds to a list',
      [{ op: 'insert', path: ['stages', 0, 'steps'], at: 1, value: { zh: '写信，再问', en: 'write: ask again' } }],
      [],
      ['      - {zh: 写信，再问, en: "write: ask again"}'],
    ],
    [
      'makes the way to what is not there yet',
      [{ op: 'set', path: ['stages', 1, 'checks', 0, 'next', 'question', 'text', 'zh'], value: '何时签？' }],
      ['        next: {act: {zh: 去签, en: sign}}'],
      ['        next: {act: {zh: 去签, en: sign}, question: {text: {zh: 何时签？}}}'],
    ],
    ['removes a field', [{ op: 'set', path: ['stages', 0, 'checks', 0, 'mandatory'], value: undefined }], [], []],
    ['removes nothing where nothing is', [{ op: 'remove', path: ['parking', 'criteria'] }], [], []],
  ])('%s', (_, edits, gone, come) => {
    const text = editText(small, edits);
    const [before, after] = differing(small, text);
    expect(before).toEqual(gone);
    expect(after).toEqual(come);
    expect(text).toContain('# the first talk');
  });

  test('moves an entry, also into another list', () => {
    const within = editText(small, [{ op: 'move', path: ['stages', 0, 'steps'], from: 0, to: 1 }]);
    expect(valueAt(rawOf(within), ['stages', 0, 'steps'])).toMatchObject([{ en: 'visit' }, { en: 'call' }]);
    const path = ['stages', 0, 'checks'];
    const over = editText(small, [{ op: 'move', path, from: 1, to: 0, into: ['stages', 1, 'checks'] }]);
    expect(valueAt(rawOf(over), ['stages', 1, 'checks'])).toMatchObject([{ id: 'registered' }, { id: 'signed' }]);
    expect(valueAt(rawOf(over), path)).toMatchObject([{ id: 'budget-known' }]);
  });

  test('puts fields where a half-written text has a bare word', () => {
    const text = editText('id: a\nname: 方法\n', [{ op: 'set', path: ['name', 'zh'], value: '方法' }]);
    expect(rawOf(text)).toEqual({ id: 'a', name: { zh: '方法' } });
  });

  test('leaves alone a text that is no YAML', () => {
    expect(editText('id: [', [{ op: 'set', path: ['id'], value: 'a' }])).toBe('id: [');
  });

  test.each(['six-step', 'industrial'])('keeps %s as it is written, comments and all', (name) => {
    const source = file(`playbooks/${name}.yaml`);
    expect(editText(source, [])).toBe(source);
  });

  test('whatever is typed is what is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (zh, en) => {
        const text = editText(small, [{ op: 'set', path: ['stages', 0, 'checks', 0, 'text'], value: { zh, en } }]);
        expect(valueAt(rawOf(text), ['stages', 0, 'checks', 0, 'text'])).toEqual({ zh, en });
        expect(editText(text, [{ op: 'set', path: ['stages', 0, 'name', 'en'], value: en }])).toContain('funnel:');
      }),
    );
  });
});

describe('a beginning', () => {
  test('from a blank page has the buyer’s way, a stage and its column', () => {
    const raw = rawOf(blankSource('ours', { zh: '打法', en: 'Ours' }));
    expect(raw).toMatchObject({
      id: 'ours',
      version: 1,
      name: { zh: '打法' },
      stages: [{ checks: [{ mandatory: true }] }],
    });
    expect(valueAt(raw, ['funnel', 0, 'stage'])).toBe(valueAt(raw, ['stages', 0, 'id']));
  });

  test('from another method is all of it under another name', () => {
    const text = duplicateSource(small, 'ours', { zh: '打法', en: 'Ours' });
    expect(rawOf(text)).toEqual({
      ...(rawOf(small) as object),
      id: 'ours',
      version: 1,
      name: { zh: '打法', en: 'Ours' },
    });
  });

  test.each([
    ['Six steps of selling', 'six-steps-of-selling'],
    ['  Café & co. ', 'cafe-co'],
    ['打法', undefined],
    ['Drafts', undefined],
  ])('an id out of "%s"', (words, id) => expect(idFrom(words)).toBe(id));
});
