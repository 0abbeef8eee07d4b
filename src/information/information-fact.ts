import type { FactType } from '#method/fact-type.ts';
import type { personFunctions, personLevels } from '#method/scales.ts';
import type { Text } from '#shared/messages.ts';

/** The four kinds of customer information, finance beside them, and what is asked of one deal's project. Source: Domain §3. */
export const informationKinds = {
  current: { zh: '现状', en: 'Current state' },
  organisation: { zh: '组织', en: 'Organisation' },
  people: { zh: '人员', en: 'People' },
  competition: { zh: '竞争', en: 'Competition' },
  finance: { zh: '财务', en: 'Finance' },
  project: { zh: '项目', en: 'Project' },
} as const satisfies { [kind: string]: Text };
export type InformationKind = keyof typeof informationKinds;

/** Of an account; `project` belongs to a deal. */
export const accountKinds = ['current', 'organisation', 'people', 'competition', 'finance'] as const;
export type AccountKind = (typeof accountKinds)[number];

export type PersonFunction = keyof typeof personFunctions;
export type PersonLevel = keyof typeof personLevels;

/** Who usually knows: people of these functions, the likeliest first; a level where it matters. */
export type Knower = { readonly functions: readonly PersonFunction[]; readonly level?: PersonLevel };

/** The fields of an account that are information already: they are kept there, and only counted here. */
export type AccountField = 'scale' | 'ownership' | 'address' | 'site';

/** One thing to know of a customer: its words, how it is answered, what to ask, and who usually knows. */
export type InformationFact = {
  readonly id: string;
  readonly kind: InformationKind;
  readonly name: Text;
  readonly type: FactType;
  /** Share in its kind's completeness, relative to the others'. */
  readonly weight: number;
  readonly question: Text;
  readonly ask: Knower;
  /** Kept elsewhere: in this field of the account, or as this fact of the deal. */
  readonly keptIn?: AccountField | `deal:${string}`;
};
