import { expect, test } from 'vitest';
import { privateFactsFound } from '#compliance/private-facts.ts';
import { calledNumbers } from '#compliance/private-numbers.ts';
import { privateSentences } from '#compliance/private-words.ts';
import { fold } from '#shared/text.ts';

/** What a row must find, and beside it what it must leave alone. */
type Example = { finds: string; passes: string };
type Examples<Table> = { [kind in keyof Table]: { [row in keyof Table[kind]]: Example } };

const sentences: Examples<typeof privateSentences> = {
  homeAddress: {
    addressLabel: { finds: '家庭住址：滨河路 8 号', passes: '客户住址信息字段要脱敏' },
    addressNumbered: { finds: '家庭地址写的翠湖花园', passes: '住址栏留空' },
    livesNumbered: { finds: '赵主任上个月搬家住翠湖 3 栋', passes: '我方工程师住客户招待所 3 号楼' },
    homeNumbered: { finds: '王总家在翠湖天地 8 栋 1201', passes: '王总家具厂在解放路 8 号' },
    livesOnEstate: { finds: '李处长住翠湖天地', passes: '王总住在我们公司附近的酒店' },
    livesSomewhere: { finds: '陈工住在望江', passes: '王总住在希尔顿酒店' },
    livesUnsaidWho: { finds: '住在望江的滨河城', passes: '客户在滨河城有一个改造项目' },
    homeOnEstate: { finds: '他家在绿城玫瑰园', passes: '他家在苏州工业园有两条线' },
    homeAt: { finds: '家住城东三马路', passes: '国家住建部发了新规' },
    theyLive: { finds: 'Mr. Hall lives at 12 Elm Street', passes: 'The data lives in the cloud' },
    theirAddress: { finds: 'Sent it to his home address', passes: 'Use the home address book' },
    theirHouse: { finds: 'His house is at 12 Garden Road', passes: 'The warehouse is at 12 Garden Road' },
  },
  children: {
    ofAPerson: { finds: '聊到她闺女最近在学钢琴', passes: '千金药业的李总要扩产' },
    ofAPersonNearer: { finds: '刘科长的宝宝快满月了', passes: '李经理确认了，小孩滑梯要加固' },
    atSchool: { finds: '孩子今年高考，六月别约', passes: '幼儿园孩子多，配电要加漏保' },
    atHome: { finds: '李经理家娃学钢琴', passes: '王总要订娃哈哈的货' },
    theyHave: { finds: 'She has two kids', passes: 'She has two account managers' },
    theyHaveBaby: { finds: 'Ms. Kaur has a newborn', passes: 'She is the mother of the idea' },
    their: { finds: 'Her youngest daughter starts school', passes: 'his child account and the parent company' },
  },
  health: {
    ill: { finds: '赵处长有痛风', passes: '李院长负责糖尿病专科门诊的改造' },
    operated: { finds: '王工上周动了手术', passes: '李主任上午做手术，下午见' },
    theyHave: { finds: 'Ms. Li had a stroke in May', passes: 'He has the diabetes screening budget' },
    theyAre: { finds: 'She is pregnant', passes: 'The system is single' },
    their: { finds: 'His surgery is due', passes: 'He asked for the surgery robot tender' },
  },
  religion: {
    believes: { finds: '张主任信佛', passes: '他信佛山的供应商' },
    theyWorship: { finds: 'He goes to church every Sunday', passes: 'He attends the church hall project meetings' },
    theyObserve: { finds: 'He fasts during Ramadan', passes: 'He keeps the sabbatical plan open' },
    theyAre: { finds: 'She is a Buddhist', passes: 'She is at the temple site' },
  },
  marriage: {
    spouse: { finds: '她老公在税务局上班', passes: '她老板不同意' },
    marital: { finds: '王总去年离婚了', passes: '民政局李处长要上结婚登记系统' },
    their: { finds: 'Her husband works at the tax office', passes: 'Her director works at the tax office' },
    theirDivorce: { finds: 'Mr. Dunn is going through a divorce', passes: 'He is going through the tender' },
    theyAre: { finds: 'He is divorced', passes: 'He is married to the old process' },
  },
  wealth: {
    has: { finds: '王总年薪大概八十万', passes: 'HR 系统里的工资模块，李经理负责' },
    their: { finds: 'His salary is 30,000 a month', passes: 'Her salary system is old' },
    theyEarn: { finds: 'She earns about 500k a year', passes: 'She makes 5 visits a year' },
  },
  ethnicity: {
    people: { finds: '李处长是回族', passes: '李处长是回族自治县的' },
    minority: { finds: '她是少数民族', passes: '她是回民中学的' },
    isOfParty: { finds: '他是民盟的', passes: '他是党员活动室的负责人' },
    partyMember: { finds: '张主任中共党员', passes: '张主任党员活动室的投影要换' },
    joinedParty: { finds: '陈工去年入党', passes: '陈工录入党政系统' },
    statusLabel: { finds: '政治面貌：群众', passes: '政治面貌' },
    theyAreOfPeople: { finds: 'She is Uyghur', passes: 'The ethnic museum is a customer' },
    theyJoinedParty: { finds: 'He joined the Communist Party', passes: 'He joined the party of engineers' },
    theyAreOfParty: { finds: 'He is a party member', passes: 'He is a third-party member' },
  },
  birthday: {
    dayAfter: { finds: '王总生日是 6 月 18 日', passes: '公司生日 6 月 18 日办庆典' },
    dayBefore: { finds: '6月18日是李主任生日', passes: '约了下次给王总过生日的事' },
    wholeDate: { finds: '1980年1月2日生', passes: '2019年3月生鲜项目上线' },
    dateOfBirth: { finds: 'His birthday is 18 June', passes: 'The birthday module is late' },
    year: { finds: '李处长 75 年的，快退休了', passes: '吴总 98 年的老设备要更换' },
    age: { finds: '王总今年 52 岁', passes: '王总年近五十，行事稳重' },
    roundBirthday: { finds: '陆总六月过五十岁生日', passes: '陆总公司五十周年庆' },
    animal: { finds: '张主任属虎', passes: '李工属于电气专业' },
    theyWereBorn: { finds: 'She was born in 1980', passes: 'She was born and raised in Leeds' },
    theirAge: { finds: 'Mr. Chen is 52 years old', passes: 'Mr. Chen has 52 people on his team' },
  },
  homePhone: {
    number: { finds: '住宅电话：021-5555 1111', passes: '住宅电话系统改造' },
    english: { finds: 'home phone 021-55551111', passes: 'The home page number 3 is slow' },
  },
  privateMobile: {
    number: { finds: '私人手机 13900139123', passes: '个人手机端审批流程' },
    english: { finds: 'private mobile 13900139123', passes: 'private mobile network' },
  },
  privateWechat: {
    account: { finds: '个人微信：wang_jg1980', passes: '个人微信小程序登录' },
    english: { finds: 'private WeChat: wang_jg1980', passes: 'private WeChat' },
  },
  diet: {
    doesNotEat: { finds: '王总不吃羊肉', passes: '他不吃这一套' },
    theyDoNotEat: { finds: 'She is a vegetarian', passes: 'The canteen is vegetarian' },
  },
};

