import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { v4 as newKey } from 'uuid';
import { products } from '#deals/deals.queries.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { AmountInput } from '#deals/facts/AmountInput.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { lineAmount, totalOf } from '#deals/page/line-total.ts';
import { pageMessages } from '#deals/page/page.messages.ts';
import { RecordPicker, type Pickable } from '#deals/RecordPicker.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/page/LinesTab.module.css';

type Draft = { key: string; productId: string | null; productName: string; quantity: number; unitPrice: number };

/** What is being sold: products, quantities, prices, and their sum. */
export function LinesTab() {
  const m = useMessages(pageMessages);
  const { notAmount } = useMessages(factMessages);
  const { view, commands, readOnly } = useDeal();
  const { deal, lines } = view.page;
  const [mine, setMine] = useState<readonly Draft[]>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const shown =
    mine ??
    lines.map(({ id, productId, productName, quantity, unitPrice }) => ({
      key: id,
      productId,
      productName,
      quantity,
      unitPrice,
    }));
  const total = totalOf(shown.map(counted));
  const change = (key: string, some: Partial<Draft>) =>
    setMine(shown.map((line) => (line.key === key ? { ...line, ...some } : line)));
  const add = () => setMine([...shown, { key: newKey(), productId: null, productName: '', quantity: 1, unitPrice: 0 }]);
  const save = async () => {
    if (shown.some(({ unitPrice }) => Number.isNaN(unitPrice))) return toast(notAmount, { tone: 'bad' });
    setBusy(true);
    setError(undefined);
    try {
      const kept = shown.flatMap(({ productId, quantity, unitPrice }) =>
        productId ? [{ productId, quantity, unitPrice }] : [],
      );
      await commands.setLines({ lines: kept });
      setMine(undefined);
      toast(m.savedLines);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  const takeTotal = () =>
    commands.update({ amount: total }).then(
      () => toast(m.tookTotal),
      (refused: unknown) => setError(refused),
    );
  const addButton = !readOnly && (
    <Button type="text" icon={<PlusOutlined />} onClick={add}>
      {m.addLine}
    </Button>
  );
  return (
    <SectionCard title={m.linesTitle} note={shown.length || undefined} acts={shown.length > 0 && addButton} flush>
      {shown.length === 0 ? (
        <EmptyState compact title={m.linesEmpty} hint={m.linesEmptyHint} act={addButton} />
      ) : (
        <div className={styles.table} role="table" aria-label={m.linesTitle} data-editable={!readOnly || undefined}>
          <div role="row" className={styles.head}>
            <span role="columnheader">{m.product}</span>
            <span role="columnheader">{m.quantity}</span>
            <span role="columnheader">{m.unitPrice}</span>
            <span role="columnheader">{m.lineAmount}</span>
            {!readOnly && <span role="columnheader" aria-label={m.removeLine} />}
          </div>
          {shown.map((line) => (
            <div role="row" key={line.key} className={styles.line}>
              <span role="cell">
                {readOnly ? (
                  line.productName
                ) : (
                  <RecordPicker
                    name="products"
                    label={m.product}
                    known={line.productId ? { id: line.productId, name: line.productName } : undefined}
                    value={line.productId}
                    placeholder={m.chooseProduct}
                    find={findProducts}
                    onChange={(productId, record) =>
                      change(line.key, {
                        productId,
                        productName: record?.name ?? '',
                        ...(typeof record?.price === 'number' && { unitPrice: record.price }),
                      })
                    }
                  />
                )}
              </span>
              <span role="cell" data-label={m.quantity}>
                {readOnly ? (
                  line.quantity
                ) : (
                  <input
                    type="number"
                    min={0.0001}
                    step="any"
                    aria-label={m.quantity}
                    className={styles.quantity}
                    value={line.quantity}
                    onChange={({ target }) => change(line.key, { quantity: Number(target.value) })}
                  />
                )}
              </span>
              <span role="cell" data-label={m.unitPrice}>
                {readOnly ? (
                  <MoneyText exact amount={line.unitPrice} currency={deal.currency} />
                ) : (
                  <AmountInput
                    key={`${line.key} ${line.productId ?? ''}`}
                    value={line.unitPrice}
                    currency={deal.currency}
                    onChange={(unitPrice) => change(line.key, { unitPrice: unitPrice ?? 0 })}
                  />
                )}
              </span>
              <span role="cell" data-label={m.lineAmount} className={styles.sum}>
                <MoneyText amount={lineAmount(counted(line))} currency={deal.currency} />
              </span>
              {!readOnly && (
                <span role="cell">
                  <Button
                    type="text"
                    aria-label={m.removeLine}
                    icon={<DeleteOutlined />}
                    onClick={() => setMine(shown.filter(({ key }) => key !== line.key))}
                  />
                </span>
              )}
            </div>
          ))}
        </div>
      )}
      {(shown.length > 0 || mine) && (
        <footer className={styles.foot}>
          <RefusalAlert error={error} issues />
          {!readOnly && mine && (
            <>
              <span className={styles.unsaved}>{m.unsavedLines}</span>
              <Button onClick={() => setMine(undefined)}>{m.cancel}</Button>
              <Button type="primary" loading={busy} onClick={() => void save()}>
                {m.saveLines}
              </Button>
            </>
          )}
          {!readOnly && !mine && total !== deal.amount && (
            <Button type="link" onClick={() => void takeTotal()}>
              {m.takeTotal}
            </Button>
          )}
          <span className={styles.total}>
            {m.total} <MoneyText exact amount={total} currency={deal.currency} />
          </span>
        </footer>
      )}
    </SectionCard>
  );
}

/** While a price is being typed there is nothing to multiply. */
const counted = (line: Draft): Draft => (Number.isNaN(line.unitPrice) ? { ...line, unitPrice: 0 } : line);

async function findProducts(text: string): Promise<Pickable[]> {
  const { rows } = await products.list.call({ ...(text && { search: text }), limit: 20 });
  return rows.map(({ id, name, line, price }) => ({ id, name, note: line, price }));
}
