import { effortContract } from '#effort/effort.contract.ts';
import { queriesFor } from '#ui/client.tsx';

const efforts = queriesFor(effortContract, 'effort');
export const effortQuery = (days: 30 | 90) => efforts.show.queryOptions({ input: { days }, staleTime: 60_000 });
