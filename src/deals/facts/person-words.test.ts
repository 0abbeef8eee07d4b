import { describe, expect, it } from 'vitest';
import { rolesMissing, withPerson, withoutPerson } from '#deals/facts/person-words.ts';

const wang = { id: 'w', name: '王工', roles: ['evaluator'] as const };
const li = { name: '李处', roles: ['decider', 'finalSay'] as const };

describe('the people of a deal', () => {
  it('takes a new person at the end and leaves blanks out', () => {
    expect(withPerson([wang], { name: '赵敏', title: '', roles: [], stance: undefined })).toEqual([
      wang,
      { name: '赵敏' },
    ]);
  });

  it('replaces a person in place, also when the name was changed', () => {
    expect(withPerson([li, wang], { name: '李处长', stance: 1 }, '李处')).toEqual([
      { name: '李处长', stance: 1 },
      wang,
    ]);
  });

  it('removes by key', () => {
    expect(withoutPerson([wang, li], 'w')).toEqual([li]);
  });

  it('names the roles with nobody in them', () => {
    expect(rolesMissing([wang, li])).toEqual(['initiator', 'user', 'designer', 'gatekeeper']);
  });
});
