import { questionsContract } from '#playbooks/questions/questions.contract.ts';
import { queriesFor, type ClientOf } from '#ui/client.tsx';

const questions = queriesFor(questionsContract, 'questions');

export type Bank = Awaited<ReturnType<ClientOf<typeof questionsContract>['list']>>;
type Asked = Parameters<ClientOf<typeof questionsContract>['list']>[0];

/** The bank comes with the product: asked once. */
export const questionsQuery = (input: Asked = {}) => questions.list.queryOptions({ input, staleTime: Infinity });
