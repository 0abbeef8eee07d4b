import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContactFields } from '#people/contact.ts';
import { readSignature, type Signature } from '#people/signature.ts';

const naughty = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/naughty-strings.json', import.meta.url), 'utf8'),
) as string[];

/** Invented people of invented companies. */
const signatures: [string, string, Signature['fields'], Partial<Omit<Signature, 'fields'>>?][] = [
  [
    'a Chinese signature with labels',
    '王建国 采购部经理\n青岚泵业有限公司\n手机：13800138000\n电话：0571-55550000 转 8012\n邮箱：wang@qinglan.example\n微信：qinglan_wang\n网址：www.qinglan.example',
    {
      name: '王建国',
      title: '经理',
      department: '采购部',
      company: '青岚泵业有限公司',
      mobile: '13800138000',
      phone: '0571-55550000 转 8012',
      email: 'wang@qinglan.example',
      wechat: 'qinglan_wang',
      website: 'www.qinglan.example',
    },
  ],
  [
    'an employer in brackets of its own',
    '【北辰冷链物流集团】\n工程部部长 呼延卓然\n「以诚待人」\n13800138000',
    { name: '呼延卓然', title: '部长', department: '工程部', company: '北辰冷链物流集团', mobile: '13800138000' },
    { rest: ['以诚待人'] },
  ],
  [
    'an English one',
    'David Harlow\nPurchasing Manager\nAcme Pumps Co., Ltd.\nT: +44 20 5555 0100 | M: +44 7700 900123\nE: david.harlow@acme.example\nwww.acme.example',
    {
      name: 'David Harlow',
      title: 'Purchasing Manager',
      company: 'Acme Pumps Co., Ltd.',
      phone: '+44 20 5555 0100',
      mobile: '+44 7700 900123',
      email: 'david.harlow@acme.example',
      website: 'www.acme.example',
    },
  ],
  [
    'full width letters',
    '李明远　设备处处长\n手机：１３９００１３９０００\n邮箱：ｌｉ＠ｈｕａｎｉｎｇ．ｅｘａｍｐｌｅ',
    {
      name: '李明远',
      department: '设备处',
      title: '处长',
      mobile: '13900139000',
      email: 'li@huaning.example',
    },
  ],
  [
    'all in one line',
    '青岚泵业有限公司采购部经理王建国 电话021-55550000 手机13800138000',
    {
      company: '青岚泵业有限公司',
      department: '采购部',
      title: '经理',
      name: '王建国',
      phone: '021-55550000',
      mobile: '13800138000',
    },
  ],
  [
    'WeChat is the number',
    '赵敏\n海宁电气集团 技术中心 高级工程师\n138 0013 8001（微信同号）',
    {
      name: '赵敏',
      company: '海宁电气集团',
      department: '技术中心',
      title: '高级工程师',
      mobile: '138 0013 8001',
      wechat: '13800138001',
    },
  ],
  [
    'bars between',
    '周平 | 总工程师 | 东风机械厂 | M 13700137000 | E zhou@dongfeng.example',
    { name: '周平', title: '总工程师', company: '东风机械厂', mobile: '13700137000', email: 'zhou@dongfeng.example' },
  ],
  ['the head of a works', '东风机械厂厂长 欧阳明', { company: '东风机械厂', title: '厂长', name: '欧阳明' }],
  [
    'a design institute is an employer when there is no other',
    '孙立\n华东水务设计研究院 副院长',
    { name: '孙立', company: '华东水务设计研究院', title: '副院长' },
  ],
  [
    'and a department when there is',
    '孙立\n海宁电气集团\n中央研究院 所长',
    { name: '孙立', company: '海宁电气集团', department: '中央研究院', title: '所长' },
  ],
  [
    'title and name without a space',
    '王建国总经理\n青岚泵业有限公司',
    { name: '王建国', title: '总经理', company: '青岚泵业有限公司' },
  ],
  ['Mr in Chinese', '王建国先生\n采购总监', { name: '王建国', title: '采购总监' }],
  ['letters apart', '王 伟\n科长', { name: '王伟', title: '科长' }],
  [
    'two names: the Chinese one',
    '王建国 David Wang\n经理',
    { name: '王建国', title: '经理' },
    { rest: ['David Wang'] },
  ],
  ['two titles', '王建国\n总监\n高级工程师', { name: '王建国', title: '总监 / 高级工程师' }],
  [
    'labels for everything',
    '姓名:诸葛明\n单位:青岚泵业有限公司\n部门:采购部\n职务:采购员\n电话:021-55550000',
    { name: '诸葛明', company: '青岚泵业有限公司', department: '采购部', title: '采购员', phone: '021-55550000' },
  ],
  [
    'two mobiles',
    '王建国\n手机：13800138000 / 13900139000',
    { name: '王建国', mobile: '13800138000', phone: '13900139000' },
  ],
  [
    'a mobile that is called telephone',
    '联系人：王建国\n联系电话：13800138000',
    { name: '王建国', mobile: '13800138000' },
  ],
  [
    'an address, a fax, a post code: shown, without a field',
    '王建国\n地址：杭州市滨江区江陵路 88 号\n传真：0571-55550001\n邮编：310051\nQQ：10001',
    { name: '王建国' },
    {
      unplaced: [
        { kind: 'address', text: '杭州市滨江区江陵路 88 号' },
        { kind: 'fax', text: '0571-55550001' },
        { kind: 'postcode', text: '310051' },
        { kind: 'chat', text: '10001' },
      ],
    },
  ],
  [
    'an address without a label',
    '王建国\n浙江省杭州市滨江区江陵路88号\n12 Example Street, Springfield',
    { name: '王建国' },
    {
      unplaced: [
        { kind: 'address', text: '浙江省杭州市滨江区江陵路88号' },
        { kind: 'address', text: '12 Example Street, Springfield' },
      ],
    },
  ],
  [
    'what nobody understands stays',
    '王建国\n以客户为中心，为客户创造价值\n经理',
    { name: '王建国', title: '经理' },
    { rest: ['以客户为中心', '为客户创造价值'] },
  ],
  ['courtesy says nothing', '此致\n敬礼\n\n--\n王建国\n发自我的 iPhone', { name: '王建国' }, { rest: [] }],
  [
    'regards',
    'Best regards,\nAnna de Vries\nHead of Procurement',
    { name: 'Anna de Vries', title: 'Head of Procurement' },
    { rest: [] },
  ],
  [
    'a title at a company',
    'Anna Brandt\nSenior Buyer at Nordwind Corp',
    { name: 'Anna Brandt', title: 'Senior Buyer', company: 'Nordwind Corp' },
  ],
  [
    'a department in English',
    'Anna Brandt, Technical Director\nR&D\nNordwind GmbH',
    { name: 'Anna Brandt', title: 'Technical Director', department: 'R&D', company: 'Nordwind GmbH' },
  ],
  ['a foreign name in Chinese', '约翰·史密斯\n技术总监', { name: '约翰·史密斯', title: '技术总监' }],
  ['brackets in a company', '青岚（上海）泵业有限公司\n王建国', { company: '青岚(上海)泵业有限公司', name: '王建国' }],
  ['brackets after a name', '王建国（经理）', { name: '王建国', title: '经理' }],
  ['a surname that is none', '商务经理 李明远', { title: '商务经理', name: '李明远' }],
  [
    'an address between points',
    'Anna Brandt <anna@nordwind.example>',
    { name: 'Anna Brandt', email: 'anna@nordwind.example' },
  ],
  [
    'two mailboxes',
    'a@nordwind.example\nb@nordwind.example',
    { email: 'a@nordwind.example' },
    { rest: ['b@nordwind.example'] },
  ],
  ['a home town', '王建国\n籍贯：江苏南通', { name: '王建国' }, { unplaced: [{ kind: 'hometown', text: '江苏南通' }] }],
  [
    'letters apart with the title in the line; two departments',
    '王 磊  高级采购工程师\n供应链管理中心 · 战略采购部',
    { name: '王磊', title: '高级采购工程师', department: '供应链管理中心 / 战略采购部' },
    { rest: [] },
  ],
  [
    'a sentence in a chat',
    '您好！我是青岚水务集团的工程部经理刘洋，电话13500135000，邮箱liu@qinglan.example',
    {
      name: '刘洋',
      company: '青岚水务集团',
      department: '工程部',
      title: '经理',
      mobile: '13500135000',
      email: 'liu@qinglan.example',
    },
    { rest: [] },
  ],
  [
    'a card passed on: whom it is sent to is not whose it is',
    '吴总，这是他的名片：何永康，青岚化工股份公司，总工程师，13611112222，he@qinglan.example',
    {
      name: '何永康',
      company: '青岚化工股份公司',
      title: '总工程师',
      mobile: '13611112222',
      email: 'he@qinglan.example',
    },
    { rest: [] },
  ],
  [
    'the head of a letter',
    '发件人: 赵敏 <zhao@qinglan.example>\n发送时间: 2026年11月20日 10:21\n收件人: 销售部\n主题: 报价\n\n赵敏\n生产技术部部长',
    { name: '赵敏', department: '生产技术部', title: '部长', email: 'zhao@qinglan.example' },
    { rest: [] },
  ],
  [
    'mobile and WeChat under one label; the office',
    '郑凯\nMobile/WeChat: 13712341234\n办公：0755-55556789',
    { name: '郑凯', mobile: '13712341234', wechat: '13712341234', phone: '0755-55556789' },
  ],
  [
    'a number between words',
    '青岚水务集团 物资部 周建军（部长） 15900001111 zhou@qinglan.example',
    {
      company: '青岚水务集团',
      department: '物资部',
      name: '周建军',
      title: '部长',
      mobile: '15900001111',
      email: 'zhou@qinglan.example',
    },
    { rest: [] },
  ],
  ['nothing', ' \n --- \n', {}, { rest: [], unplaced: [], leftOut: [] }],
];

