import type { Lang, Text } from '#shared/messages.ts';
import { tell } from '#timeline/event-telling.ts';
import { auditFieldWords } from '#audit/audit-field-words.ts';
import type { AuditEvent } from '#audit/audit.ts';

/** An event of the log: what was done, to which record, and what more there is to say. */
export type AuditTelling = { title: string; name?: string; detail?: string };

const titles: { readonly [type: string]: Text } = {
  'session.started': { zh: '登录', en: 'Signed in' },
  'session.ended': { zh: '退出登录', en: 'Signed out' },
  'session.refused': { zh: '密码错误，登录失败', en: 'Wrong password' },
  'session.locked': { zh: '连续输错，账号锁定 15 分钟', en: 'Locked for 15 minutes' },
  'session.revoked': { zh: '结束了其他设备上的登录', en: 'Ended sessions on other devices' },
  'password.changed': { zh: '修改了密码', en: 'Changed the password' },
  'password.linkMade': { zh: '生成了重设密码链接', en: 'Made a link to a new password' },
  'secondFactor.enabled': { zh: '开启两步验证', en: 'Turned two-step verification on' },
  'secondFactor.disabled': { zh: '关闭两步验证', en: 'Turned two-step verification off' },
  'secondFactor.refused': { zh: '验证码错误，登录失败', en: 'Wrong verification code' },
  'secondFactor.codesRenewed': { zh: '更换了备用码', en: 'Renewed the backup codes' },
  'user.joined': { zh: '接受邀请，加入公司', en: 'Joined the company' },
  'user.created': { zh: '新建了成员', en: 'Created a person' },
  'user.imported': { zh: '导入了成员', en: 'Imported a person' },
  'user.importUndone': { zh: '撤销导入，移除了成员', en: 'Removed an imported person' },
  'user.changed': { zh: '修改了成员', en: 'Changed a person' },
  'user.handedOver': { zh: '交接了成员的工作', en: "Handed over a person's work" },
  'user.left': { zh: '停用了成员', en: 'Deactivated a person' },
  'user.returned': { zh: '重新启用了成员', en: 'Reactivated a person' },
  'team.created': { zh: '新建了团队', en: 'Created a team' },
  'team.imported': { zh: '导入时新建了团队', en: 'Made a team on importing' },
  'team.importUndone': { zh: '撤销导入，删除了团队', en: 'Removed an imported team' },
  'team.changed': { zh: '修改了团队', en: 'Changed a team' },
  'team.removed': { zh: '删除了团队', en: 'Removed a team' },
  'invitation.made': { zh: '发出邀请', en: 'Invited' },
  'invitation.renewed': { zh: '重新生成邀请链接', en: 'Made a new invitation link' },
  'invitation.revoked': { zh: '撤销邀请', en: 'Revoked an invitation' },
  'apiKey.created': { zh: '新建了 API 密钥', en: 'Created an API key' },
  'apiKey.revoked': { zh: '停用了 API 密钥', en: 'Revoked an API key' },
  'lint.changed': { zh: '修改了体检规则', en: 'Changed the lint rules' },
  'registration.policyChanged': { zh: '修改了报备规则', en: 'Changed the rules on registrations' },
  'gift.policyChanged': { zh: '修改了礼品与招待的上限', en: 'Changed the limits on gifts and hospitality' },
  'privacy.policyChanged': { zh: '修改了个人信息保护规则', en: 'Changed the rules on personal data' },
  'company.changed': { zh: '修改了公司设置', en: 'Changed the company settings' },
  'evaluation.changed': { zh: '修改了评估模型', en: 'Changed the evaluation model' },
  'product.created': { zh: '新建了产品', en: 'Created a product' },
  'product.imported': { zh: '导入了产品', en: 'Imported a product' },
  'product.importUndone': { zh: '撤销导入，还原了产品', en: 'Took an imported product back' },
  'product.changed': { zh: '修改了产品', en: 'Changed a product' },
  'field.created': { zh: '新建了自定义字段', en: 'Created a custom field' },
  'field.changed': { zh: '修改了自定义字段', en: 'Changed a custom field' },
  'export.taken': { zh: '导出了数据', en: 'Exported data' },
  'sensitive.viewed': { zh: '查看了敏感信息', en: 'Viewed sensitive fields' },
  'import.started': { zh: '开始导入', en: 'Started an import' },
  'import.discarded': { zh: '放弃了导入', en: 'Discarded an import' },
  'import.done': { zh: '完成导入', en: 'Finished an import' },
  'import.cancelled': { zh: '停止了导入', en: 'Stopped an import' },
  'import.undoAsked': { zh: '要求撤销导入', en: 'Asked to undo an import' },
  'import.undone': { zh: '撤销了导入', en: 'Undid an import' },
  'playbook.drafted': { zh: '新建了方法论草稿', en: 'Began a draft of a playbook' },
  'playbook.draftSaved': { zh: '修改了方法论草稿', en: 'Changed a draft of a playbook' },
  'playbook.draftDiscarded': { zh: '放弃了方法论草稿', en: 'Discarded a draft of a playbook' },
  'playbook.restored': { zh: '回到了方法论的旧版本', en: 'Rolled a playbook back' },
  'playbook.arrived': { zh: '随产品更新收到新版方法论', en: 'A playbook came with the product' },
  'playbook.offerDismissed': {
    zh: '对产品带来的新版方法论：暂不采用',
    en: "Said 'not now' to a shipped version of a playbook",
  },
  'playbook.offerReconsidered': {
    zh: '重新考虑产品带来的新版方法论',
    en: 'Reconsidered a shipped version of a playbook',
  },
  'playbook.published': { zh: '发布了方法论', en: 'Published a playbook' },
};

