import { auditChainContract, auditContract } from '#audit/audit.contract.ts';
import { clientFor, queriesFor } from '#ui/client.tsx';

const contract = { ...auditContract, ...auditChainContract };
export const audit = queriesFor(contract, 'audit');
export const auditClient = clientFor(contract);
