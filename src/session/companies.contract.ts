import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { query } from '#platform/http/endpoint.ts';

/** For people who work for several companies with one sign-in. */
export const companiesContract = {
  list: query({
    path: '/session/companies',
    access: 'signedIn',
    summary: { zh: '本人所在的公司', en: 'The companies I belong to' },
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ id: Id, name: z.string(), current: z.boolean() })) }),
  }),
};
