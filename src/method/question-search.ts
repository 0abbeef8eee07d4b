import type { Text } from '#shared/messages.ts';
import type { AskedProblem, BankIndustry, FalseFriend, QuestionBank } from '#method/question-bank.ts';
import { type QuestionKind, questionKinds } from '#method/scales.ts';

const kinds = Object.keys(questionKinds) as QuestionKind[];

/** The industry that an account's own word for it belongs to: by the longest word that it holds, else any industry. */
export function industryOf({ industries }: QuestionBank, typed: string): BankIndustry | undefined {
  const text = plain(typed);
  const hits = industries.flatMap((industry) =>
    industry.matches.filter((word) => text.includes(plain(word))).map((word) => ({ industry, word })),
  );
  const longest = hits.toSorted((a, b) => b.word.length - a.word.length)[0];
  return longest?.industry ?? industries.find(({ matches }) => matches.length === 0);
}

export function problemsOf(bank: QuestionBank): AskedProblem[] {
  return bank.industries.flatMap((industry) =>
    industry.problems.map(({ id, name, about, ask, ...byKind }) => ({
      industry: industry.id,
      id,
      name,
      about,
      ask,
      questions: kinds.flatMap((kind) =>
        byKind[kind].map(({ id: own, ...text }) => ({ id: `${id}.${own}`, kind, text })),
      ),
    })),
  );
}

export type QuestionFilter = {
  readonly industry?: string;
  readonly problem?: string;
  readonly kind?: QuestionKind;
  readonly search?: string;
};

/**
 * Problems with those of their questions that pass; one without any is left out. Text is looked for in both languages; a
 * problem whose own name says it brings all its questions.
 */
export function narrowed<P extends Omit<AskedProblem, 'ask'>>(problems: readonly P[], filter: QuestionFilter): P[] {
  const { industry, problem, kind, search } = filter;
  return problems
    .filter((one) => (industry ?? one.industry) === one.industry && (problem ?? one.id) === one.id)
    .map((one) => {
      const named = holds([one.name, one.about], search);
      const passes = ({ kind: its, text }: P['questions'][number]) =>
        (kind ?? its) === its && (named || holds([text], search));
      return { ...one, questions: one.questions.filter(passes) };
    })
    .filter(({ questions }) => questions.length > 0);
}

/** False friends that say the text; they belong to no industry and answer to no kind. */
export function friendsSaying<F extends Omit<FalseFriend, 'topic'>>(friends: readonly F[], search?: string): F[] {
  return friends.filter(({ looks, why, verify }) => holds([looks, why, verify], search));
}

function holds(texts: readonly Text[], wanted = ''): boolean {
  const text = plain(wanted.trim());
  return texts.some(({ zh, en }) => plain(`${zh}\n${en}`).includes(text));
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
