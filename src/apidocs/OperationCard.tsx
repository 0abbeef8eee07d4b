import { CopyOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { apiDocsMessages } from '#apidocs/apidocs.messages.ts';
import type { ApiDocument, Operation } from '#apidocs/api-document.ts';
import { curlOf } from '#apidocs/request-example.ts';
import { lineOf, schemaLines } from '#apidocs/schema-tree.ts';
import { SchemaTree } from '#apidocs/SchemaTree.tsx';
import styles from '#apidocs/ApiDocs.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { document: ApiDocument; operation: Operation };

/** One endpoint: closed a line, open all there is to know. */
export function OperationCard({ document, operation }: Props) {
  const m = useMessages(apiDocsMessages);
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const { id, method, path, summary, permission } = operation;
  const access = permission === 'public' ? m.publicAccess : permission === 'signedIn' ? m.signedIn : permission;
  return (
    <details id={id} className={styles.operation} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.method} data-method={method}>
          {method.toUpperCase()}
        </span>
        <code className={styles.path}>{path}</code>
        <span className={styles.summary}>{summary[lang]}</span>
      </summary>
      {open && (
        <div className={styles.inside}>
          <p className={styles.access}>
            {m.permission} <code>{access}</code>
          </p>
          <Insides document={document} operation={operation} />
        </div>
      )}
    </details>
  );
}

function Insides({ document, operation }: Props) {
  const m = useMessages(apiDocsMessages);
  const lang = useLang();
  const { parameters, body, answer, refusals } = operation;
  const lines = parameters.map(({ name, required = false, schema, description, in: place, 'x-words': words }) => ({
    ...lineOf(document, name, schema, required),
    description: [m.places[place], words?.[lang] ?? description ?? schema.description].filter(Boolean).join(' · '),
  }));
  return (
    <>
      <Example text={curlOf(document, operation, location.origin)} />
      {lines.length > 0 && (
        <section>
          <h3>{m.parameters}</h3>
          <SchemaTree lines={lines} />
        </section>
      )}
      {body && (
        <section>
          <h3>{m.body}</h3>
          <SchemaTree lines={schemaLines(document, body)} />
        </section>
      )}
      {answer && (
        <section>
          <h3>{m.answer}</h3>
          <SchemaTree lines={schemaLines(document, answer)} />
        </section>
      )}
      <section>
        <h3>{m.refusals}</h3>
        <ul className={styles.refusals}>
          {refusals.map(({ status, code, words }) => (
            <li key={code}>
              <span className={styles.status}>{status}</span>
              <code>{code}</code>
              <span>{words[lang]}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Example({ text }: { text: string }) {
  const m = useMessages(apiDocsMessages);
  const copy = () => void navigator.clipboard.writeText(text).then(() => toast(m.copied));
  return (
    <div className={styles.example}>
      <pre>{text}</pre>
      <button type="button" onClick={copy} aria-label={m.copy} title={m.copy}>
        <CopyOutlined />
      </button>
    </div>
  );
}
