import type { EventTelling, EventWords, ToldEvent } from '#platform/events/event-words.ts';
import type { Lang, Text } from '#shared/messages.ts';

type Method = Text & { readonly version: number };
type Data = {
  methods?: { from: Method; to: Method };
  stages?: { from?: Text; to?: Text };
  evidence?: { carried: number; aside: number };
  move?: unknown;
};

const words = {
  zh: {
    migrated: (to: Method) => `换到“${to.zh}”第 ${to.version} 版`,
    changed: (to: Method) => `更换方法论为“${to.zh}”`,
    from: (from: Method) => `原为“${from.zh}”第 ${from.version} 版`,
    stages: (from: string, to: string) => `阶段 ${from} → ${to}`,
    evidence: (carried: number, aside: number) =>
      aside === 0 ? `${carried} 条证据随行` : `${carried} 条证据随行，${aside} 条留存备查`,
  },
  en: {
    migrated: (to: Method) => `Moved to version ${to.version} of “${to.en}”`,
    changed: (to: Method) => `Method changed to “${to.en}”`,
    from: (from: Method) => `from “${from.en}”, version ${from.version}`,
    stages: (from: string, to: string) => `stage ${from} → ${to}`,
    evidence: (carried: number, aside: number) =>
      aside === 0 ? `${carried} evidence carried` : `${carried} evidence carried, ${aside} kept aside`,
  },
};

function tell(event: ToldEvent, lang: Lang, title: 'migrated' | 'changed'): EventTelling {
  const { methods, stages, evidence, move } = event.data as Data;
  const m = words[lang];
  if (!methods) return { title: lang === 'zh' ? '更换了方法论' : 'Method changed' };
  const detail = [
    m.from(methods.from),
    move && stages?.from && stages.to ? m.stages(stages.from[lang], stages.to[lang]) : undefined,
    evidence && evidence.carried + evidence.aside > 0 ? m.evidence(evidence.carried, evidence.aside) : undefined,
  ];
  return { title: m[title](methods.to), detail: detail.filter(Boolean).join(' · ') };
}

/** A deal's change of version or method, told in words. */
export const movingEventWords: EventWords = {
  'deal.migrated': (event, lang) => tell(event, lang, 'migrated'),
  'deal.methodChanged': (event, lang) => tell(event, lang, 'changed'),
};
