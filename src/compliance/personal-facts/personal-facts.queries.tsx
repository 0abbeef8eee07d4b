import { personalFactsContract } from '#compliance/personal-facts/personal-facts.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

export const personalFacts = queriesFor(personalFactsContract, 'personalFacts');
export const personalFactClient = clientFor(personalFactsContract);