describe('a signature', () => {
  test.each(signatures)('%s', (_, text, fields, more = {}) => {
    const read = readSignature(text);
    expect(read.fields).toEqual(fields);
    expect(read).toMatchObject(more);
    expect(read.leftOut).toEqual([]);
  });
});

describe('what is private', () => {
  test.each<[string, string, Signature['leftOut'], RegExp]>([
    ['a home address', '王建国\n家庭住址：杭州市桂花里 3 号', ['homeAddress'], /桂花里/],
    ['a home address without a label', '王建国 家住桂花里3号', ['homeAddress'], /桂花里/],
    ['an identity number', '王建国 110101199003074514', ['idNumber'], /1101011990/],
    ['with a label, whatever it is', '王建国\n身份证号：123', ['idNumber'], /123/],
    ['a birthday', '王建国\n生日：1980-01-02', ['birthday'], /980|01-02/],
    ['a birthday spelt out', '王建国\n生日 1980 年 1 月 2 日\n经理', ['birthday'], /980|月|日/],
    ['a birthday in English', 'Anna Brandt\nBirthday May 5, 1980', ['birthday'], /80|May/],
    [
      'a long home address',
      '王建国\n家庭住址：杭州市西湖区桂花里街道桂花里小区 12 号楼 3 单元 501 室\n手机：13800138000',
      ['homeAddress'],
      /桂花里|单元|501/,
    ],
    ['born', '王建国，1980年1月2日出生', ['birthday'], /1980/],
    [
      'in English',
      'Anna Brandt\nDate of birth: 2 May 1980\nHome address: 1 Elm Street',
      ['birthday', 'homeAddress'],
      /1980|Elm/,
    ],
    [
      'family and the telephone at home',
      '王建国\n配偶：李某\n宅电：021-55551111',
      ['homePhone', 'marriage'],
      /李某|55551111/,
    ],
  ])('%s is left out, and it is said', (_, text, leftOut, secret) => {
    const read = readSignature(text);
    expect(read.leftOut).toEqual(leftOut);
    expect(JSON.stringify(read)).not.toMatch(secret);
    expect(read.fields.name).toMatch(/王建国|Anna Brandt/);
  });
});

