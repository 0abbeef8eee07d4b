import type { Target } from '#imports/import-noun.ts';

export const productTargets: readonly Target[] = [
  {
    key: 'name',
    label: { zh: '产品名称', en: 'Product name' },
    kind: 'text',
    required: true,
    words: ['名称', '产品', '品名', '商品', '商品名称', '型号', 'product', 'name', 'item', 'model'],
  },
  {
    key: 'code',
    label: { zh: '产品编码', en: 'Product code' },
    kind: 'text',
    words: ['编码', '编号', '料号', '物料编码', '产品代码', 'code', 'sku', 'part number', 'item code'],
  },
  {
    key: 'line',
    label: { zh: '产品线', en: 'Product line' },
    kind: 'text',
    words: ['系列', '产品系列', '类别', '分类', '品类', 'series', 'line', 'category', 'family'],
  },
  { key: 'unit', label: { zh: '单位', en: 'Unit' }, kind: 'text', words: ['计量单位', 'unit of measure', 'uom'] },
  {
    key: 'price',
    label: { zh: '标准价', en: 'List price' },
    kind: 'money',
    words: ['价格', '单价', '目录价', '报价', '售价', 'price', 'sales price', 'unit price', 'cost'],
  },
];
