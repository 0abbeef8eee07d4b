import { expect, test } from 'vitest';
import { benefits } from '#compliance/benefit-words.ts';
import { benefitFound } from '#compliance/personal-benefit.ts';
import { fold } from '#shared/text.ts';

/** What a row must find, and beside it what it must leave alone. */
type Example = { finds: string; passes: string };
type Examples = { [kind in keyof typeof benefits]: { [row in keyof (typeof benefits)[kind]]: Example } };

const examples: Examples = {
  money: {
    called: { finds: '王工暗示要回扣', passes: '红包功能模块和购物卡系统的报价' },
    hinted: { finds: '李处长暗示要表示表示', passes: '李处长表示同意' },
    commission: { finds: '咨询费打给李主任', passes: '咨询费打给设计院' },
    given: { finds: '谈好给王总 3 个点', passes: '给王总 3 个点的优惠空间' },
    percentage: { finds: '给孟工 3% 的提成', passes: '给孟工 3% 的折扣' },
    envelope: { finds: '塞给毛科长一个信封', passes: '给毛科长送了一份样册' },
    share: { finds: '许诺夏工签单后有他一份', passes: '签单后有他的团队负责验收' },
    paid: { finds: '给采购部的小赵打了 2000 块', passes: '给赵总打了 2 万元定金' },
    trouble: { finds: '准备给赵总一笔辛苦费', passes: '给现场送茶水' },
    returned: { finds: '按合同额 3% 返给李总个人', passes: '返修件返给王工' },
    account: { finds: '咨询费走他个人卡', passes: '给王工的账号开了权限' },
    phone: { finds: '给李处微信转了5000', passes: '给李处微信转了300份资料' },
    experts: { finds: '给评标专家每人 5000 元', passes: '评审费由招标人支付给专家' },
    onSuccess: { finds: '承诺中标后给他 20 万', passes: '承诺中标后给他 5% 的折扣' },
    loan: { finds: '借给王总 10 万', passes: '借给王总 10 台样机试用' },
    english: { finds: '3% under the table', passes: 'The anti-bribery clause is accepted' },
    theirShare: { finds: 'Pay him 2% commission', passes: 'We pay Mr. Hall 30% of the price in advance' },
    promised: { finds: 'We promised him 5% after the award', passes: 'We promised him 5% off' },
    forThemselves: { finds: 'He asked for 3% for himself', passes: 'He asked for 3% off the list price' },
    handed: { finds: 'Slipped him an envelope', passes: 'He handed the engineer an envelope calculation' },
    theirAccount: { finds: 'Money to his personal account', passes: 'Money to the company account' },
  },
  gift: {
    sent: { finds: '节前送李处长一块手表', passes: '送中华路工地' },
    wanted: { finds: '王总要一台 iPhone', passes: '李总要一套 iPad 点餐系统的报价' },
    toTheirs: { finds: '给郝总的太太买了个包', passes: '给郝总的助理买了下午的票' },
    bought: { finds: '给他办了张加油卡 2000 元', passes: '给他办了张门禁卡' },
    theyGot: { finds: 'He gave the purchasing manager an iPhone', passes: 'Sent a quotation to the engineer' },
    drink: { finds: 'Sent Mr. Lee a case of wine', passes: 'Sent Mr. Lee a case study' },
    theyWant: { finds: 'The buyer wants a Rolex', passes: 'The director wants an iPad version' },
    forThem: { finds: 'Sent a gift card to the engineer', passes: 'Sent a sample to the engineer' },
  },
  outing: {
    journey: { finds: '请王总全家去三亚旅游', passes: '请王主任到文化旅游局参加评审' },
    nightlife: { finds: '请李总去夜总会', passes: '请李总看洗浴中心项目' },
    company: { finds: '安排了两个陪酒', passes: '安排两个人陪同' },
    theirNightlife: { finds: 'Took the buyer to karaoke', passes: 'Took the buyer to the karaoke site' },
    theirTrip: { finds: "We'll pay for his trip to Bali", passes: 'We paid for his trip to the factory' },
    theirJourney: { finds: 'We flew him and his wife to Paris', passes: 'We flew him to the factory acceptance test' },
    theirHoliday: { finds: 'We paid for his holiday', passes: 'We paid for his training' },
  },
  family: {
    place: { finds: '帮他亲戚找工作', passes: '安排王总的助理进公司参观' },
    post: { finds: '给他安排个岗位', passes: '给他安排个岗位培训' },
    company: { finds: '通过他老婆的公司走账', passes: '通过他的公司走账' },
    school: { finds: '帮王总办学区房', passes: '帮王总做学区管理系统' },
    home: { finds: '帮他装修房子', passes: '帮他装修公司的机房' },
    theirPlace: { finds: 'Got her nephew a summer internship', passes: 'Got her team a training' },
    theirHire: { finds: 'hire his nephew as a favour', passes: 'hire his former installer' },
  },
  club: {
    card: { finds: '给王总办一张高尔夫会员卡', passes: '给王总开通了会员管理平台的试用账号' },
    yearly: { finds: '我们给刘总交了高尔夫俱乐部的年费', passes: '给刘总续了软件年费' },
    borne: { finds: '王总的会员费由我们公司承担', passes: '行业协会会费由我们公司承担' },
    borneUnsaidWhose: { finds: '高尔夫球会会费由我们出', passes: '健身房会员系统由我们交付' },
    forThem: { finds: 'A golf club membership for him', passes: 'A golf club as a customer' },
    theirFees: { finds: 'We pay his golf club membership', passes: 'We pay the golf course operator' },
  },
};

const rows = Object.entries(examples).flatMap(([kind, ofKind]) =>
  Object.entries<Example>(ofKind).map(([row, example]) => ({ kind, row, ...example })),
);
const table: { [kind: string]: { [row: string]: string } } = benefits;

test.each(rows)('$kind: $row', ({ kind, row, finds, passes }) => {
  expect(fold(finds)).toMatch(new RegExp(table[kind]![row]!, 'u'));
  expect(benefitFound(finds)).not.toBeNull();
  expect(benefitFound(passes)).toBeNull();
});
