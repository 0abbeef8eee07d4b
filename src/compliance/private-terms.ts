/** What a private matter is called, kind by kind; whether it is somebody's own, the sentences of `private-words.ts` tell. */

// Of the person, not of a ward, a screening or an operating theatre that is being sold to.
const trade = '[症科专门中病医筛诊治理研药防管项学设登记数系信救绿疫苗产检试平案康质随患机器耗线]';
const ills = [
  `(?:(?<![致抗防])癌症?|(?<!抗)肿瘤|结节|糖尿病|高血压(?![力缩])|心脏病|抑郁症?|肝炎|[乙丙]肝|肾病|肾炎|痛风(?!险)|中风(?![险口量机压道管门速电力冷阀])|脑梗|冠心病|结石|胃出血|溃疡|化疗|放疗|透析|哮喘|癫痫|腰椎间盘突出|颈椎病|失聪|[脂酒][肪精]肝|肝硬化|尿毒症|帕金森|老年痴呆|阿尔茨海默|自闭症|红斑狼疮|艾滋病?|白内障|骨折|偏瘫|贫血|甲减|息肉|囊肿|肌瘤|[肾肝]移植|心脏移植|骨髓移植)(?!${trade})`,
  '(?:血压|血糖|血脂)(?:[有偏太较]点?|一直)?高(?!压)|三高',
  '(?:肝|肾|胃|心脏|腰|颈椎|身体|耳朵|眼睛|腿脚|听力)(?:一直|有点|[很也最]近?)?(?:不太?[好行]|有毛病)',
  '(?:肝|肺|肾|胃|心脏|腰|甲状腺|膝盖)(?:上|部)?(?:有|出)(?:了|点|些|个)?(?:问题|毛病|阴影|结节)',
  '怀孕(?![检母])|怀(?:上|了)?[一二三头]?胎|流产|预产期|备孕|(?:产假|待产|坐月子)(?![房室妇包险制系中会管模审])',
  '住院(?![部楼处病医区信系收结登])|住进了?医院|体检(?:查出|异常)|常年吃药|重病|大病(?:初愈|一场)',
  '心脏搭桥|心梗|心脏(?:里)?[装放植](?:了|过)?[^，,]{0,3}支架|[做装放](?:了|过)[^，,]{0,3}心脏支架',
  '残疾(?!人)|精神(?:病|疾病)(?![科专医院])|心理医生',
  '打胰岛素|(?:装|戴)[着了]?(?:助听器|假肢|起搏器)|胃病|前列腺|带状疱疹|白血病|甲亢',
].join('|');
export const disease = `(?:${ills})`;
export const illness =
  'cancer|tumou?r|diabetes|depression|hypertension|surgery|stroke|heart attack|heart disease|(?:heart )?bypass|pacemaker|asthma|arthritis|autism|hepatitis|leuka?emia|parkinson|dementia|epilepsy|miscarriage|hiv|transplant|pneumonia|high blood pressure|ulcer|migraine|chemo(?:therapy)?';
export const ward = String.raw`(?! (?:department|ward|team|unit|screening|clinic|cent|project|room|robot|system|tender|vaccine|drug|line|plant|trial|research|device|equipment|patient|care|therapy|lights?|lamps?|tables?|suite|theat|business|market|institute|wing|block|floor|building|sensor|monitor|test|detect|analy))`;

export const faith =
  '(?:信(?:奉|仰)?(?:佛(?!山)|基督|天主|耶稣|伊斯兰|道教(?!育)|教(?![育务师学授委导工辅材]))|是?(?:虔诚的)?(?:基督徒|穆斯林|(?:天主|佛|道|回)?教徒)|(?:每[^，,。；;\\n]{0,3}|常)去(?:教堂|寺庙|清真寺)(?![项工现改修施检])|信(?:上帝|主(?=$|[，,。；;]))|[封守]斋|皈依|吃斋|念佛|做礼拜|供(?:着|了)?佛|[拜求](?:观音|佛|菩萨)|烧香)';

export const marital =
  '(?:离(?:过|了)?婚|离异|二婚|单亲(?=[爸妈父母])|(?:结|再|复|订)(?:过|了)?婚|新婚|闪婚|婚礼(?![堂厅场策])|婚宴(?![厅堂市酒会])|(?<!不)喜酒(?!桌)|度?蜜月(?!期)|领了?(?:结婚证|证[，,]?[^，,。；;]{0,2}蜜月)|丧[偶妻夫]|没成家|(?:[谈找处]|没|有|介绍)(?:了|个|过)?对象(?=$|[，,。；; 了呢])|夫妻(?:感情|关系|不和|两地)|离了(?=[，, ]?(?:现在|后来)?一个人)|未婚|单身(?!公寓|宿舍)|分居|出轨|谈恋爱|相亲)(?![登照系率案网项业证庆])';

