import type { Slice } from '#ui/slice.tsx';

export const productsSlice: Slice = {
  pages: [
    {
      path: '/settings/products',
      title: { zh: '产品', en: 'Products' },
      permission: 'product.read',
      setting: { group: 'work', order: 80 },
      load: async () => (await import('#products/ProductsPage.tsx')).ProductsPage,
    },
  ],
  commands: [
    {
      id: 'settings.products',
      kind: 'go',
      label: { zh: '设置：产品', en: 'Settings: products' },
      keywords: 'cp 产品 价格 product',
      permission: 'product.read',
      to: '/settings/products',
    },
  ],
};
