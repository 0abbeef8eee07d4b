import type { LintSettings } from '#lint/lint.contract.ts';
import { lintMessages } from '#lint/lint.messages.ts';
import styles from '#lint/LintSettings.module.css';
import { useLang, useMessages } from '#ui/lang.tsx';

/** What a rule may ask, for whoever writes one. */
export function FactList({ facts }: Pick<LintSettings, 'facts'>) {
  const m = useMessages(lintMessages);
  const lang = useLang();
  return (
    <details>
      <summary>
        {m.factsTitle} · {facts.length}
      </summary>
      <p className={styles.soft}>{m.factsHint}</p>
      {/* It scrolls: the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.facts} tabIndex={0} role="region" aria-label={m.factsTitle}>
        <table>
          <thead>
            <tr>
              <th>{m.factName}</th>
              <th>{m.factId}</th>
              <th>{m.factValues}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map(({ id, name, values }) => (
              <tr key={id}>
                <td>{name[lang]}</td>
                <td>
                  <code>{id}</code>
                </td>
                <td>{values}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
