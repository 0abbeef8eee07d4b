import { Form, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { DealFormFields, type DealValues } from '#deals/DealFormFields.tsx';
import { dealMessages } from '#deals/deals.messages.ts';
import { dealClient, deals, products } from '#deals/deals.queries.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { PlaybookField } from '#deals/PlaybookField.tsx';
import { answeredEvidence, type KnownAnswer } from '#deals/qualify/known-answers.ts';
import { KnownField } from '#deals/qualify/KnownField.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { usualPlaybook } from '#deals/usual-playbook.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import type { Pickable } from '#deals/RecordPicker.tsx';

type NewValues = DealValues & {
  playbookId: string;
  productIds?: string[];
  known?: { [playbookId: string]: readonly KnownAnswer[] };
};
type Props = {
  account?: Pickable;
  playbookId?: string;
  /** What is known of it already. */
  known?: Pick<DealValues, 'name' | 'amount' | 'closeOn'>;
  /** What hangs on the new deal, before it is opened. */
  onCreated?: (deal: { id: string }) => Promise<unknown>;
  onClose: () => void;
};

/** What was filled in: a new record has nothing to clear. */
function filled({ custom = {}, ...values }: DealValues): DealValues {
  const known = Object.entries(custom).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return { ...values, custom: Object.fromEntries(known) };
}

/** A new deal opens on its gate at once: a name and a method are enough. */
export function NewDeal({ account, playbookId, known: begun, onCreated, onClose }: Props) {
  const m = useMessages(dealMessages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: playbooks = [] } = useQuery(playbookListQuery());
  const usual = usualPlaybook(playbooks);
  const { data: sold } = useQuery(products.list.queryOptions({ input: { limit: 200 } }));
  const today = useToday();
  const lang = useLang();
  const create = async ({ productIds = [], playbookId: chosen, known = {}, ...values }: NewValues) => {
    const prices = new Map((sold?.rows ?? []).map((product) => [product.id, product.price]));
    const lines = productIds.map((productId) => ({ productId, quantity: 1, unitPrice: prices.get(productId) ?? 0 }));
    const evidence = answeredEvidence(known[chosen] ?? [], lang, today);
    const deal = await dealClient.create({ ...filled(values), playbookId: chosen, lines, evidence });
    await onCreated?.(deal);
    await queries.invalidateQueries({ queryKey: deals.key() });
    void navigate({ to: `/deals/${deal.id}` });
  };
  return (
    <FormDrawer<NewValues>
      open
      title={m.newDeal}
      initial={{ ...begun, accountId: account?.id, tags: [] }}
      save={create}
      onClose={onClose}
    >
      <DealFormFields account={account} />
      {usual && (
        <Form.Item
          name="playbookId"
          label={`${m.playbook} · ${m.playbookHint}`}
          initialValue={playbookId ?? usual.id}
          rules={[{ required: true, message: m.playbookNeeded }]}
        >
          <PlaybookField playbooks={playbooks} />
        </Form.Item>
      )}
      <p>
        <Link to="/adviser" search={{ account: account?.id }}>
          {m.notSure}
        </Link>
      </p>
      <Form.Item noStyle dependencies={['playbookId']}>
        {({ getFieldValue }) => {
          const book = playbooks.find(({ id }) => id === getFieldValue('playbookId'));
          return (
            book && (
              <Form.Item name={['known', book.id]} key={book.id} initialValue={[]}>
                <KnownField playbookId={book.id} version={book.version} />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
      <Form.Item name="productIds" label={`${m.product} · ${m.productHint}`}>
        <Select
          mode="multiple"
          notFoundContent={m.productNone}
          optionFilterProp="label"
          options={(sold?.rows ?? []).map((product) => ({
            value: product.id,
            label: `${product.name} · ${product.line}`,
          }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
