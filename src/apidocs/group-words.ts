import type { Text } from '#shared/messages.ts';

/** The groups of the API, which are the first words of its paths. */
const groups: { [group: string]: Text | undefined } = {
  accounts: { zh: '客户', en: 'Accounts' },
  'api-keys': { zh: 'API 密钥', en: 'API keys' },
  attachments: { zh: '附件', en: 'Attachments' },
  audit: { zh: '审计', en: 'Audit log' },
  companies: { zh: '所属公司', en: 'Companies of a person' },
  company: { zh: '公司设置', en: 'Company settings' },
  contacts: { zh: '联系人', en: 'Contacts' },
  'custom-fields': { zh: '自定义字段', en: 'Custom fields' },
  deals: { zh: '商机', en: 'Deals' },
  effort: { zh: '投入', en: 'Effort' },
  'evaluation-model': { zh: '评估模型', en: 'Evaluation model' },
  events: { zh: '事件', en: 'Events' },
  funnel: { zh: '漏斗', en: 'Funnel' },
  'gift-policy': { zh: '礼品与招待的上限', en: 'Limits on gifts and hospitality' },
  gifts: { zh: '礼品与招待登记', en: 'Register of gifts and hospitality' },
  imports: { zh: '导入', en: 'Imports' },
  invitations: { zh: '邀请', en: 'Invitations' },
  join: { zh: '接受邀请', en: 'Joining' },
  lint: { zh: '体检', en: 'Lint' },
  notes: { zh: '备注', en: 'Notes' },
  notifications: { zh: '消息', en: 'Notifications' },
  partners: { zh: '渠道伙伴', en: 'Partners' },
  'personal-facts': { zh: '个人信息', en: 'Personal facts' },
  'playbook-drafts': { zh: '方法论草稿', en: 'Drafts of playbooks' },
  playbooks: { zh: '方法论', en: 'Playbooks' },
  'privacy-policy': { zh: '个人信息保护规则', en: 'Rules on personal data' },
  products: { zh: '产品', en: 'Products' },
  questions: { zh: '问题库', en: 'Question bank' },
  'registration-policy': { zh: '报备规则', en: 'Rules on registrations' },
  registrations: { zh: '报备', en: 'Registrations' },
  reviews: { zh: '商机评审', en: 'Deal reviews' },
  'sales-modes': { zh: '打法', en: 'Selling modes' },
  search: { zh: '查找', en: 'Search' },
  session: { zh: '当前登录', en: 'Session' },
  tasks: { zh: '待办', en: 'Tasks' },
  teams: { zh: '团队', en: 'Teams' },
  timeline: { zh: '时间线', en: 'Timeline' },
  today: { zh: '工作台', en: 'Today' },
  users: { zh: '人员', en: 'People' },
  views: { zh: '视图', en: 'Views' },
};

export function groupWords(group: string): Text {
  return groups[group] ?? { zh: group, en: group };
}
