import { dealsContract } from '#deals/deals.contract.ts';
import { tasksContract } from '#tasks/tasks.contract.ts';
import { todayContract } from '#today/today.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const workbench = queriesFor(todayContract, 'today');
export const todayQuery = () => workbench.show.queryOptions({ input: {}, refetchOnWindowFocus: true });

export const taskClient = clientFor(tasksContract);
export const dealClient = clientFor(dealsContract);
