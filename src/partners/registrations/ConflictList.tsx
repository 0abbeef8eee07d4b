import { CheckCircleFilled, ExclamationCircleFilled, SearchOutlined, StopFilled } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { Conflict } from '#partners/registrations/registration.ts';
import { registrationStateWords, registrationTones } from '#partners/registrations/registration-words.ts';
import { registrationFormMessages } from '#partners/registrations/registration-form.messages.ts';
import styles from '#partners/Partners.module.css';
import { dayWords } from '#ui/day-words.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useToday } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';

const icons = { bad: StopFilled, warn: ExclamationCircleFilled, good: CheckCircleFilled, calm: SearchOutlined };
const folders = { account: '/accounts/', deal: '/deals/', registration: '/partners/registrations/' };

/** 撞单: what stands in the way, and what is beside it. @param conflicts undefined: not looked for yet */
export function ConflictList({ conflicts }: { conflicts: readonly Conflict[] | undefined }) {
  const { conflicts: m } = useMessages(registrationFormMessages);
  const lang = useLang();
  const today = useToday();
  const blocking = conflicts?.find(({ blocks }) => blocks);
  const tone = !conflicts ? 'calm' : blocking ? 'bad' : conflicts.length > 0 ? 'warn' : 'good';
  const Icon = icons[tone];
  return (
    <div className={styles.check} data-tone={tone} role="status">
      <p className={styles.outcome} data-tone={tone}>
        <Icon aria-hidden="true" />
        <span>
          {!conflicts
            ? m.looking
            : blocking
              ? m.blocks(dayWords(blocking.protectedUntil!, today, lang))
              : conflicts.length > 0
                ? m.found(conflicts.length)
                : m.none}
        </span>
      </p>
      {conflicts && conflicts.length > 0 && (
        <ul className={styles.rows}>
          {conflicts.map((conflict, at) => (
            // What the reader may not see has no id of its own.
            <li key={conflict.id ?? at} className={styles.row}>
              <div className={styles.main}>
                {conflict.id && conflict.name ? (
                  <Link to={`${folders[conflict.kind]}${conflict.id}`} target="_blank">
                    {conflict.name}
                  </Link>
                ) : (
                  <span>{m.hidden}</span>
                )}
                <span className={styles.sub}>
                  <span>{m.kinds[conflict.kind]}</span>
                  <span>{m.likeness[conflict.likeness]}</span>
                  {conflict.partnerName && <span>{conflict.partnerName}</span>}
                  <span>{conflict.ownerName ? m.owner(conflict.ownerName) : m.unowned}</span>
                </span>
              </div>
              {conflict.state && (
                <Tag tone={conflict.blocks ? 'bad' : registrationTones[conflict.state]}>
                  {conflict.protectedUntil
                    ? m.until(dayWords(conflict.protectedUntil, today, lang))
                    : registrationStateWords[conflict.state][lang]}
                </Tag>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
