import { expect, test } from 'vitest';
import { benefitFound } from '#compliance/personal-benefit.ts';

test.each([
  ['王工暗示要回扣，我们答应给 3 个点', '回扣'],
  ['中秋给李主任送了购物卡', '购物卡'],
  ['We paid a Kickback to the evaluator', 'kickback'],
])('finds the benefit in: %s', (text, found) => expect(benefitFound(text)).toBe(found));

test.each([
  '王工主动索要回扣，我们当场拒绝并上报',
  '客户对返修服务很满意',
  '预算红线是 300 万',
  'He refused the bribe',
])('lets pass: %s', (text) => expect(benefitFound(text)).toBeNull());
