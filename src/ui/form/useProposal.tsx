import { Form } from 'antd';
import { useEffect, useRef } from 'react';

/**
 * Proposes the value of a field, for as long as nothing else stands in it: the proposal follows what is chosen elsewhere, what
 * a person wrote stays. antd's "touched" cannot tell the two apart; it counts what a program sets.
 */
export function useProposal(field: string, proposed: string | undefined): void {
  const form = Form.useFormInstance();
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (proposed === undefined) return;
    const now: unknown = form.getFieldValue(field);
    if (now === undefined || now === '' || now === last.current) form.setFieldValue(field, proposed);
    last.current = proposed;
  }, [form, field, proposed]);
}
