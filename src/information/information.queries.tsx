import { informationContract } from '#information/information.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const information = queriesFor(informationContract, 'information');
export const informationClient = clientFor(informationContract);

export const informationQuery = (id: string) => information.show.queryOptions({ input: { id } });
export const projectQuery = (id: string) => information.showProject.queryOptions({ input: { id } });
