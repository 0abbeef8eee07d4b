import type { Role } from '#permissions/role.ts';

/** The sample company's own people: all invented, as is the company. */
export const companyName = '龙门示例·华澜智能装备';

export const teams = ['华北销售部', '华东销售部', '行业大客户部', '技术支持部'] as const;
export type TeamName = (typeof teams)[number];

export type Colleague = { name: string; email: string; title: string; team: TeamName | null; role: Role };

const colleague = (name: string, mailbox: string, title: string, team: TeamName | null, role: Role): Colleague => ({
  name,
  email: `${mailbox}@longmen.example`,
  title,
  team,
  role,
});

/** The first of each role is the one to sign in as. */
export const staff: readonly Colleague[] = [
  colleague('何静雯', 'admin', '系统管理员', null, 'admin'),
  colleague('顾承远', 'director', '销售总监', null, 'director'),
  colleague('高建平', 'manager', '华北销售部经理', '华北销售部', 'manager'),
  colleague('周明远', 'rep', '客户经理', '华北销售部', 'rep'),
  colleague('李思雨', 'lisiyu', '客户经理', '华北销售部', 'rep'),
  colleague('沈佳慧', 'shenjiahui', '华东销售部经理', '华东销售部', 'manager'),
  colleague('陈家栋', 'chenjiadong', '高级客户经理', '华东销售部', 'rep'),
  colleague('吴晓岚', 'wuxiaolan', '客户经理', '华东销售部', 'rep'),
  colleague('韩立军', 'hanlijun', '行业大客户部经理', '行业大客户部', 'manager'),
  colleague('林知夏', 'linzhixia', '大客户经理', '行业大客户部', 'rep'),
  colleague('徐牧', 'xumu', '大客户经理', '行业大客户部', 'rep'),
  colleague('张晓宇', 'xiaozhang', '见习客户经理', '行业大客户部', 'rep'),
  colleague('唐一鸣', 'presales', '售前工程师', '技术支持部', 'presales'),
  colleague('蒋文博', 'jiangwenbo', '解决方案架构师', '技术支持部', 'presales'),
  colleague('冯雪松', 'service', '服务经理', '技术支持部', 'service'),
  colleague('马丽华', 'finance', '财务主管', null, 'finance'),
  colleague('郑秋实', 'auditor', '内审专员', null, 'auditor'),
];
