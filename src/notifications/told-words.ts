import { closeReasons, type CloseReason } from '#deals/deal-words.ts';
import type { Lang, Messages } from '#shared/messages.ts';
import type { Notification } from '#notifications/notification.ts';
import { notificationMessages } from '#notifications/notifications.messages.ts';

type Told = Pick<Notification, 'kind' | 'facts'>;

/** What happened, without who did it: '在“水厂二期”添加了证据'. */
export function toldWords({ kind, facts }: Told, lang: Lang): string {
  const m: Messages<typeof notificationMessages.zh> = notificationMessages[lang];
  return m.told[kind](facts.name, kind.endsWith('.merged') ? (facts.other ?? '') : (facts.stage?.[lang] ?? m.noStage));
}

/** What more there is to read: the check and what was said of it, the reason, the counts. */
export function moreWords({ facts }: Told, lang: Lang, dayWords: (day: string) => string): string {
  const m: Messages<typeof notificationMessages.zh> = notificationMessages[lang];
  const reason = facts.reason && facts.reason in closeReasons ? closeReasons[facts.reason as CloseReason][lang] : null;
  const counts = Object.entries(facts.counts ?? {}).map(([kind, count]) =>
    kind in m.counts ? m.counts[kind as keyof typeof m.counts](count) : '',
  );
  const several = facts.several && m.several(facts.several);
  const parts = [
    several,
    facts.check?.[lang],
    reason,
    facts.said,
    facts.dueOn && m.due(dayWords(facts.dueOn)),
    facts.protectedUntil && m.protected(dayWords(facts.protectedUntil)),
    facts.heldOn && m.held(dayWords(facts.heldOn)),
    ...counts,
  ];
  return parts.filter(Boolean).join(' · ');
}
