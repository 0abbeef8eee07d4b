import { useSearch } from '@tanstack/react-router';
import { ChainBody } from '#chain/page/ChainBody.tsx';
import { ChainProvider } from '#chain/page/ChainProvider.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { readMoment } from '#deals/page/tabs.ts';

/** 决策链 of a deal: who decides, who sways whom, how we stand with each, and what follows. */
export function DealChainTab() {
  const { view, past } = useDeal();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const { id, name, accountId } = view.page.deal;
  return (
    <ChainProvider
      subject={{ kind: 'deal', id }}
      title={name}
      accountId={accountId}
      at={past ? readMoment(search['at']) : undefined}
    >
      <ChainBody />
    </ChainProvider>
  );
}
