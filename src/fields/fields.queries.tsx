import { useQuery } from '@tanstack/react-query';
import type { CustomNoun, Field } from '#fields/field.ts';
import { fieldsContract } from '#fields/fields.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const fields = queriesFor(fieldsContract, 'fields');
export const fieldClient = clientFor(fieldsContract);

const none: readonly Field[] = [];

/** The company's own fields of a noun, in order. */
export function useFields(noun: CustomNoun): readonly Field[] {
  const { data } = useQuery(fields.list.queryOptions({ input: { noun }, staleTime: 5 * 60_000 }));
  return data?.rows ?? none;
}
