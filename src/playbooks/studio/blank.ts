import type { Text } from '#shared/messages.ts';
import { isRecord } from '#method/rule-problems.ts';
import { editText } from '#playbooks/studio/draft-text.ts';

/** The text that a method begins with on a blank page: the buyer's way of buying, one stage, and what is left to say. */
export function blankSource(id: string, name: Text): string {
  return editText('', [{ op: 'set', path: [], value: blankMethod(id, name) }]);
}

/** Another method's text as the beginning of a new one. */
export function duplicateSource(source: string, id: string, name: Text): string {
  return editText(source, [
    { op: 'set', path: ['id'], value: id },
    { op: 'set', path: ['version'], value: 1 },
    { op: 'set', path: ['name'], value: name },
  ]);
}

const nothing: Text = { zh: '', en: '' };

function blankMethod(id: string, name: Text) {
  const stage = blankStage('stage-1', 'need');
  return {
    id,
    version: 1,
    name,
    description: nothing,
    overview: nothing,
    source: { zh: '公司自编', en: "The company's own" },
    enteredLate: {
      zh: '我们在竞争期才介入：先核实还有没有改变的余地，再决定跟进还是放弃。',
      en: 'We came in during the competing period: find out what can still be changed, then decide to go on or drop it.',
    },
    buyerStages: [
      { id: 'need', name: { zh: '发现需求', en: 'discover the need' }, period: 'guiding' },
      { id: 'evaluate', name: { zh: '评估比较', en: 'evaluate' }, period: 'competing' },
      { id: 'commit', name: { zh: '购买承诺', en: 'commit' }, period: 'competing' },
      { id: 'use', name: { zh: '使用维护', en: 'use and maintain' }, period: 'after' },
    ],
    stages: [stage],
    funnel: [{ id: 'stage-1', name: nothing, stage: 'stage-1' }],
  };
}

export function blankStage(id: string, buyerStage: string | undefined) {
  return {
    id,
    name: nothing,
    buyerStages: buyerStage === undefined ? [] : [buyerStage],
    startMark: nothing,
    steps: [nothing],
    endMark: nothing,
    policy: {
      zh: '不送礼、不许诺回扣；不打听未公开的信息；个人信息只收集与项目有关的。',
      en: 'No gifts, no kickbacks, no prying into unpublished information; personal data only as the project needs.',
    },
    checks: [blankCheck('check-1')],
  };
}

export function blankCheck(id: string) {
  return {
    id,
    text: nothing,
    mandatory: true,
    verify: nothing,
    next: { act: nothing, ask: [], dueInDays: 7 },
  };
}

/** A further entry of a list, beside those that are there. */
export function blankEntry(kind: 'signals' | 'funnel' | 'buyerStages', entries: readonly unknown[]) {
  const ids = entries.flatMap((entry) => (isRecord(entry) && typeof entry.id === 'string' ? [entry.id] : []));
  switch (kind) {
    case 'signals':
      return { id: freshId('signal', ids), text: nothing, direction: 'supports' };
    case 'buyerStages':
      return { id: freshId('buyer', ids), name: nothing, period: 'guiding' };
    default:
      return { id: freshId('column', ids), name: nothing };
  }
}

/** An id like 'check-4' that nothing has yet. */
export function freshId(stem: string, taken: Iterable<string>): string {
  const all = new Set(taken);
  for (let n = 1; ; n++) if (!all.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** An id out of English words; undefined when there is nothing to make one of. */
export function idFrom(words: string): string | undefined {
  const id = words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return id === '' || id === 'drafts' ? undefined : id;
}
