import type { PersonFunction, PersonLevel } from '#information/information-fact.ts';

/** What posts and departments are usually called; the first that fits tells. */
const functionWords: readonly (readonly [PersonFunction, RegExp])[] = [
  ['designInstitute', /设计院|设计所|design institute/i],
  ['finance', /财务|会计|资金|总会|审计|financ|account(?:ant|ing)|\bcfo\b/i],
  ['purchasing', /采购|招标|招采|供应|物资|商务|合同|procure|purchas|supply/i],
  [
    'technical',
    /技术|工程|工艺|仪表|仪控|电气|自动化|信息|数字化|研究|研发|设计|设备|\bit\b|engineer|technic|\bcto\b|\bcio\b/i,
  ],
  ['service', /维修|维护|检修|服务|运维|maintenance|service/i],
  ['use', /生产|车间|运行|制造|调度|运营|院长|科室|病区|基建|项目|product|operat|plant|workshop/i],
  ['channel', /代理|经销|渠道|集成商|dealer|channel/i],
];

const levelWords: readonly (readonly [PersonLevel, RegExp])[] = [
  [
    'deciding',
    /董事|总裁|总经理|院长|局长|厂长|总会计师|总工程师|总监|书记|行长|校长|\bc[efito]o\b|president|director|general manager/i,
  ],
  ['managing', /经理|部长|处长|主任|科长|主管|负责人|所长|站长|队长|manager|head|chief|supervisor/i],
  ['operating', /工程师|专员|助理|员|技师|班长|engineer|clerk|specialist|assistant|technician/i],
];

type Post = { title: string | null; department: string | null };

/** A function guessed from post and department, where nobody has said it; undefined: they do not tell. */
export function functionOfPost({ title, department }: Post): PersonFunction | undefined {
  for (const text of [department, title]) {
    const found = text && functionWords.find(([, words]) => words.test(text))?.[0];
    if (found) return found;
  }
  return undefined;
}

/** A level guessed from the post. A deputy is of the level of the post. */
export function levelOfPost({ title }: Pick<Post, 'title'>): PersonLevel | undefined {
  return title ? levelWords.find(([, words]) => words.test(title))?.[0] : undefined;
}
