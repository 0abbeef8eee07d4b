import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIdNumber } from '#compliance/private-numbers.ts';
import { privacyRefusals, privateFactsFound, refusePrivateFacts } from '#compliance/private-facts.ts';
import { privateLabel } from '#compliance/private-words.ts';

const kinds = (text: string) => privateFactsFound(text).map(({ kind }) => kind);

test.each([
  ['王总女儿今年高考，可以从这里谈起', ['children']],
  ['她儿子在读初中', ['children']],
  ['他小孩明年留学', ['children']],
  ['李处长查出糖尿病，最近少喝酒', ['health']],
  ['王工上个月住院做了手术', ['health']],
  ['刘总得了肺癌，在家休养', ['health']],
  ['赵处长有高血压、痛风', ['health']],
  ['张主任信佛，别送酒', ['religion']],
  ['他是基督徒', ['religion']],
  ['家庭住址：滨河路 8 号', ['homeAddress']],
  ['王总住在翠湖花园 3 栋', ['homeAddress']],
  ['身份证 11010519491231002X', ['idNumber']],
  ['１１０１０５１９４９１２３１００２Ｘ', ['idNumber']],
  ['110105 19491231 002X 是他的', ['idNumber']],
  ['身份证号：110105199003078515', ['idNumber']],
  ['护照号 E12345678', ['idNumber']],
  ['Passport no. G1234567', ['idNumber']],
  ['卡号 6222 0200 0000 0000 018', ['bankCard']],
  ['Her youngest daughter starts school; she is a Buddhist', ['children', 'religion']],
  ['He was hospitalized and his surgery is due', ['health']],
  ['王总女儿高考，他又查出高血压', ['children', 'health']],
  ['王总生日是 6 月 18 日', ['birthday']],
  ['6月18日是李主任生日，记得问候', ['birthday']],
  ['1980年1月2日出生', ['birthday']],
  ['She was born in 1980; her home phone is 021-55551111', ['birthday', 'homePhone']],
  ['住宅电话：021-5555 1111', ['homePhone']],
  ['私人手机 13900139123', ['privateMobile']],
  ['个人微信：wang_jg1980', ['privateWechat']],
  ['王总不吃羊肉', ['diet']],
  ['李处长吃素', ['diet']],
])('finds in: %s', (text, expected) => expect(kinds(text)).toEqual(expected));

test.each([
  '医院信息化项目，门诊患者日均三千',
  '儿童医院手术室净化改造，院长很重视',
  '幼儿园孩子多，配电要加漏保',
  '水处理站腐蚀严重，管道有病害',
  '统一社会信用代码 91110000100000123X',
  '合同号 202611260000001234',
  '身份证复印件 2026-11-27 前交给招标代理',
  '护照 2026-11-27 前办好',
  '通行证由门卫发，5 号门进',
  '订单 6222020000000000017 已发货',
  '办公地址：解放大道 1000 号 12 楼',
  '他住院部的项目下周开标',
  '客户住建局的批复下来了',
  '人民医院院长要上肿瘤中心',
  '李院长负责糖尿病专科门诊的改造',
  '卫健局今年做癌症筛查项目',
  '王工做过手术室净化的方案',
  '张主任看了手术机器人，他做过手术导航的论证',
  '他管的是残疾人康复中心',
  'The site is a church hall; budget 300 000',
  '公司生日 6 月 18 日办庆典',
  '合同 2025年3月生效',
  '设备 2020年6月生产',
  '他不吃这一套',
  '约了下次给王总过生日的事',
  '个人手机端审批流程',
  '个人微信小程序登录',
  'The home page number 3 is slow',
])('lets pass: %s', (text) => expect(kinds(text)).toEqual([]));

test('tells a number by its ends only', () => {
  expect(privateFactsFound('11010519491231002X')).toEqual([{ kind: 'idNumber', found: '110…2x' }]);
});

test.each([
  ['住宅电话', 'homePhone'],
  ['Date of  Birth', 'birthday'],
  ['政治面貌', 'ethnicity'],
  ['爱人', 'marriage'],
  ['电话', undefined],
  ['家乡', undefined],
])('a heading %s names %s', (label, kind) => expect(privateLabel(label)).toBe(kind));

const words = (text: string) => {
  const refused = refusePrivateFacts(text);
  return refused && privacyRefusals['text.privateFact'].words(refused.data as never);
};

test('what needs consent is told apart from what nobody keeps', () => {
  expect(words('王总生日是 6 月 18 日')?.zh).toMatch(/^内容里有须本人同意才能记录的个人信息：生日（“生日是 6”）/);
  expect(words('私人手机 13900139123')?.zh).not.toContain('13900139123');
  expect(words('他女儿高考；他生日 06-18')?.zh).toMatch(/不该记录.*子女情况.*须本人同意.*生日/);
  expect(words('he was born in 1980')?.en).toContain('consent: birthday (');
  expect(words('周三下午可以见')).toBeNull();
});

const two = (n: number) => String(n).padStart(2, '0');

describe('ID numbers', () => {
  const body = fc.tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 1930, max: 2015 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  );
  test('exactly one check digit makes a body an ID number', () => {
    fc.assert(
      fc.property(body, ([place, year, month, day, order]) => {
        const start = `${place}${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`;
        expect(Array.from('0123456789x').filter((digit) => isIdNumber(start + digit))).toHaveLength(1);
      }),
    );
  });

  test('nothing breaks it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(privateFactsFound(text))));
  });
});
