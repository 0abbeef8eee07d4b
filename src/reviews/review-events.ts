import type { EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';

type Said = {
  deals?: number;
  acts?: number;
  decision?: string;
  preview?: string;
  deal?: string;
  review?: { name?: string };
};
const said = ({ data }: ToldEvent) => data as Said;
const words =
  (title: Text, detail?: (event: ToldEvent, lang: Lang) => string | undefined): EventWords[string] =>
  (event, lang) => ({ title: title[lang], detail: detail?.(event, lang) || undefined });
const name = ({ data }: ToldEvent) => data.name;

function acts(count: number | undefined, lang: Lang): string {
  if (!count) return '';
  if (lang === 'zh') return `安排 ${count} 项行动`;
  return count === 1 ? '1 act' : `${count} acts`;
}

/** What happened to deal reviews, and of a deal that it was in one. */
export const reviewEventWords: EventWords = {
  'review.planned': words({ zh: '安排了商机评审', en: 'Deal review planned' }, name),
  'review.changed': words({ zh: '修改了商机评审', en: 'Deal review changed' }, name),
  'review.agendaChanged': words({ zh: '调整了评审议程', en: 'Agenda of a review changed' }, name),
  'review.started': words({ zh: '开始了商机评审', en: 'Deal review begun' }, name),
  'review.closed': words({ zh: '结束了商机评审', en: 'Deal review closed' }, (event, lang) =>
    [name(event), acts(said(event).acts, lang)].filter(Boolean).join(' · '),
  ),
  'review.commented': words({ zh: '评论了评审', en: 'Comment on a review' }, (event) =>
    [said(event).deal, said(event).preview].filter(Boolean).join(' · '),
  ),
  'review.commentRemoved': words({ zh: '删除了一条评审评论', en: 'Comment on a review removed' }, name),
  'deal.reviewed': words({ zh: '在商机评审中讨论', en: 'Discussed in a deal review' }, (event, lang) => {
    const { review, decision, acts: count } = said(event);
    return [review?.name, decision, acts(count, lang)].filter(Boolean).join(' · ');
  }),
};
