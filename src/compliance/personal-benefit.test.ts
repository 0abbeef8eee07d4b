import { expect, test } from 'vitest';
import { benefitFound } from '#compliance/personal-benefit.ts';

test.each([
  ['王工暗示要回扣，我们答应给 3 个点', '回扣'],
  ['中秋给李主任送了购物卡', '购物卡'],
  ['答应给他返点，打到个人卡', '给他返点'],
  ['返点打到个人卡上', '返点打到个人'],
  ['谈好给王总 3 个点', '给王总 3 个点'],
  ['咨询费打给李主任', '咨询费打给李主任'],
  ['款转到他的私人账户', '转到他的私人账户'],
  ['给王工送了两瓶茅台', '送了两瓶茅台'],
  ['节前送李处长一块手表', '送李处长一块手表'],
  ['请王总全家去三亚旅游', '请王总全家去三亚旅游'],
  ['帮他亲戚找工作', '帮他亲戚找'],
  ['We paid a Kickback to the evaluator', 'kickback'],
])('finds the benefit in: %s', (text, found) => expect(benefitFound(text)).toBe(found));

test.each([
  '王工主动索要回扣，我们当场拒绝并上报',
  '客户对返修服务很满意',
  '预算红线是 300 万',
  '经销商的返点给到 8%，按季度结',
  '给他们返点按合同执行',
  '给张工 3 个点位的测试数据',
  '请王主任到文化旅游局参加评审',
  '质保款转入公司账户',
  '样品送王工三件测试',
  'He refused the bribe',
])('lets pass: %s', (text) => expect(benefitFound(text)).toBeNull());
