import { counted, type Messages } from '#shared/messages.ts';

/** What hangs on a contact. */
type Counts = { notes: number; tasks: number; attachments: number };

function moved(always: string, parts: [number, string][], lead: string, comma: string): string {
  return lead + [always, ...parts.flatMap(([count, words]) => (count > 0 ? [words] : []))].join(comma);
}

const zh = {
  title: '联系人',
  add: '新建联系人',
  edit: '修改联系人',
  created: (name: string) => `已新建${name}`,
  saved: '已保存',
  columns: { employer: '单位', reach: '电话', owner: '负责人', updated: '更新' },
  filters: { search: '搜索姓名、职务、电话、拼音首字母', mine: '只看我的', owner: '负责人' },
  empty: '还没有联系人',
  emptyHint: '从最近一次见面的人开始记。先有人，才有决策链。',
  sectionEmpty: '还没有联系人。先记下第一个打交道的人。',
  nameNeeded: '请填写姓名',
  nameHint: '例如：王建国',
  employerHint: '输入客户名称查找；可以先不填',
  tagsHint: '输入后回车',
  history: '任职经历',
  now: '现在',
  unknownDay: '时间不详',
  hiddenEmployer: '您看不到的客户',
  noEmployer: '单位未知',
  facts: '联系方式',
  unknown: '未填',
  owner: '负责人',
  move: '变更任职单位',
  moveTo: '新单位',
  moveToHint: '输入客户名称查找；不知道去了哪里就留空',
  moveOn: '到新单位的日期',
  moveOnNeeded: '请填写日期，大致的也可以',
  moved: '任职单位已变更，原来的经历保留在这里',
  privacy: '只记工作所需的信息。家庭、健康、宗教、住址等敏感信息不在这里记录。',
  overview: '概览',
  timeline: '时间线',
  more: '更多',
  mergeOther: '合并另一位联系人…',
  exportPerson: '导出本人信息…',
  erasePerson: '删除个人信息…',
  duplicates: {
    title: (n: number) => `可能已有这位联系人（${n} 位）`,
    onPage: (n: number) => `可能与 ${n} 位联系人是同一人`,
    why: { mobile: '同一号码', email: '同一邮箱', name: '同一单位、同名' },
    compare: '对照合并',
  },
  merge: {
    title: '合并联系人',
    lead: '左边保留，右边并入左边。逐项选要哪一个；任职经历、备注、待办、附件、标签归到一起，商机里的关键人和证据来源也随之归并，旧链接仍然有效。',
    other: '要并入的联系人',
    otherHint: '输入姓名、电话查找另一位联系人',
    moves: ({ notes, tasks, attachments }: Counts) =>
      moved(
        '任职经历',
        [
          [notes, `${notes} 条备注`],
          [tasks, `${tasks} 项未完成的待办`],
          [attachments, `${attachments} 个附件`],
        ],
        '将移过来：',
        '、',
      ),
  },
};

const en = {
  title: 'Contacts',
  add: 'New contact',
  edit: 'Edit contact',
  created: (name: string) => `${name} created`,
  saved: 'Saved',
  columns: { employer: 'Employer', reach: 'Telephone', owner: 'Owner', updated: 'Updated' },
  filters: { search: 'Name, title, telephone, pinyin initials', mine: 'Only mine', owner: 'Owner' },
  empty: 'No contacts yet',
  emptyHint: 'Start with whom you met last. People first, then the decision chain.',
  sectionEmpty: 'No contacts yet. Note the first person you deal with.',
  nameNeeded: 'Enter the name',
  nameHint: 'The full name',
  employerHint: 'Type the name of the account; may stay empty',
  tagsHint: 'Type and press Enter',
  history: 'Employers',
  now: 'now',
  unknownDay: 'day not known',
  hiddenEmployer: 'an account you may not see',
  noEmployer: 'employer not known',
  facts: 'How to reach',
  unknown: 'not known',
  owner: 'Owner',
  move: 'Change employer',
  moveTo: 'New employer',
  moveToHint: 'Type the name; leave empty if you do not know where to',
  moveOn: 'First day there',
  moveOnNeeded: 'Enter a day, roughly will do',
  moved: 'Employer changed; the earlier one stays in the history',
  privacy: 'Only what work needs. Family, health, religion, home address and the like are not recorded here.',
  overview: 'Overview',
  timeline: 'Timeline',
  more: 'More',
  mergeOther: 'Merge another contact…',
  exportPerson: 'Export personal data…',
  erasePerson: 'Erase personal data…',
  duplicates: {
    title: (n: number) => `Perhaps known already (${n})`,
    onPage: (n: number) => `Perhaps the same person as ${n} other${n === 1 ? '' : 's'}`,
    why: { mobile: 'same number', email: 'same e-mail', name: 'same name and employer' },
    compare: 'Compare and merge',
  },
  merge: {
    title: 'Merge contacts',
    lead: 'The left one stays, the right one goes into it. Choose field by field. Employers, notes, tasks, files and tags come together, deals and their evidence name the one that stays, and old links go on working.',
    other: 'The contact to merge',
    otherHint: 'Type a name or a number of the other contact',
    moves: ({ notes, tasks, attachments }: Counts) =>
      moved(
        'employers',
        [
          [notes, counted(notes, 'note')],
          [tasks, `${tasks} open tasks`],
          [attachments, counted(attachments, 'file')],
        ],
        'Will move: ',
        ', ',
      ),
  },
} satisfies Messages<typeof zh>;

export const contactMessages = { zh, en };
