import { AutoComplete, Form, Input, InputNumber, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { Product } from '#products/product.ts';
import { productMessages } from '#products/products.messages.ts';
import { productClient, products } from '#products/products.queries.tsx';
import { minorDigits } from '#ui/amount.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';

/** `price` in whole units, as people type it; minor units on the wire. */
type Values = {
  name: string;
  code?: string | null;
  line: string;
  unit: string;
  price: number;
  currency: string;
  active: boolean;
};
type Props = { product?: Product; onSaved: () => void; onClose: () => void };

export function ProductForm({ product, onSaved, onClose }: Props) {
  const m = useMessages(productMessages);
  const { data } = useQuery(products.list.queryOptions({ input: { limit: 200 }, staleTime: 60_000 }));
  const lines = [...new Set(data?.rows.map(({ line }) => line))].map((value) => ({ value }));
  const save = ({ active, price, ...values }: Values, version: number | undefined) => {
    const fields = {
      ...values,
      code: values.code?.trim() || null,
      price: Math.round(price * 10 ** minorDigits(values.currency)),
    };
    return product && version !== undefined
      ? productClient.update({ id: product.id, version, ...fields, active })
      : productClient.create(fields);
  };
  return (
    <FormDrawer<Values>
      open
      title={product ? m.edit(product.name) : m.add}
      initial={
        product
          ? { ...product, price: product.price / 10 ** minorDigits(product.currency) }
          : { currency: 'CNY', active: true }
      }
      version={product?.version}
      save={save}
      onSaved={onSaved}
      onClose={onClose}
    >
      <Form.Item name="name" label={m.name} rules={[{ required: true, whitespace: true, message: m.nameNeeded }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="code" label={m.code}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="line"
        label={m.line}
        extra={m.lineHint}
        rules={[{ required: true, whitespace: true, message: m.lineNeeded }]}
      >
        <AutoComplete options={lines} maxLength={100} />
      </Form.Item>
      <Form.Item
        name="unit"
        label={m.unit}
        extra={m.unitHint}
        rules={[{ required: true, whitespace: true, message: m.unitNeeded }]}
      >
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="price" label={m.price} rules={[{ required: true, message: m.priceNeeded }]}>
        <InputNumber controls={false} min={0} max={9_999_999_999} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="currency"
        label={m.currency}
        rules={[{ required: true, pattern: /^[A-Z]{3}$/, message: m.currencyShape }]}
      >
        <Input maxLength={3} />
      </Form.Item>
      {product && (
        <Form.Item name="active" label={m.state} valuePropName="checked">
          <Switch checkedChildren={m.active} unCheckedChildren={m.inactive} />
        </Form.Item>
      )}
    </FormDrawer>
  );
}
