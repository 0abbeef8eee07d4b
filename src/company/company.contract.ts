import { z } from 'zod';
import { pick } from '#shared/refusal.ts';
import { command, query } from '#platform/http/endpoint.ts';
import { platformRefusals } from '#platform/http/refusals.ts';
import { Company } from '#company/company.ts';
import { changeOf } from '#shared/change.ts';

export const companyContract = {
  show: query({
    path: '/company',
    access: 'signedIn',
    summary: { zh: '公司设置', en: 'The company and its settings' },
    input: z.object({}),
    output: Company,
  }),
  change: command({
    method: 'PATCH',
    path: '/company',
    access: 'company.write',
    summary: { zh: '修改公司设置', en: 'Change the company settings' },
    input: changeOf(Company).required({ version: true }),
    output: Company,
    refusals: pick(platformRefusals, 'record.changed'),
  }),
};
