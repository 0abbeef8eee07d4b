import { refuseWritten } from '#compliance/written-text.ts';
import { refuse, type Refusal } from '#shared/refusal.ts';
import type { Day } from '#shared/day.ts';
import type { FactValues } from '#method/fact-source.ts';
import { accountFacts } from '#information/account-catalogue.ts';
import type { Completeness } from '#information/completeness.ts';
import type { InformationFact } from '#information/information-fact.ts';
import type { Told } from '#information/information.ts';
import { projectFacts } from '#information/project-catalogue.ts';
import { rowTexts, type RowOf } from '#information/information-row.ts';
import { type Value, valueFault } from '#information/information-value.ts';

export type SubjectKind = 'account' | 'deal';

export function catalogueOf(kind: SubjectKind): readonly InformationFact[] {
  return kind === 'account' ? accountFacts : projectFacts;
}

export const factOf = (id: string) => [...accountFacts, ...projectFacts].find((fact) => fact.id === id);

type Asked = { item: string; value: Value | null; told: Told };

/** May this be recorded of an account, or of a deal? The fact that it is about, or why not. */
export function decideFact(kind: SubjectKind, { item, value, told }: Asked, today: Day): InformationFact | Refusal {
  const fact = catalogueOf(kind).find(({ id }) => id === item);
  if (!fact) return refuse('information.unknownItem');
  if (fact.keptIn) return refuse('information.keptElsewhere', { name: fact.name });
  const fault = value === null ? null : valueFault(fact.type, value);
  if (fault) return refuse('input.invalid', { issues: [{ path: ['value'], message: fault }] });
  return refuseTold(told, today) ?? refuseWritten(typeof value === 'string' ? value : null) ?? fact;
}

/** May this row be recorded? */
export function refuseRow(content: RowOf, told: Told, today: Day): Refusal | null {
  return refuseTold(told, today) ?? refuseWritten(...rowTexts(content));
}

function refuseTold({ source, observedOn }: Told, today: Day): Refusal | null {
  if ((source.kind === 'contact') !== Boolean(source.contactId)) return refuse('information.whoTold');
  if (observedOn > today) return refuse('information.future');
  return refuseWritten(source.note);
}

/** The method's facts that follow from an account's information; nobody records them by hand. */
export const derivedFacts = [
  'information.current',
  'information.organisation',
  'information.people',
  'information.competition',
] as const satisfies readonly (keyof FactValues)[];

type CreditGrade = NonNullable<FactValues['account.creditGrade']>;

/** What a deal's facts become once its account's information is kept. @param grade null: not known here */
export function withInformation(values: FactValues, complete: Completeness, grade: CreditGrade | null): FactValues {
  return {
    ...values,
    'information.current': complete.current,
    'information.organisation': complete.organisation,
    'information.people': complete.people,
    'information.competition': complete.competition,
    ...(grade && { 'account.creditGrade': grade }),
  };
}

/** Without what followed from the information of an account that the deal has left. */
export function withoutInformation(values: FactValues): FactValues {
  const gone = new Set<string>([...derivedFacts, 'account.creditGrade']);
  return Object.fromEntries(Object.entries(values).filter(([id]) => !gone.has(id)));
}
