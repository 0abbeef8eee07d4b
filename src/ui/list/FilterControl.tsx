import { useCallback } from 'react';
import type { Filter, Filters } from '#ui/list/filter.tsx';
import type { ListState } from '#ui/list/useListState.tsx';

type Props<F extends Filters, Sort extends string> = {
  name: string;
  filter: Filter<unknown>;
  state: ListState<F, Sort>;
};

/** One filter's control, tied to the URL. */
export function FilterControl<F extends Filters, Sort extends string>({ name, filter, state }: Props<F, Sort>) {
  const { change, values } = state;
  const { codec, title } = filter;
  const onChange = useCallback(
    (value: unknown) => change({ [name]: value === undefined ? undefined : codec.write(value) }),
    [change, codec, name],
  );
  return filter.control({ title, value: values[name], onChange });
}
