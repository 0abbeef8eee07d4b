import { z } from 'zod';
import {
  buyingRoles,
  changeAttitudes,
  communicationStyles,
  personFunctions,
  personLevels,
  relationships,
} from '#method/scales.ts';

const keysOf = <K extends string>(words: { readonly [key in K]: unknown }) => z.enum(Object.keys(words) as [K, ...K[]]);

/** What a deal knows of a person, as `lists.stakeholders` of the facts keeps it, without id, name and title. */
export const StakeholderFields = z.strictObject({
  roles: z.array(keysOf(buyingRoles)).optional(),
  function: keysOf(personFunctions).optional(),
  level: keysOf(personLevels).optional(),
  key: z.boolean().optional(),
  relationship: keysOf(relationships).optional(),
  style: keysOf(communicationStyles).optional(),
  attitude: keysOf(changeAttitudes).optional(),
  faction: z.string().max(40).optional(),
  stance: z.int().min(-2).max(2).optional(),
  contactDegree: z.int().min(0).max(3).optional(),
  coach: z.boolean().optional(),
  influence: z.int().min(0).max(10).optional(),
});
export type StakeholderFields = z.infer<typeof StakeholderFields>;
