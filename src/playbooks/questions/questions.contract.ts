import { z } from 'zod';
import { AskedProblem, FalseFriend, kinds } from '#method/question-bank.ts';
import { query } from '#platform/http/endpoint.ts';

const Named = z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) });

export const questionsContract = {
  list: query({
    path: '/questions',
    access: 'playbook.read',
    summary: {
      zh: '问题库：按行业和难题查提问与假信号',
      en: 'Question bank: questions by industry and problem, false friends',
    },
    input: z.object({
      industry: z.string().max(60).optional(),
      trade: z
        .string()
        .max(60)
        .optional()
        .meta({ description: "An account's industry as people typed it; picks the industry where none is given" }),
      problem: z.string().max(60).optional(),
      kind: z.enum(kinds).optional(),
      search: z.string().trim().max(100).optional(),
    }),
    output: z.object({
      industry: z.string().nullable().meta({ description: 'The industry that the answer was narrowed to' }),
      industries: z.array(Named.extend({ problems: z.array(Named) })).meta({ description: 'All there are to choose' }),
      problems: z.array(AskedProblem),
      falseFriends: z.array(FalseFriend),
    }),
  }),
};
