import { sure, type Known } from '#sample/known.ts';
import { workDay } from '#sample/relative.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';

type ReviewCue = Extract<Cue, { kind: 'review' }>;

/** Plans a team's review, and holds it where the content says what was said. */
export async function playReview(stage: Stage, known: Known, cue: ReviewCue): Promise<void> {
  const { review } = cue;
  const { reviews } = stage.as(cue);
  const { id, version } = await reviews.create({
    name: review.name,
    on: workDay(known.today, review.on ?? review.at),
    memberIds: review.members.map((name) => sure(known.users, name)),
    about: { kind: 'team', teamId: sure(known.teams, cue.by) },
  });
  if (review.comment) {
    const { by, deal, text } = review.comment;
    const { items } = await reviews.show({ id });
    const itemId = items.find((item) => item.deal.name === deal)?.id;
    if (!itemId) throw new Error(`${deal} is not on the agenda`);
    await stage.as({ by, at: cue.at }).reviews.comment({ id, itemId, body: text });
  }
  if (review.items.length > 0) await holdReview(stage, known, cue, { id, version });
}

async function holdReview(stage: Stage, known: Known, cue: ReviewCue, at: { id: string; version: number }) {
  const { review } = cue;
  const { reviews } = stage.as(cue);
  const dealIds = review.items.map(({ deal }) => sure(known.deals, deal).id);
  const picked = await reviews.setAgenda({ ...at, dealIds });
  const { id, version } = await reviews.start({ id: at.id, version: picked.version });
  const { items } = await reviews.show({ id });
  for (const [place, { deal, notes, decision, questions, weak, acts }] of review.items.entries()) {
    const item = items[place]!;
    const on = { id, itemId: item.id };
    const give = async ({ what, for: owner, due }: (typeof acts)[number], more: object) => {
      const ownerId = sure(known.users, owner);
      const act = await reviews.addAct({ ...on, title: what, ownerId, dueOn: workDay(known.today, due), ...more });
      known.tasks.set(`${deal} ${what}`, { id: act.taskId, version: 1 });
    };
    for (const { ask, answer } of questions) await reviews.addPoint({ ...on, kind: 'question', text: ask, answer });
    for (const { text, check, act } of weak) {
      const point = await reviews.addPoint({ ...on, kind: 'vulnerability', text, checkId: check });
      if (act) await give(act, { pointId: point.id, checkId: check });
    }
    for (const act of acts) await give(act, {});
    await reviews.write({ ...on, version: item.version, notes, decision, discussed: true });
  }
  await reviews.close({ id, version, summary: review.summary });
}
