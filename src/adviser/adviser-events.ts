import { advisedPlaybooks, modes, type Mode } from '#method/adviser-words.ts';
import type { EventWords } from '#platform/events/event-words.ts';

const advised: EventWords[string] = ({ data }, lang) => {
  const mode = modes[data['mode'] as Mode]?.[lang] ?? '';
  const book = advisedPlaybooks[data['playbookId'] as keyof typeof advisedPlaybooks]?.[lang];
  const source = typeof data['source'] === 'string' ? data['source'] : undefined;
  return {
    title: lang === 'zh' ? `选定打法：${mode}` : `Selling mode: ${mode}`,
    detail: [book, source].filter(Boolean).join(' · ') || undefined,
  };
};

export const adviserEventWords: EventWords = { 'deal.modeAdvised': advised, 'account.modeAdvised': advised };
