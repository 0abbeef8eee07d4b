import { friendsSaying, industryOf, narrowed, problemsOf } from '#method/question-search.ts';
import { serve } from '#platform/http/handlers.server.ts';
import { questionBank } from '#playbooks/questions/question-bank.server.ts';
import { questionsContract } from '#playbooks/questions/questions.contract.ts';

export const questionHandlers = serve(questionsContract, {
  list: async (_context, { trade, ...filter }) => {
    const bank = await questionBank();
    const industry = filter.industry ?? (trade === undefined ? undefined : industryOf(bank, trade)?.id);
    return {
      industry: industry ?? null,
      industries: bank.industries.map(({ id, name, problems }) => ({
        id,
        name,
        problems: problems.map((problem) => ({ id: problem.id, name: problem.name })),
      })),
      problems: narrowed(problemsOf(bank), { ...filter, industry }),
      falseFriends: friendsSaying(bank.falseFriends, filter.search),
    };
  },
});
