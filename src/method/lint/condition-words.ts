import type { Text } from '#shared/messages.ts';
import { counts } from '#method/fact-lists.ts';
import type { FactType } from '#method/fact-type.ts';
import { facts } from '#method/facts.ts';
import { noFacts } from '#method/fact-source.ts';
import { lintFacts } from '#method/lint/lint-facts.ts';
import { both } from '#method/method.messages.ts';
import { type Explanation, compileExplanation } from '#method/rule-explain.ts';
import type { Rule } from '#method/rule.ts';

/** What a condition asks, a line for each part, indented by its depth. */
export function conditionWords(condition: Rule): Text[] {
  return linesOf(compileExplanation(condition, { buyerStages: [], further: lintFacts })(noFacts), 0);
}

function linesOf({ words, parts = [] }: Explanation, depth: number): Text[] {
  const indent = '　'.repeat(depth);
  const line = both((m, lang) => indent + words[lang].replace(`${lang === 'zh' ? '：' : ': '}${m.notRecorded}`, ''));
  return [line, ...parts.flatMap((part) => linesOf(part, depth + 1))];
}

/** Every fact that a lint rule may ask, its name, and what may be written as its value. */
export function askedFacts(): { id: string; name: Text; values: string }[] {
  const single = Object.entries({ ...facts, ...lintFacts }).map(([id, { name, type }]) => ({
    id,
    name,
    values: valuesOf(type),
  }));
  const counted = Object.entries(counts).map(([id, { name, params }]) => ({
    id,
    name,
    values: `number; with: ${Object.keys(params).join(', ')}`,
  }));
  return [...single, ...counted];
}

function valuesOf(type: FactType): string {
  if (type.kind === 'choice' || type.kind === 'choices') return Object.keys(type.words).join(' | ');
  return type.kind === 'number' && type.unit === 'minorUnits' ? 'number (1/100)' : type.kind;
}
