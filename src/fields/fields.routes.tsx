import type { Slice } from '#ui/slice.tsx';

/** Custom fields in the settings. */
export const fieldsSlice: Slice = {
  pages: [
    {
      path: '/settings/fields',
      title: { zh: '自定义字段', en: 'Custom fields' },
      permission: 'field.write',
      setting: { group: 'work', order: 90 },
      load: async () => (await import('#fields/FieldsPage.tsx')).FieldsPage,
    },
  ],
  commands: [
    {
      id: 'settings.fields',
      kind: 'go',
      label: { zh: '设置：自定义字段', en: 'Settings: custom fields' },
      keywords: 'zdyzd 字段',
      permission: 'field.write',
      to: '/settings/fields',
    },
  ],
};