export const party =
  '(?:党员|入党积极分子|民主党派|民盟|民建|民革|民进|九三学社|致公党|农工党|无党派)(?![先活之教服示群管干建组培学])';

export const dear = String.raw`(?:年薪|月薪|工资|薪水|薪资|年收入|月收入|家庭收入|年终奖|存款|身家)(?:大概|大约|税后|税前|[超破过]|也?就|才|只?有|是|约|差不多|一个?月|一年|每月|快|到|能拿|拿|[:： ]){0,3}[\d一二两三四五六七八九十几百千万亿上]`;
// What a person takes home, which is no turnover: said by the month or the year, and in money.
export const earned = String.raw`(?:(?:一年|一个?月|每[年月])(?:能|也|就|大概|差不多|少说){0,2}(?:[挣赚]|(?<=能)拿|到手)|[月年]入|到手(?:工资)?)(?:了|个|大概|差不多|有|约){0,2} ?[\d一二两三四五六七八九十几百千]+[来多几]?[万千百w](?=$|[块元，,。；;!！、 的左])(?!的?(?:货|订|单|量|项目|预算|产品))|收入(?:大概|大约|差不多|有|约){0,2} ?[\d一二两三四五六七八九十几百]+[来多几]?万(?:块|元)?(?:一年|一个?月|每[年月])`;
export const debt =
  '(?:房贷|车贷|赌债|外债|家境|家里?(?:的|经济)?条件|欠了?(?:不少|很多|一屁股|几[十百]?万)的?债|炒[股币](?:[亏赔赚套])了?|高利贷|欠了?一屁股)(?![系业产审平模风])';
export const property =
  '(?:名下|(?<!没)有|买了?)(?:有|了)?(?<![\\d十百千])[1-9一二两三四五六七八九十几] ?(?:套|栋)(?:学区)?(?:房(?![源管屋型卡务间])|别墅|豪宅)|买了?(?:豪车|别墅(?![区项群])|学区房)|名下[^，,。；;]{0,4}(?:房产(?![证管])|别墅|豪车|商铺)';

// Where somebody sleeps for one night is no home.
export const lodging =
  '(?:酒店|宾馆|招待所|饭店|民宿|旅[馆店]|宿舍|附近|对面|隔壁|旁边|现场|工地|项目部|公司|厂|客户|我们|专家|院|哪)';
// A town, which anybody may know.
export const town =
  '(?:北京|上海|广州|深圳|天津|重庆|成都|杭州|南京|武汉|西安|苏州|长沙|郑州|青岛|济南|大连|沈阳|厦门|福州|宁波|无锡|合肥|昆明|南昌|贵阳|南宁|海口|太原|石家庄|哈尔滨|长春|兰州|西宁|银川|乌鲁木齐|呼和浩特|拉萨|香港|澳门|台北|外地|本地|国外|海外|市区|郊区|城里)市?';
export const estate =
  '(?:(?<!工业|产业|科技|创业|软件|物流|化工|大学|商贸|新|县|古|科学|航空)(?:城|园)|苑|府|[一壹]品|壹号|名都|湾|庭|郡|墅|邸|轩|海岸|天地|小区|公馆|山庄|家属院)';
export const theirDwelling =
  '(?:\\d|(?:street|road|avenue|lane|drive|close|court|square|gardens?|park|estate|residences?|towers?|apartments?|flats?|villas?|heights|terrace|mansions?|block|compound)\\b)';
export const dwelling = String.raw`(?:小区|花园|公寓|家园|新村|家属院|号楼|单元|\d ?[栋弄室号]|路 ?\d|街 ?\d)`;

// Something to eat, so that who does not fall for a trick is left alone.
export const food =
  '(?:忌口|吃素|素食|不吃[大荤生]?(?:肉|猪|牛|羊|鱼|海鲜|鸡|鸭|虾|蟹|蛋|奶|辣|葱|蒜|姜|香菜|甜食|内脏)|吃清真|(?:海鲜|虾|蟹|花生|坚果|牛奶|酒精)过敏)';
