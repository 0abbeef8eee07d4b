import type { Slice } from '#ui/slice.tsx';

export const auditSlice: Slice = {
  pages: [
    {
      path: '/settings/audit',
      title: { zh: '审计记录', en: 'Audit log' },
      permission: 'audit.read',
      setting: { group: 'company', order: 70 },
      load: async () => (await import('#audit/AuditPage.tsx')).AuditPage,
    },
  ],
  commands: [
    {
      id: 'settings.audit',
      kind: 'go',
      label: { zh: '设置：审计记录', en: 'Settings: audit log' },
      keywords: 'sjjl sj 审计 日志 audit',
      permission: 'audit.read',
      to: '/settings/audit',
    },
  ],
};
