import { InfoCircleOutlined, WarningFilled } from '@ant-design/icons';
import { useState } from 'react';
import { dayWords } from '#ui/day-words.ts';
import type { StandingWarning } from '#method/briefing-warnings.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { openOverrides } from '#deals/page/deal-view.ts';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#deals/page/Notices.module.css';

/** That the gate is shut is said by the gate itself. */
const elsewhere: readonly StandingWarning['code'][] = ['doNotRunOn', 'roundDue'];
const quiet: readonly StandingWarning['code'][] = ['buyerUnknown'];

/** What has to be said aloud as long as it is so: the pace, a late entry, gates opened and not yet made good. */
export function Notices({ onStage }: { onStage: (stageId: string) => void }) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const isPhone = useIsPhone();
  const [all, setAll] = useState(false);
  const { view } = useDeal();
  const { deal, names } = view.page;
  if (deal.state === 'lost' || deal.state === 'parked') return null;
  const warnings = view.briefing.warnings.filter(({ code }) => !elsewhere.includes(code));
  const overrides = openOverrides(view);
  const loud = warnings.filter(({ code }) => !quiet.includes(code));
  const low = warnings.filter(({ code }) => quiet.includes(code));
  if (warnings.length + overrides.length === 0) return null;
  const told = isPhone && !all ? loud.slice(0, 1) : loud;
  return (
    <div className={styles.notices}>
      {overrides.length > 0 && (
        <ul data-tone="bad" aria-label={m.warnings}>
          {overrides.map((override) => (
            <li key={`${override.stage} ${override.on} ${override.reason}`}>
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
        </ul>
      )}
      {loud.length > 0 && (
        <ul data-tone="warn" aria-label={m.warnings}>
          {told.map(({ code, words }) => (
            <li key={code}>
              <WarningFilled aria-hidden="true" />
              <span>{words[lang]}</span>
            </li>
          ))}
          {isPhone && loud.length > 1 && (
            <li>
              <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? m.fewerWarnings : m.moreWarnings(loud.length - 1)}
              </button>
            </li>
          )}
        </ul>
      )}
      {low.map(({ code, words }) => (
        <p key={code}>
          <InfoCircleOutlined aria-hidden="true" /> {words[lang]}
        </p>
      ))}
    </div>
  );
}
