import { tasksContract } from '#tasks/tasks.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const tasks = queriesFor(tasksContract, 'tasks');
export const taskClient = clientFor(tasksContract);
