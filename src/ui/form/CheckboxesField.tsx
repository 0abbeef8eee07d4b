import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

type Props<V extends string> = {
  options: readonly { value: V; label: ReactNode }[];
  className?: string | undefined;
  /** From the form. */
  id?: string;
  value?: V[];
  onChange?: (chosen: V[]) => void;
};

/** Several of a few. It takes from the form only what a group may carry: `aria-required` belongs to single inputs. */
export function CheckboxesField<V extends string>({ options, className, id, value, onChange }: Props<V>) {
  return (
    <Checkbox.Group
      {...{ id }}
      className={className}
      value={value}
      options={[...options]}
      {...(onChange && { onChange })}
    />
  );
}
