import { useMemo } from 'react';
import type { Product } from '#products/product.ts';
import { productMessages } from '#products/products.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import type { Column } from '#ui/list/column.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#products/Products.module.css';

/** `onOpen`: absent for those who only look. */
export function useProductColumns(onOpen?: (product: Product) => void): Column<Product, 'name' | 'price'>[] {
  const m = useMessages(productMessages);
  return useMemo(
    (): Column<Product, 'name' | 'price'>[] => [
      {
        key: 'name',
        title: m.name,
        sort: 'name',
        width: 'minmax(180px, 2fr)',
        phone: 'title',
        cell: (product) => (
          <span className={styles.name}>
            {onOpen ? (
              <button type="button" className={styles.open} onClick={() => onOpen(product)}>
                {product.name}
              </button>
            ) : (
              product.name
            )}
            {!product.active && <Tag>{m.inactive}</Tag>}
          </span>
        ),
      },
      { key: 'code', title: m.code, cell: ({ code }) => code ?? '—', choice: 'shown' },
      { key: 'line', title: m.line, cell: ({ line }) => line },
      { key: 'unit', title: m.unit, width: '90px', cell: ({ unit }) => unit },
      {
        key: 'price',
        title: m.price,
        sort: 'price',
        align: 'end',
        phone: 'aside',
        cell: ({ price, currency }) => <MoneyText amount={price} currency={currency} exact />,
      },
    ],
    [m, onOpen],
  );
}
