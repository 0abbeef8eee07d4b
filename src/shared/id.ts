import { z } from 'zod';

/** UUIDv7 of any record. */
export const Id = z.uuid();
export type Id = string;
