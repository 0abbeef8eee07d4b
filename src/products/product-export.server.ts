import type { ListExport } from '#platform/import-export/list-export.server.ts';
import type { Product } from '#products/product.ts';
import { ProductFilters } from '#products/products.contract.ts';
import { listProducts } from '#products/products.server.ts';

/** The catalogue as a file. */
export const productExport: ListExport<typeof ProductFilters, Product> = {
  list: 'products',
  name: { zh: '产品', en: 'Products' },
  permission: 'product.read',
  filters: ProductFilters,
  sorts: ['name', 'price'],
  columns: async () => [
    { key: 'name', label: { zh: '产品名称', en: 'Product name' }, cell: (row) => row.name },
    { key: 'code', label: { zh: '产品编码', en: 'Product code' }, cell: (row) => row.code ?? null },
    { key: 'line', label: { zh: '产品线', en: 'Product line' }, cell: (row) => row.line },
    { key: 'unit', label: { zh: '单位', en: 'Unit' }, cell: (row) => row.unit },
    { key: 'price', label: { zh: '标准价', en: 'List price' }, cell: (row) => ({ money: row.price }) },
    { key: 'currency', label: { zh: '币种', en: 'Currency' }, cell: (row) => row.currency },
    {
      key: 'active',
      label: { zh: '在售', en: 'On sale' },
      cell: (row, lang) => (lang === 'zh' ? (row.active ? '是' : '否') : row.active ? 'yes' : 'no'),
    },
  ],
  page: (db, actor, asked, { sort, ...at }) => listProducts(db, actor.tenantId, asked, sort, at),
};
