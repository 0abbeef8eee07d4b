import { z } from 'zod';
import { query } from '#platform/http/endpoint.ts';
import { Today } from '#today/today.ts';

export const todayContract = {
  show: query({
    path: '/today',
    access: 'signedIn',
    summary: { zh: '工作台：今天该做什么', en: 'The workbench: what to do today' },
    input: z.object({}),
    output: Today,
  }),
};
