import { isDay } from '#shared/day.ts';

/** How a value stands in the URL. Text that is not a value reads as none: a mistyped link opens the whole list. */
export type Codec<T> = {
  read: (text: string) => T | undefined;
  // A method, so that filters of different values may stand in one record.
  write(value: T): string;
};

export const textCodec: Codec<string> = {
  read: (text) => text.trim() || undefined,
  write: (value) => value,
};

export const flagCodec: Codec<true> = {
  read: (text) => (text === '1' ? true : undefined),
  write: () => '1',
};

export const numberCodec: Codec<number> = {
  read: (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined),
  write: String,
};

export const dayCodec: Codec<string> = {
  read: (text) => (isDay(text) ? text : undefined),
  write: (value) => value,
};

export function oneOfCodec<const T extends string>(values: readonly T[]): Codec<T> {
  return { read: (text) => values.find((value) => value === text), write: (value) => value };
}

export function someOfCodec<const T extends string>(values: readonly T[]): Codec<T[]> {
  return {
    read: (text) => {
      const asked = new Set(text.split(','));
      const some = values.filter((value) => asked.has(value));
      return some.length > 0 ? some : undefined;
    },
    write: (some) => some.join(','),
  };
}
