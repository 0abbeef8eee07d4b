import { z } from 'zod';
import { Id } from '#shared/id.ts';
import { refuse, type RefusalKinds } from '#shared/refusal.ts';

export const TeamName = z.string().trim().min(1).max(60);

export const Team = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  path: z.array(Id).meta({ description: 'Ancestors from the root down, this team last' }),
  people: z.int().meta({ description: 'Active people directly in it' }),
  version: z.int(),
});
export type Team = z.infer<typeof Team>;

export const teamRefusals = {
  'team.nameTaken': {
    status: 409,
    words: (data: { name: string }) => ({
      zh: `同一上级下已有“${data.name}”，请换一个名称。`,
      en: `There is already a "${data.name}" under the same parent; choose another name.`,
    }),
  },
  'team.cycle': {
    status: 422,
    words: () => ({
      zh: '不能把团队移到它自己或它的下级之下。',
      en: 'A team cannot be moved under itself or a team below it.',
    }),
  },
  'team.parentMissing': {
    status: 422,
    words: () => ({ zh: '找不到所选的上级团队，请重新选择。', en: 'The chosen parent does not exist; choose again.' }),
  },
  'team.notEmpty': {
    status: 409,
    words: (data: { people: number; teams: number; records: number }) => ({
      zh: `团队还不是空的：${data.people} 人、${data.teams} 个下级团队、${data.records} 条记录。请先移走，再删除。`,
      en: `The team is not empty: ${data.people} people, ${data.teams} teams, ${data.records} records. Move them first.`,
    }),
  },
  'team.root': {
    status: 422,
    words: () => ({
      zh: '最上级团队代表整个公司，不能移动或删除。',
      en: 'The top team stands for the company; it cannot be moved or removed.',
    }),
  },
} satisfies RefusalKinds;

type Place = { id: string; parentId: string | null; path: readonly string[] };

/** Where a team goes. `siblings`: names under the new parent, this team left out. @returns its new path */
export function decidePlace(team: Place, parent: Place | null | undefined, name: string, siblings: readonly string[]) {
  if (parent === undefined) return refuse('team.parentMissing');
  if (team.parentId === null && parent !== null) return refuse('team.root');
  if (parent?.path.includes(team.id)) return refuse('team.cycle');
  if (siblings.includes(name)) return refuse('team.nameTaken', { name });
  return { path: [...(parent?.path ?? []), team.id] };
}

export function decideRemoval(team: Place, holds: { people: number; teams: number; records: number }) {
  if (team.parentId === null) return refuse('team.root');
  return holds.people + holds.teams + holds.records > 0 ? refuse('team.notEmpty', holds) : { removed: true as const };
}

export type TeamNode<T> = T & { children: TeamNode<T>[] };

/** The flat list as a tree, siblings by name. */
export function treeOf<T extends { id: string; parentId: string | null; name: string }>(teams: readonly T[]) {
  const nodes = new Map(teams.map((team) => [team.id, { ...team, children: [] as TeamNode<T>[] }]));
  const roots: TeamNode<T>[] = [];
  for (const node of [...nodes.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'zh')))
    (nodes.get(node.parentId ?? '')?.children ?? roots).push(node);
  return roots;
}
