import { InfoCircleOutlined, WarningFilled } from '@ant-design/icons';
import { dayWords } from '#ui/day-words.ts';
import type { StandingWarning } from '#method/briefing-warnings.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { openOverrides } from '#deals/page/deal-view.ts';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#deals/page/Notices.module.css';

/** That the gate is shut is said by the gate itself. */
const elsewhere: readonly StandingWarning['code'][] = ['doNotRunOn'];
const quiet: readonly StandingWarning['code'][] = ['buyerUnknown'];

/** What has to be said aloud as long as it is so: the pace, a late entry, gates opened and not yet made good. */
export function Notices({ onStage }: { onStage: (stageId: string) => void }) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view } = useDeal();
  const { deal, names } = view.page;
  if (deal.state === 'lost' || deal.state === 'parked') return null;
  const warnings = view.briefing.warnings.filter(({ code }) => !elsewhere.includes(code));
  const overrides = openOverrides(view);
  if (warnings.length + overrides.length === 0) return null;
  return (
    <ul className={styles.notices} aria-label={m.warnings}>
      {overrides.map((override) => (
        <li key={`${override.stage} ${override.on} ${override.reason}`} data-tone="bad">
          <WarningFilled aria-hidden="true" />
          <span>
            {m.overrideOpen(
              names[override.by] ?? '',
              dayWords(override.on, view.today, lang),
              view.compiled.stageById.get(override.stage)?.stage.name[lang] ?? override.stage,
              override.missing.length,
            )}
            <small>{m.overrideReason(override.reason)}</small>
          </span>
          <button type="button" onClick={() => onStage(override.stage)}>
            {m.seeMissing}
          </button>
        </li>
      ))}
      {warnings.map(({ code, words }) => (
        <li key={code} data-tone={quiet.includes(code) ? 'calm' : 'warn'}>
          {quiet.includes(code) ? <InfoCircleOutlined aria-hidden="true" /> : <WarningFilled aria-hidden="true" />}
          <span>{words[lang]}</span>
        </li>
      ))}
    </ul>
  );
}
