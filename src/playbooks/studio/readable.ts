import { buyingRoles, periods, questionKinds } from '#method/scales.ts';
import { isStrength } from '#method/evidence.ts';
import { lists } from '#method/fact-lists.ts';
import { isRecord } from '#method/rule-problems.ts';

/** A method that is not whole yet, with '…' for what is missing, so that its pages can be looked at. */
export function readable(raw: unknown): unknown {
  const root = fields(raw);
  return {
    id: word(root.id),
    version: 1,
    name: pair(root.name),
    description: pair(root.description),
    source: pair(root.source),
    enteredLate: pair(root.enteredLate),
    overview: pair(root.overview),
    followsBuyer: root.followsBuyer === true,
    ...weights(root.weights),
    buyerStages: list(root.buyerStages).map((buyer) => ({
      id: word(buyer.id),
      name: pair(buyer.name),
      period: known(periods, buyer.period) ? buyer.period : 'guiding',
    })),
    ...(isRecord(root.parking) && {
      parking: {
        name: pair(root.parking.name),
        advice: pair(root.parking.advice),
        criteria: words(root.parking.criteria),
        revisitInDays: count(root.parking.revisitInDays, 90),
      },
    }),
    stages: list(root.stages).map((stage) => ({
      id: word(stage.id),
      name: pair(stage.name),
      buyerStages: words(stage.buyerStages),
      startMark: pair(stage.startMark),
      endMark: pair(stage.endMark),
      policy: pair(stage.policy),
      endless: stage.endless === true,
      steps: pairs(stage.steps),
      tips: pairs(stage.tips),
      artifacts: words(stage.artifacts).filter((kind) => known(lists.artifacts.fields.kind.words, kind)),
      checks: list(stage.checks).map(check),
    })),
    funnel: [],
  };
}

function check(raw: Fields) {
  const next = fields(raw.next);
  const question = fields(next.question);
  return {
    id: word(raw.id),
    text: pair(raw.text),
    mandatory: raw.mandatory === true,
    ...(raw.rule !== undefined && { rule: raw.rule }),
    ...(isRecord(raw.accept) && { accept: { rule: raw.accept.rule, text: pair(raw.accept.text) } }),
    halfLifeDays: count(raw.halfLifeDays, 60),
    ...weights(raw.weights),
    permanent: raw.permanent === true,
    verify: pair(raw.verify),
    signals: list(raw.signals).map((signal) => ({
      id: word(signal.id),
      text: pair(signal.text),
      direction: signal.direction === 'refutes' ? 'refutes' : 'supports',
    })),
    falseFriends: pairs(raw.falseFriends),
    next: {
      act: pair(next.act),
      ask: words(next.ask).filter((role) => known(buyingRoles, role)),
      dueInDays: count(next.dueInDays, 7),
      ...(typeof next.daysBeforeTender === 'number' && { daysBeforeTender: next.daysBeforeTender }),
      ...(known(questionKinds, question.kind) && { question: { kind: question.kind, text: pair(question.text) } }),
    },
  };
}

type Fields = Record<string, unknown>;
const OPEN = '…';
const fields = (raw: unknown): Fields => (isRecord(raw) ? raw : {});
const list = (raw: unknown): Fields[] => (Array.isArray(raw) ? raw.filter(isRecord) : []);
const words = (raw: unknown): string[] => (Array.isArray(raw) ? raw.filter((item) => typeof item === 'string') : []);
const word = (raw: unknown) => (typeof raw === 'string' && raw.trim() !== '' ? raw : OPEN);
const count = (raw: unknown, otherwise: number) => (typeof raw === 'number' ? raw : otherwise);
const weights = (raw: unknown) => {
  const kept = Object.entries(fields(raw)).filter(([strength, of]) => isStrength(strength) && typeof of === 'number');
  return kept.length > 0 && { weights: Object.fromEntries(kept) };
};
const pair = (raw: unknown) => ({ zh: word(fields(raw).zh), en: word(fields(raw).en) });
const pairs = (raw: unknown) => (Array.isArray(raw) ? raw.map(pair) : []);
const known = (of: object, value: unknown): value is string => typeof value === 'string' && Object.hasOwn(of, value);
