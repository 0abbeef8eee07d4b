import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIdNumber } from '#compliance/private-numbers.ts';
import { privacyRefusals, privateFactsFound, refusePrivateFacts } from '#compliance/private-facts.ts';
import { privateLabel } from '#compliance/private-labels.ts';

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
  ['陈经理刚生了二胎', ['children']],
  ['聊到她闺女最近在学钢琴', ['children']],
  ['刘科长的宝宝快满月了', ['children']],
  ['听说他家老二今年中考', ['children']],
  ['王工家的小朋友刚上一年级', ['children']],
  ['王总前年做过心脏搭桥', ['health']],
  ['李处长最近血压高，吃饭清淡', ['health']],
  ['他肝不好，不能喝酒', ['health']],
  ['陈经理怀二胎了', ['children', 'health']],
  ['孙工上周做了胆结石手术', ['health']],
  ['老赵中风后恢复得不错', ['health']],
  ['Ms. Li had a stroke in May', ['health']],
  ['张主任吃斋念佛', ['religion']],
  ['他每周日去教堂做礼拜', ['religion']],
  ['李处长是回族', ['ethnicity']],
  ['王总家在翠湖天地 8 栋 1201', ['homeAddress']],
  ['李处长家住在阳光花园', ['homeAddress']],
  ['送到他家：朝阳区西园 3 区 12 号楼', ['homeAddress']],
  ['陈主任住在市委家属院', ['homeAddress']],
  ['Mr. Hall lives at 12 Elm Street', ['homeAddress']],
  ['订票用的护照 E12345678', ['idNumber']],
  ['她的驾驶证号 320311198001011234', ['idNumber']],
  ['银行卡 6222 0212 3456 7890 123', ['bankCard']],
  ['王总去年离婚了', ['marriage']],
  ['李处长还没结婚', ['marriage']],
  ['她老公在税务局上班', ['marriage']],
  ['王总爱人是市医院护士', ['marriage']],
  ['He is divorced; her husband works at the tax office', ['marriage']],
  ['王总年薪大概八十万', ['wealth']],
  ['李主任一个月工资两万', ['wealth']],
  ['他家里条件不好，房贷压力大', ['wealth']],
  ['She earns about 500k a year', ['wealth']],
  ['His salary is 30,000 a month', ['wealth']],
  ['李处长是中共党员', ['ethnicity']],
  ['他是民盟的', ['ethnicity']],
  ['政治面貌：群众', ['ethnicity']],
  ['她是回民', ['ethnicity']],
  ['He is a member of the Communist Party', ['ethnicity']],
  ['身份证尾号 3421', ['idNumber']],
  ['王总身份证后四位 002X', ['idNumber']],
  ['The last four digits of his ID are 3421', ['idNumber']],
  ['住在望江的滨河城', ['homeAddress']],
  ['王总住在滨河城', ['homeAddress']],
  ['李处长住翠湖天地', ['homeAddress']],
  ['他家在绿城玫瑰园', ['homeAddress']],
  ['李经理家娃今年小升初', ['children']],
  ['He has two kids', ['children']],
  ['王总心脏装了支架', ['health']],
  ['王总有严重的胃病', ['health']],
  ['He goes to church every Sunday', ['religion']],
  ['李处长是二婚', ['marriage']],
  ['王总是单亲爸爸', ['marriage']],
  ['She is a single mother', ['marriage']],
  ['张经理月入三万', ['wealth']],
  ['李总一年挣两百来万', ['wealth']],
  ['陈工一年到手五十万', ['wealth']],
  ['赵总收入大概一百万一年', ['wealth']],
  ['王总家庭年收入过百万', ['wealth']],
  ['陈总欠了不少债', ['wealth']],
  ['刘总炒股亏了两百万', ['wealth']],
  ['张主任中共党员', ['ethnicity']],
  ['李总家在汤臣一品', ['homeAddress']],
  ['His house is at 12 Garden Road', ['homeAddress']],
  ['刘总上个月做了心脏支架', ['health']],
  ["She'll be 40 next month", ['birthday']],
  ["He's battling cancer", ['health']],
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
  '国家住建部发了新规',
  '专家住的酒店离现场远',
  '我方工程师住客户招待所 3 号楼',
  '客户住址信息字段要脱敏',
  '王总家具厂在解放路 8 号',
  '陈经理关心老人和小孩用电安全',
  '刘主任说孩子们午睡需要遮光',
  '客户为员工子女办暑托班',
  '李经理确认了，小孩滑梯要加固',
  '王总一诺千金',
  '他在读孙子兵法',
  '千金药业的李总要扩产',
  '他们的肝炎疫苗产线',
  '王总要做肿瘤登记系统',
  '李总说中风险可以接受',
  '李处说高血压力管道要换',
  '王总说招标流产了',
  '李主任上午做手术，下午见',
  '她负责放疗设备的采购',
  '其他肿瘤医院也在用',
  '他信佛山的供应商',
  '王总信教育局的说法',
  '他去教堂项目现场',
  '2019年3月生鲜项目上线',
  'The data lives in the cloud',
  'his child account and the parent company',
  'He asked for the surgery robot tender; he has the diabetes screening budget',
  '信用卡收单接口 2026',
  '厂区通行证 A1234567',
  '民政局李处长要上结婚登记系统',
  '婚庆公司的李总要扩产',
  '他说工资系统要换',
  'HR 系统里的工资模块，李经理负责',
  '王总批了奖金预算 5 万',
  '王总公司年收入五十亿',
  '李主任负责住房公积金和房贷系统',
  '王总分管党建工作',
  '李处长负责党员活动室的音响项目',
  '王总是党委书记',
  '她老板不同意',
  '王总是爱人民的好干部',
  '他妈妈驿站的快递柜项目',
  '王总住在我们公司附近的酒店',
  '王总住在希尔顿酒店',
  '客户在滨河城有一个改造项目',
  '李主任负责滨河城二期',
  '他家在苏州工业园有两条线',
  '王总家在开发区的新厂',
  '设备编号尾号 3421',
  '把尾号 3421 的设备换掉',
  'device ID ending in 3421',
  'Mr. Hall is single-handedly running the bid',
  'He is married to the old process',
  'She makes 5 visits a year',
  'He attends the church hall project meetings',
  'The last four digits of the serial number are 3421',
  '王总公司一年赚两千万',
  '李总一年到手两百台设备',
  '王总说公司收入大概三亿一年',
  '李总负责的产线月入库三万件',
  '张主任党员活动室的投影要换',
  '王总党员代表大会之后再约',
  '李总公司欠了不少债，付款要小心',
  '刘主任做心脏支架产线的自动化',
  'His house style is formal; the warehouse is at 12 Garden Road',
  'He is our single source; a single parent company owns both',
  'She had the surgery wing rewired',
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
