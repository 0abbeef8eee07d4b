import { SnippetsOutlined } from '@ant-design/icons';
import { Button, Form, Input, type GetRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ContactValues } from '#people/contact-values.ts';
import { filledBySignature, readSignature, type Signature } from '#people/signature.ts';
import { signatureMessages } from '#people/signature.messages.ts';
import { SignatureEmployer } from '#people/SignatureEmployer.tsx';
import { SignatureFindings } from '#people/SignatureFindings.tsx';
import { useMessages } from '#ui/lang.tsx';
import styles from '#people/PasteSignature.module.css';

type Props = {
  open: boolean;
  /** The employer is known already. */
  employed: boolean;
  onEmployer: (account: { id: string; name: string }) => void;
};

/** A card or a signature, pasted whole: what it says fills the form, which the person checks and saves. */
export function PasteSignature({ open, employed, onEmployer }: Props) {
  const m = useMessages(signatureMessages);
  const form = Form.useFormInstance<ContactValues & { pasted?: string }>();
  const [isOpen, setOpen] = useState(open);
  const [read, setRead] = useState<Signature>();
  const pasting = useRef(false);
  /** The employer that the last reading has chosen. */
  const chosen = useRef<string>(undefined);
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  // It was opened to paste into.
  useEffect(() => {
    if (isOpen) box.current?.focus();
  }, [isOpen]);
  const fill = (text: string | undefined) => {
    const signature = readSignature(text ?? '');
    // What a person has typed stays; what an earlier reading put there does not.
    for (const field of filledBySignature) {
      const now = form.getFieldValue(field) as string | undefined;
      if (!now || now === read?.fields[field]) form.setFieldValue(field, signature.fields[field]);
    }
    if (!signature.fields.company) employ(undefined);
    setRead(signature);
  };
  const employ = (account: { id: string; name: string } | undefined) => {
    const now = form.getFieldValue('accountId') as string | null | undefined;
    if (employed || (now && now !== chosen.current)) return;
    chosen.current = account?.id;
    form.setFieldValue('accountId', account?.id);
    if (account) onEmployer(account);
  };
  if (!isOpen)
    return (
      <Button block type="dashed" className={styles.open} icon={<SnippetsOutlined />} onClick={() => setOpen(true)}>
        {m.open}
      </Button>
    );
  return (
    <section className={styles.box} aria-label={m.open}>
      <Form.Item name="pasted" label={m.label} className={styles.item} extra={m.local}>
        <Input.TextArea
          ref={box}
          rows={5}
          maxLength={3_000}
          placeholder={m.hint}
          onPaste={() => {
            pasting.current = true;
          }}
          onChange={({ target }) => {
            if (pasting.current) fill(target.value);
            pasting.current = false;
          }}
        />
      </Form.Item>
      <Button onClick={() => fill(form.getFieldValue('pasted') as string | undefined)}>{m.read}</Button>
      {read && <SignatureFindings signature={read} employed={employed} />}
      {read?.fields.company && !employed && (
        <SignatureEmployer key={read.fields.company} name={read.fields.company} onEmployer={employ} />
      )}
    </section>
  );
}
