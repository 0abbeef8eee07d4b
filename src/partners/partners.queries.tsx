import { partnersContract } from '#partners/partners.contract.ts';
import { registrationsContract } from '#partners/registrations/registrations.contract.ts';
import { tiesContract } from '#partners/ties/ties.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const partners = queriesFor(partnersContract, 'partners');
export const partnerClient = clientFor(partnersContract);
export const registrations = queriesFor(registrationsContract, 'registrations');
export const registrationClient = clientFor(registrationsContract);
export const ties = queriesFor(tiesContract, 'partnerTies');
export const tieClient = clientFor(tiesContract);
