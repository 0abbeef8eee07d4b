import { useQueryClient } from '@tanstack/react-query';
import { DealFormFields, type DealValues } from '#deals/DealFormFields.tsx';
import { origins } from '#method/scales.ts';
import { dealMessages } from '#deals/deals.messages.ts';
import type { DealPage } from '#deals/deals.contract.ts';
import { dealQuery } from '#deals/deals.queries.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { customOf } from '#fields/CustomInputs.tsx';
import { labelOf } from '#fields/field.ts';
import { useFields } from '#fields/fields.queries.tsx';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { shortAmount } from '#ui/amount.ts';
import { toast } from '#ui/toast.tsx';

/** The deal's own fields. Saved meanwhile by another: both texts side by side, nothing lost. */
export function EditDeal({ onClose }: { onClose: () => void }) {
  const m = useMessages(dealMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const fields = useFields('deal');
  const { view, commands } = useDeal();
  const { deal, accountName } = view.page;
  const account = deal.accountId ? { id: deal.accountId, name: accountName ?? '' } : undefined;
  const latest = async () => {
    const now = await queries.fetchQuery({ ...dealQuery(deal.id), staleTime: 0 });
    return { version: now.deal.version, values: valuesOf(now.deal) };
  };
  return (
    <FormDrawer<DealValues>
      open
      title={m.editDeal}
      initial={valuesOf(deal)}
      version={deal.version}
      save={(values, version) =>
        commands.update({ ...blanksToNull(values), custom: customOf(fields, values.custom), version })
      }
      latest={latest}
      fields={{
        name: { label: m.name },
        accountId: { label: m.account, show: () => accountName },
        amount: {
          label: m.amount,
          show: (amount) => (amount ? shortAmount({ amount, currency: deal.currency }, lang) : null),
        },
        closeOn: { label: m.closeOn },
        origin: { label: m.origin, show: (origin) => origin && origins[origin][lang] },
        tags: { label: m.tags, show: (tags) => tags?.join(' ') },
        custom: {
          label: m.custom,
          show: (custom = {}) =>
            fields
              .filter(({ key }) => custom[key] !== undefined && custom[key] !== null)
              .map((field) => `${labelOf(field, lang)} ${String(custom[field.key])}`)
              .join(' · '),
        },
      }}
      onSaved={() => toast(m.saved)}
      onClose={onClose}
    >
      <DealFormFields account={account} graded />
    </FormDrawer>
  );
}

function valuesOf({ name, accountId, amount, closeOn, origin, tags, custom }: DealPage['deal']): DealValues {
  return { name, accountId, amount, closeOn, origin, tags, custom };
}

function blanksToNull(values: DealValues): DealValues {
  const { accountId, amount, closeOn, origin } = values;
  return {
    ...values,
    accountId: accountId ?? null,
    amount: amount ?? null,
    closeOn: closeOn ?? null,
    origin: origin ?? null,
  };
}
