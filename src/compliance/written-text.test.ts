import { describe, expect, test } from 'vitest';
import { refuseWritten, refuseWrittenOfHer } from '#compliance/written-text.ts';

describe('of somebody whom it does not name', () => {
  test.each([
    '信佛',
    '基督徒',
    '高血压',
    '血压高',
    '孩子在实验中学',
    '离异',
    '回族',
    '党员',
    '爱喝龙井，信佛',
    'Diagnosed with diabetes last year',
    'Goes to church every Sunday',
    'Devout Catholic',
    'Divorced',
    'Married, two kids',
    'Likes hiking. Wife teaches at the middle school',
    'Pregnant',
    'In debt',
    'Party member',
  ])('is read as said of her: %s', (text) => {
    expect(refuseWritten(text)).toBeNull();
    expect(refuseWrittenOfHer('技改', text)).toMatchObject({ code: 'text.privateFact' });
  });

  test.each([
    '技改',
    '关键人',
    '儿童用品采购',
    '血压计产品线',
    '肿瘤科主任',
    '民族事务科',
    '党群工作部',
    '老客户',
    'VIP',
    '',
    'Head of the diabetes care line',
    'Cancer centre, head nurse',
    "Buyer of children's wear",
    "Children's hospital, procurement",
    'Single point of contact',
    'Maternity ward manager',
    'Daughter company, CFO',
    'Stroke unit',
    'Debt collection manager',
    'Has the budget for 2027',
    'Born leader',
    'Pregnancy test product line',
    'Gift card programme, marketing',
    '2 plants in the north',
  ])('lets pass what is of her work: %s', (text) => expect(refuseWrittenOfHer(text, null, undefined)).toBeNull());

  test('what is said of others is found, too', () => {
    expect(refuseWrittenOfHer('给李主任 3 个点回扣')).toMatchObject({ code: 'text.personalBenefit' });
    expect(refuseWrittenOfHer('王总女儿今年高考')).toMatchObject({ code: 'text.privateFact' });
  });
});