export function tellAudit(event: AuditEvent, lang: Lang): AuditTelling {
  const { type, data } = event;
  const name = text(data['name']);
  const known = titles[type];
  if (known) return { title: known[lang], name, detail: detailOf(data, lang) };
  const subject = { kind: event.subjectKind, id: event.subjectId };
  const told = tell({ type, subject, actorName: event.actorName, data: { ...data, name } }, lang);
  return { title: told.title, name, detail: told.detail === name ? undefined : told.detail };
}

/** From where, to whom, why, how many: what an event of the house says besides the name. */
function detailOf(data: AuditEvent['data'], lang: Lang): string | undefined {
  const address = text(data['address']);
  const list = text(data['list']);
  const rows = typeof data['rows'] === 'number' ? String(data['rows']) : undefined;
  const said = [
    address && (lang === 'zh' ? `来自 ${address}` : `from ${address}`),
    list && (listWords[list]?.[lang] ?? list),
    rows && (lang === 'zh' ? `${rows} 行` : `${rows} rows`),
    text(data['reason']),
  ];
  return said.filter(Boolean).join(' · ') || undefined;
}

const listWords: { readonly [list: string]: Text | undefined } = {
  accounts: { zh: '客户列表', en: 'accounts' },
  contacts: { zh: '联系人列表', en: 'contacts' },
  deals: { zh: '商机列表', en: 'deals' },
  partners: { zh: '渠道伙伴', en: 'partners' },
  registrations: { zh: '报备', en: 'registrations' },
  audit: { zh: '审计记录', en: 'audit log' },
};

export type AuditChange = { field: string; before: string; after: string };

/** The fields that an event changed, one by one, as plain text. */
export function changesOf({ data }: AuditEvent, lang: Lang): AuditChange[] {
  const [before, after] = [fields(data['before']), fields(data['after'])];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.map((field) => ({
    field: auditFieldWords[field]?.[lang] ?? field,
    before: plain(before[field], lang),
    after: plain(after[field], lang),
  }));
}

function fields(value: unknown): { [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function plain(value: unknown, lang: Lang): string {
  if (typeof value === 'boolean') return value ? (lang === 'zh' ? '是' : 'yes') : lang === 'zh' ? '否' : 'no';
  if (value === undefined || value === null || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
