import type { Messages } from '#shared/messages.ts';
import { apiDocsMessages } from '#apidocs/apidocs.messages.ts';
import type { SchemaLine } from '#apidocs/schema-tree.ts';
import styles from '#apidocs/ApiDocs.module.css';
import { useMessages } from '#ui/lang.tsx';

type Words = Messages<typeof apiDocsMessages.zh>;

/** Fields with their types and limits, fields of fields indented below. */
export function SchemaTree({ lines }: { lines: readonly SchemaLine[] }) {
  const m = useMessages(apiDocsMessages);
  if (lines.length === 0) return <p className={styles.none}>{m.noFields}</p>;
  return (
    <ul className={styles.tree}>
      {lines.map((line) => (
        <SchemaItem key={line.name} line={line} m={m} />
      ))}
    </ul>
  );
}

function SchemaItem({ line, m }: { line: SchemaLine; m: Words }) {
  const facts = [line.limits, line.byDefault && m.byDefault(line.byDefault)].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={styles.field}>
        <code>{line.name}</code>
        <span className={styles.type}>{line.type.map((word) => m.types[word]).join(' · ')}</span>
        {line.required && <span className={styles.required}>{m.required}</span>}
        {facts && <span className={styles.limits}>{facts}</span>}
      </div>
      {line.description && <p className={styles.description}>{line.description}</p>}
      {line.choices.length > 0 && (
        <p className={styles.choices}>
          {line.choices.map((choice) => (
            <code key={choice}>{choice}</code>
          ))}
        </p>
      )}
      {line.children.length > 0 && <SchemaTree lines={line.children} />}
    </li>
  );
}
