import { CheckCircleOutlined, EyeInvisibleOutlined } from '@ant-design/icons';
import { kindWords } from '#compliance/personal-facts/fact-kind.ts';
import { contactFieldWords } from '#people/contact-field-words.ts';
import { filledBySignature, type Signature } from '#people/signature.ts';
import { signatureMessages } from '#people/signature.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#people/PasteSignature.module.css';

type Props = { signature: Signature; employed: boolean };

/** What was found in a signature: what it filled, what has no field, what nobody understood, what is private. */
export function SignatureFindings({ signature, employed }: Props) {
  const m = useMessages(signatureMessages);
  const lang = useLang();
  const { fields, unplaced, rest, leftOut } = signature;
  const { company, website } = fields;
  const names = filledBySignature.filter((field) => fields[field]).map((field) => contactFieldWords[field][lang]);
  const others = [
    ...(company && employed ? [{ kind: 'company' as const, text: company }] : []),
    ...(website ? [{ kind: 'website' as const, text: website }] : []),
    ...unplaced,
  ];
  return (
    <div className={styles.findings} role="status">
      <p>
        {names.length > 0 && <CheckCircleOutlined aria-hidden="true" />}{' '}
        {names.length > 0 ? m.filled(names.join(m.comma)) : m.nothing}
      </p>
      {leftOut.length > 0 && (
        <p>
          <EyeInvisibleOutlined aria-hidden="true" />{' '}
          {m.leftOut(leftOut.map((kind) => kindWords(kind)[lang]).join(m.comma))}
        </p>
      )}
      {others.length > 0 && (
        <dl>
          <dt>{m.unplaced}</dt>
          {others.map(({ kind, text }) => (
            <dd key={`${kind} ${text}`}>
              {m.kinds[kind]} <code>{text}</code>
            </dd>
          ))}
        </dl>
      )}
      {rest.length > 0 && (
        <dl>
          <dt>{m.rest}</dt>
          {[...new Set(rest)].map((text) => (
            <dd key={text}>
              <code>{text}</code>
            </dd>
          ))}
        </dl>
      )}
    </div>
  );
}
