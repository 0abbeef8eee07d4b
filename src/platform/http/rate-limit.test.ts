import { expect, test } from 'vitest';
import { countRequests } from '#platform/http/rate-limit.server.ts';

test('a window ends when it is over, also for a key that is never quiet', () => {
  let seconds = 0;
  const wait = countRequests(() => seconds);
  const rule = { window: 60, max: 3 };
  const office = () => wait('office', rule);
  const waits = Array.from({ length: 12 }, () => {
    const answer = office();
    seconds += 15;
    return answer;
  });
  expect(waits).toEqual([0, 0, 0, 15, 0, 0, 0, 15, 0, 0, 0, 15]);
  expect(wait('another', rule)).toBe(0);
});
