import { isRecord, type Path } from '#method/rule-problems.ts';
import { useDesk } from '#playbooks/studio/desk.tsx';
import { renameStage } from '#playbooks/studio/outline.ts';
import { partAt, valueAt } from '#playbooks/studio/place.ts';
import { Held } from '#playbooks/studio/Held.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Form.module.css';

type Props = { path: Path; label: string; rows?: number; long?: boolean };

/** One text in both languages, side by side. */
export function PairInput({ path, label, rows = 1, long }: Props) {
  const m = useMessages(studioMessages);
  const { raw, edit, readOnly, findings } = useDesk();
  const pair = valueAt(raw, path);
  return (
    <div className={styles.pair}>
      {(['zh', 'en'] as const).map((lang) => {
        const at = [...path, lang];
        const key = at.join('.');
        const value = isRecord(pair) ? pair[lang] : undefined;
        const isName = partAt(path).kind === 'stages' && path.length === 3 && path[2] === 'name';
        return (
          <Held
            key={lang}
            value={typeof value === 'string' ? value : ''}
            label={`${label} · ${m[lang]}`}
            lang={lang}
            rows={rows}
            long={long}
            disabled={readOnly}
            placeholder={m[lang]}
            faulty={findings.some(
              ({ weight, path: fault }) =>
                weight === 'error' && (fault.join('.') === key || fault.join('.') === path.join('.')),
            )}
            onChange={(typed) =>
              edit(isName ? renameStage(raw, at, typed) : [{ op: 'set', path: at, value: typed }], key)
            }
          />
        );
      })}
    </div>
  );
}
