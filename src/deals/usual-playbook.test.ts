import { expect, it } from 'vitest';
import { usualPlaybook } from '#deals/usual-playbook.ts';

it('proposes the method that most open deals go by, the first of the shelf where none is used', () => {
  const shelf = [
    { id: 'buyer-cycle', openDeals: 1 },
    { id: 'industrial', openDeals: 17 },
    { id: 'six-step', openDeals: 17 },
  ];
  expect(usualPlaybook(shelf)?.id).toBe('industrial');
  expect(usualPlaybook(shelf.map(({ id }) => ({ id, openDeals: 0 })))?.id).toBe('buyer-cycle');
  expect(usualPlaybook([])).toBeUndefined();
});