const numbers: Examples<typeof calledNumbers> = {
  idNumber: {
    card: { finds: '驾驶证号 320311198001011234', passes: '身份证复印件 2026-11-27 前交' },
    passport: { finds: '护照号 E12345678', passes: '厂区通行证 A1234567' },
    ends: { finds: '身份证尾号 3421', passes: '设备编号尾号 3421' },
    lastDigits: {
      finds: 'The last four digits of his ID are 3421',
      passes: 'The last four digits of the serial number are 3421',
    },
    ending: { finds: 'His ID ending in 3421', passes: 'device ID ending in 3421' },
  },
  bankCard: {
    card: { finds: '银行卡 6222 0212 3456 7890 123', passes: '信用卡收单接口 2026' },
    ends: { finds: '他的银行卡尾号 8821', passes: '公司账户尾号 8821' },
    ending: { finds: 'His bank card ends in 8821', passes: 'His list ends in 8821' },
  },
};

const rows = Object.entries({ ...sentences, ...numbers }).flatMap(([kind, examples]) =>
  Object.entries<Example>(examples).map(([row, example]) => ({ kind, row, ...example })),
);
const patternOf = (kind: string, row: string) => {
  const table: { [kind: string]: { [row: string]: string | RegExp } } = { ...privateSentences, ...calledNumbers };
  return new RegExp(table[kind]![row]!, 'iu');
};

test.each(rows)('$kind: $row', ({ kind, row, finds, passes }) => {
  expect(fold(finds)).toMatch(patternOf(kind, row));
  expect(privateFactsFound(finds).map((fact) => fact.kind)).toContain(kind);
  expect(privateFactsFound(passes)).toEqual([]);
});
