import type { ReactNode } from 'react';
import { flagCodec, oneOfCodec, someOfCodec, textCodec, type Codec } from '#ui/list/codec.ts';
import { ChoiceFilter } from '#ui/list/ChoiceFilter.tsx';
import { FlagFilter } from '#ui/list/FlagFilter.tsx';
import { SearchBox } from '#ui/list/SearchBox.tsx';

export type Control<T> = { title: string; value: T | undefined; onChange(this: void, value: T | undefined): void };

/** One filter: how it stands in the URL and how the reader sets it. Own controls are welcome; these are the usual. */
export type Filter<T> = {
  title: string;
  codec: Codec<T>;
  /** Stands first and alone on a phone. */
  leads?: boolean;
  // A method, so that filters of different values may stand in one record.
  control(at: Control<T>): ReactNode;
};

export type Filters = Record<string, Filter<unknown>>;
export type ValuesOf<F> = { [K in keyof F]?: F[K] extends { codec: Codec<infer T> } ? T : never };

export type Option<T extends string> = { value: T; label: string };

export function searchFilter(title: string): Filter<string> {
  return { title, codec: textCodec, leads: true, control: (at) => <SearchBox {...at} /> };
}

export function choiceFilter<const T extends string>(title: string, options: readonly Option<T>[]): Filter<T> {
  return {
    title,
    codec: oneOfCodec(options.map((option) => option.value)),
    control: ({ value, onChange }) => (
      <ChoiceFilter
        title={title}
        options={options}
        chosen={value === undefined ? [] : [value]}
        onToggle={(one) => onChange(one === value ? undefined : one)}
        onClear={() => onChange(undefined)}
      />
    ),
  };
}

export function choicesFilter<const T extends string>(title: string, options: readonly Option<T>[]): Filter<T[]> {
  return {
    title,
    codec: someOfCodec(options.map((option) => option.value)),
    control: ({ value = [], onChange }) => (
      <ChoiceFilter
        several
        title={title}
        options={options}
        chosen={value}
        onToggle={(one) => {
          const next = value.includes(one) ? value.filter((other) => other !== one) : [...value, one];
          onChange(next.length > 0 ? next : undefined);
        }}
        onClear={() => onChange(undefined)}
      />
    ),
  };
}

export function flagFilter(title: string): Filter<true> {
  return { title, codec: flagCodec, control: (at) => <FlagFilter {...at} /> };
}
