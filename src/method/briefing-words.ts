import type { Lang } from '#shared/messages.ts';
import type { Briefing } from '#method/briefing.ts';
import { messages } from '#method/method.messages.ts';

/** A briefing as plain lines to read aloud: warnings first, then the steps in their order. */
export function briefingLines(briefing: Briefing, lang: Lang): string[] {
  const m = messages[lang];
  return [
    ...briefing.warnings.map(({ words }) => words[lang]),
    ...briefing.steps.flatMap((step, i) => [
      m.stepLine(i + 1, step.who[lang], step.by, m.reasons[step.reason]),
      ...step.items.map(({ act }) => `   · ${act.act[lang]}${act.question ? m.asking(act.question.text[lang]) : ''}`),
    ]),
  ];
}
