import type { Ground } from '#method/lint/lint-subject.ts';

type Stages = readonly { readonly id: string; readonly checks: readonly { readonly id: string }[] }[];

/** Where on the deal's page a record stands, as its URL says it; undefined: it is read where it is named. */
export function groundPlace(ground: Ground, stages: Stages): Record<string, string | undefined> | undefined {
  switch (ground.kind) {
    case 'check': {
      const stage = stages.find(({ checks }) => checks.some(({ id }) => id === ground.id));
      return stage && { tab: undefined, stage: stage.id, check: ground.id };
    }
    case 'person':
      return { tab: 'people', check: undefined, person: ground.id };
    case 'task':
      return { tab: 'records', check: undefined };
    case 'change':
      return { tab: 'timeline', check: undefined };
    default:
      return undefined;
  }
}