function check(text: string): void {
  const { fields, unplaced, rest } = readSignature(text);
  const { company, website, ...contact } = fields;
  // The form takes what was found, but for what a person must correct: a number or an address.
  const parsed = ContactFields.safeParse({ name: 'x', ...contact });
  for (const issue of parsed.error?.issues ?? []) expect(['mobile', 'phone', 'email']).toContain(issue.path[0]);
  const shown = [...Object.values(fields), ...unplaced.map(({ text: one }) => one), ...rest].join('');
  expect(shown.length).toBeLessThanOrEqual(text.normalize('NFKC').length * 2 + 10);
  expect(company?.length ?? 0).toBeLessThanOrEqual(200);
  expect(website?.length ?? 0).toBeLessThanOrEqual(300);
}

describe('whatever is pasted', () => {
  test('naughty strings', () => {
    for (const text of naughty) check(text);
  });
  test('any text, alone and between the lines of a signature', () => {
    const lines = signatures.flatMap(([, text]) => text.split('\n'));
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...lines),
      fc.constantFrom('：', '|', '1', '手机'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('\n', ' ', ''), (pieces, by) =>
        check(pieces.join(by)),
      ),
    );
  });
  test('a long text is read in no time', () => {
    const began = performance.now();
    for (const unit of ['1-', 'a ', '王', '电话', ': ', '公司', 'a.', '( ']) readSignature(unit.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
  test('an identity number never comes out, wherever it stands', () => {
    const number = fc.constantFrom('110101199003074514', '330102198512120017', '11010119900307451X');
    fc.assert(
      fc.property(
        number,
        fc.constantFrom(...signatures.map(([, text]) => text)),
        fc.constantFrom('\n', ' ', '，'),
        (id, text, by) => {
          const read = readSignature(`${text}${by}${id}${by}${text}`);
          expect(JSON.stringify(read)).not.toContain(id.slice(0, 17));
          expect(read.leftOut).toContain('idNumber');
        },
      ),
    );
  });
});
