import { playCoaches, playMap, playMeeting } from '#sample/chain-steps.server.ts';
import { factFrom } from '#sample/facts.ts';
import { linesFrom, sure, type Known } from '#sample/known.ts';
import { workDay } from '#sample/relative.ts';
import type { Cue } from '#sample/schedule.ts';
import type { Stage } from '#sample/stage.server.ts';
import type { Step, Story } from '#sample/story.ts';
import type { Deal } from '#deals/deal.ts';
import { strengthWeights, type Strength } from '#method/evidence.ts';
import type { FactLists } from '#method/fact-source.ts';

type StepCue = Extract<Cue, { kind: 'step' }>;

/** Plays one step of a deal's story through the endpoint that a person would use. */
export async function playStep(stage: Stage, known: Known, cue: StepCue): Promise<void> {
  const { deals, lint, notes, tasks } = stage.as(cue);
  const { story, step } = cue;
  const deal = sure(known.deals, story.deal);
  const at = { id: deal.id, version: deal.version };
  const keep = (changed: Deal) => void known.deals.set(story.deal, changed);
  if ('task' in step) {
    const task = await tasks.create({
      title: step.task,
      dueOn: workDay(known.today, step.due),
      ownerId: sure(known.users, step.for ?? cue.by),
      subjectKind: 'deal',
      subjectId: deal.id,
      checkId: step.check,
    });
    known.tasks.set(cue.key, task);
  } else if ('check' in step) {
    const { record } = await deals.addEvidence({ id: deal.id, ...evidenceFrom(known, story, step, cue.at) });
    if (step.as) known.evidence.set(`${story.deal} ${step.as}`, record.id);
    if (!step.against)
      for (const who of new Set(['', step.from ?? ''])) known.heard.set(`${story.deal} ${who}`, record.id);
    await playCoaches(stage.as(cue), known, deal.id, story, cue.at);
  } else if ('waive' in step) {
    const until = workDay(known.today, step.until);
    await lint.waive({ id: deal.id, rule: step.waive, reason: step.because, until });
  } else if ('retract' in step) {
    const evidenceId = sure(known.evidence, `${story.deal} ${step.retract}`);
    await deals.retractEvidence({ id: deal.id, evidenceId, reason: step.because });
  } else if ('advance' in step) {
    const { advance } = step;
    const how =
      advance === true
        ? {}
        : 'override' in advance
          ? { override: { reason: advance.override } }
          : { won: { reason: advance.won, note: advance.note } };
    keep(await deals.advance({ ...at, ...how }));
  } else if ('facts' in step) {
    const values = Object.fromEntries(
      Object.entries(step.facts).map(([fact, value]) => [fact, factFrom(fact, value, known.today)]),
    );
    keep(await deals.recordFacts({ ...at, values }));
  } else if ('meet' in step)
    await playMeeting(stage.as(cue), known, { story, dealId: deal.id, at: cue.at, people: step.meet });
  else if ('chain' in step)
    await playMap(stage.as(cue), known, { kind: 'deal', id: deal.id }, step.chain, step.because);
  else if ('tell' in step) {
    const told = { id: deal.id, personId: sure(known.contacts, step.from).id, on: cue.at.slice(0, 10) };
    const { tellings } = await stage.as(cue).chain.tell({ ...told, statement: step.tell });
    known.tellings.set(cue.key, tellings.find(({ statement }) => statement === step.tell)!.id);
  } else if ('ratings' in step || 'artifacts' in step) {
    keep(await deals.recordFacts({ ...at, lists: listsFrom(step, deal.facts.lists) as never }));
  } else if ('back' in step) keep(await deals.moveBack({ ...at, to: step.back, reason: step.because }));
  else if ('accept' in step) keep(await deals.accept({ ...at, check: step.accept, plan: step.plan }));
  else if ('park' in step) {
    const revisitOn = workDay(known.today, step.revisit);
    keep(await deals.park({ ...at, reason: step.park, note: step.note, revisitOn }));
  } else if ('lose' in step) {
    const { lose: reason, note, winner, gap } = step;
    const priceGap = gap === undefined ? undefined : Math.round(gap * 1_000_000);
    keep(await deals.lose({ ...at, reason, note, winner, priceGap }));
  } else if ('reopen' in step) keep(await deals.reopen({ ...at, reason: step.reopen }));
  else if ('change' in step) {
    const { amount, closeOn, ...rest } = step.change;
    keep(
      await deals.update({
        ...at,
        ...rest,
        ...(amount !== undefined && { amount: Math.round(amount * 1_000_000) }),
        ...(closeOn !== undefined && { closeOn: workDay(known.today, closeOn) }),
      }),
    );
  } else if ('lines' in step) keep(await deals.setLines({ ...at, lines: linesFrom(known, step.lines) }));
  else if ('team' in step) {
    const members = Object.entries(step.team).map(([name, role]) => ({ userId: sure(known.users, name), role }));
    keep(await deals.setMembers({ ...at, members }));
  } else if ('assign' in step) keep(await deals.assign({ ...at, ownerId: sure(known.users, step.assign) }));
  else await notes.create({ subjectKind: 'deal', subjectId: deal.id, body: step.note });
}

type EvidenceStep = Exclude<Extract<Step, { check: string }>, { task: string }>;

function evidenceFrom(known: Known, story: Story, step: EvidenceStep, at: string) {
  const strengths = (Object.keys(strengthWeights) as Strength[]).filter((strength) => step[strength] !== undefined);
  if (strengths.length !== 1) throw new Error(`evidence wants one strength, has ${strengths.join(', ') || 'none'}`);
  const strength = strengths[0]!;
  const source = step.from
    ? ({ kind: 'stakeholder', id: sure(known.contacts, step.from).id, name: step.from } as const)
    : step.doc
      ? ({ kind: 'document', name: step.doc } as const)
      : step.via
        ? ({ kind: 'channel', name: step.via } as const)
        : ({ kind: 'observation' } as const);
  return {
    check: step.check,
    signal: step.signal,
    direction: step.against ? ('refutes' as const) : ('supports' as const),
    strength,
    statement: step[strength]!,
    source,
    observedOn: step.seen === undefined ? at.slice(0, 10) : workDay(known.today, step.seen),
    retracts: step.corrects && sure(known.evidence, `${story.deal} ${step.corrects}`),
  };
}

type ListStep = Extract<Step, { ratings: unknown } | { artifacts: unknown }>;

function listsFrom(step: ListStep, lists: FactLists): FactLists {
  if ('artifacts' in step) {
    const added = Object.entries(step.artifacts).map(([kind, name]) => ({ kind, name }));
    return { artifacts: [...(lists.artifacts ?? []), ...added] as FactLists['artifacts'] };
  }
  const kept = (lists.ratings ?? []).filter(({ item }) => !item || !(item in step.ratings));
  const added = Object.entries(step.ratings).map(([item, [rating, name]]) => ({ item, rating, name }));
  return { ratings: [...kept, ...added] as FactLists['ratings'] };
}
