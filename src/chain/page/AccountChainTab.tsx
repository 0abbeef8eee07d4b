import { ChainBody } from '#chain/page/ChainBody.tsx';
import { ChainProvider } from '#chain/page/ChainProvider.tsx';

/** 决策链 of an account: what all its deals inherit. */
export function AccountChainTab({ accountId, name }: { accountId: string; name: string }) {
  return (
    <ChainProvider subject={{ kind: 'account', id: accountId }} title={name} accountId={accountId}>
      <ChainBody />
    </ChainProvider>
  );
}
