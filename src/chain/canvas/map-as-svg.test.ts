import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap, edge, id, mapWith, person } from '#chain/random-map.testing.server.ts';
import { canvasMessages } from '#chain/canvas/canvas.messages.ts';
import type { Speech } from '#chain/canvas/card-words.ts';
import { largeMap } from '#chain/canvas/large-map.testing.server.ts';
import { layoutOf } from '#chain/canvas/layout.ts';
import { mapAsSvg } from '#chain/canvas/map-as-svg.ts';
import { shareable } from '#chain/canvas/shareable-map.ts';
import { light } from '#ui/theme/palette.ts';

const speech: Speech = { lang: 'zh', wording: 'plain', beliefs: true, m: canvasMessages.zh };
const head = { title: '某项目', note: '2027-03-01', font: 'sans-serif' };
const draw = (map: ReturnType<typeof largeMap>, more: Partial<Speech> = {}) =>
  mapAsSvg(map, layoutOf('reporting', map, []), { ...speech, ...more }, light, head);

describe('a map as a picture', () => {
  const map = mapWith(
    [
      person(0, {
        name: '赵总',
        title: '总经理',
        roles: ['finalSay'],
        stance: -2,
        contact: 0,
        key: true,
        personalWin: '想升职',
        faction: id(20_000),
      }),
      person(1, { name: '钱工', stance: 1, contact: 3, level: 'operating' }),
      { kind: 'ours', id: id(9), name: '我方小李' },
      { kind: 'channel', id: id(8), name: '某设计院', stance: 1 },
    ],
    [
      edge(1, 'reportsTo', 1, 0),
      edge(2, 'influences', 1, 0, { sign: -1, strength: 3 }),
      { ...edge(3, 'knows', 9, 1), note: '同学' },
    ],
    ['实权派'],
  );

  test('holds every card, line and faction of the team', () => {
    const { svg } = draw(map);
    for (const word of [
      '赵总',
      '总经理',
      '拍板者',
      '敌人',
      '核心',
      '钱工',
      '我方小李',
      '某设计院',
      '实权派',
      '内部资料',
    ]) {
      expect(svg, word).toContain(word);
    }
  });

  test('a name goes before the word for its stance where a card has no room for both', () => {
    const { svg } = draw(mapWith([person(0, { name: '莫铁军', stance: -1, key: true })], []), {
      lang: 'en',
      m: canvasMessages.en,
    });
    expect(svg).toContain('莫铁军');
  });

  test('without beliefs it holds nothing that the team believes, nor our side, nor our partners', () => {
    const { svg } = draw(map, { beliefs: false });
    for (const word of ['赵总', '总经理', '拍板者', '钱工', '操作层']) expect(svg, word).toContain(word);
    for (const word of [
      '敌人',
      '支持者',
      '核心',
      '实权派',
      '我方',
      '设计院',
      '升职',
      '同学',
      '不清楚',
      light['stance-m2'],
      light['stance-p1'],
    ]) {
      expect(svg, word).not.toContain(word);
    }
  });

  test('of any two maps that differ in beliefs only, the pictures without them are the same', () => {
    fc.assert(
      fc.property(anyMap(12), (any) => {
        const bare = shareable(any);
        const layout = layoutOf('reporting', bare, []);
        const plain = { ...speech, beliefs: false };
        expect(mapAsSvg(any, layout, plain, light, head)).toEqual(mapAsSvg(bare, layout, plain, light, head));
      }),
      { numRuns: 50 },
    );
  });

  test('the neutral wording calls nobody an enemy', () => {
    expect(draw(map, { wording: 'neutral' }).svg).not.toContain('敌人');
  });

  test('names are text, whatever they hold', () => {
    const { svg } = draw(mapWith([person(0, { name: '<script>alert(1)</script>&"\u0000' })]));
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
  });

  test('an empty map is a picture too', () => {
    expect(draw(mapWith([])).svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
  });

  test('a large map is drawn in all layouts, with numbers only', () => {
    const large = largeMap(150);
    for (const kind of ['reporting', 'rings', 'roles'] as const) {
      const { svg } = mapAsSvg(large, layoutOf(kind, large, []), speech, light, head);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});
