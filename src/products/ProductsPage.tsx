import { PlusOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { Product } from '#products/product.ts';
import { productMessages } from '#products/products.messages.ts';
import { productClient, products } from '#products/products.queries.tsx';
import { useProductColumns } from '#products/useProductColumns.tsx';
import { useMessages } from '#ui/lang.tsx';
import { flagFilter, searchFilter } from '#ui/list/filter.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

const ProductForm = onDemand(async () => (await import('#products/ProductForm.tsx')).ProductForm);

/** Settings: what the company sells. */
export function ProductsPage() {
  useFetchSoon(ProductForm);
  const m = useMessages(productMessages);
  const queries = useQueryClient();
  const can = useCan();
  const write = can('product.write');
  const [form, setForm] = useState<{ product?: Product }>();
  const filters = useMemo(() => ({ search: searchFilter(m.search), inactive: flagFilter(m.withInactive) }), [m]);
  const edit = useCallback((product: Product) => setForm({ product }), []);
  const columns = useProductColumns(write ? edit : undefined);
  const add = write && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({})}>
      {m.add}
    </Button>
  );
  return (
    <>
      <PageHeader title={m.title} facts={m.lead} acts={add} />
      <RecordList
        name="products"
        label={m.title}
        columns={columns}
        filters={filters}
        queryKey={products.list.key()}
        exports="products"
        fetchPage={async ({ filters: asked, ...at }) => {
          const { rows, next } = await productClient.list({ ...asked, ...at });
          return { rows, next };
        }}
        empty={{ title: m.emptyTitle, hint: m.emptyHint, act: add }}
      />
      {form && (
        <ProductForm
          product={form.product}
          onSaved={() => {
            toast(m.saved);
            void queries.invalidateQueries({ queryKey: products.key() });
          }}
          onClose={() => setForm(undefined)}
        />
      )}
    </>
  );
}
