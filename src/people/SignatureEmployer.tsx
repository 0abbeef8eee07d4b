import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { nameKey } from '#accounts/account-name.ts';
import { accountClient, accounts } from '#accounts/accounts.queries.tsx';
import { signatureMessages } from '#people/signature.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#people/PasteSignature.module.css';

type Account = { id: string; name: string };
type Props = { name: string; onEmployer: (account: Account) => void };

/** The account that a signature names: chosen when there is one, offered to be made when there is none. */
export function SignatureEmployer({ name, onEmployer }: Props) {
  const m = useMessages(signatureMessages);
  const can = useCan();
  const queries = useQueryClient();
  const key = nameKey(name);
  const { data } = useQuery(accounts.list.queryOptions({ input: { search: key.slice(0, 100), limit: 20 } }));
  const meant = data?.rows.filter((account) => nameKey(account.name) === key);
  const one = meant?.find((account) => account.name === name) ?? (meant?.length === 1 ? meant[0] : undefined);
  const create = useMutation({
    mutationFn: () => accountClient.create({ name }),
    onSuccess: (account) => {
      toast(m.employerCreated(account.name));
      onEmployer(account);
      void queries.invalidateQueries({ queryKey: accounts.key() });
    },
  });
  const choose = useEffectEvent((account: Account) => onEmployer(account));
  const [id, foundName] = [one?.id, one?.name];
  useEffect(() => {
    if (id && foundName) choose({ id, name: foundName });
  }, [id, foundName]);
  if (!meant || one || create.isSuccess) return null;
  return (
    <div className={styles.employer} role="status">
      <span>{meant.length > 1 ? m.employerSeveral(name) : m.employerUnknown(name)}</span>
      {meant.length === 0 && can('account.write') && (
        <Button size="small" loading={create.isPending} onClick={() => create.mutate()}>
          {m.employerCreate}
        </Button>
      )}
      <RefusalAlert error={create.error} issues />
    </div>
  );
}
