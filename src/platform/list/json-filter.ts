/** A condition on one key of a jsonb object column, as lists filter by custom fields. */
export type JsonFilter =
  | { key: string; is: 'equal'; value: string | number | boolean }
  | { key: string; is: 'containing'; value: string }
  | { key: string; is: 'holding'; value: string }
  | { key: string; is: 'between'; from: string | number | null; to: string | number | null };
