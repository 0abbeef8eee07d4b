import type { NewEvent } from '#platform/events/event.ts';
import type { NotificationFacts, NotificationKind } from '#notifications/notification.ts';
import type { Text } from '#shared/messages.ts';

/** Who is to be told. Whoever did it is never told of it herself. */
export type Audience = {
  people?: readonly string[];
  /** The owner and the members of this deal, but for these. */
  dealTeam?: string;
  except?: readonly string[];
  /** Whoever is called by name after an @ in this note or comment, if she may see what it is about. */
  mentionedIn?: string;
  /** The owners of these deals, too. */
  dealOwners?: readonly string[];
  /** Whoever gave this task. */
  giverOf?: string;
  /** Whoever sent this invitation. */
  inviterOf?: string;
};

/** What is told of an event, before it is known to whom. */
export type Telling = { kind: NotificationKind; to: Audience; facts: NotificationFacts };

/** The tellings of an event; most events have none. */
export function tellingsOf(event: NewEvent): Telling[] {
  return tellers[event.type]?.(event) ?? [];
}

type Teller = (event: NewEvent) => Telling[];

const tellers: { [type: string]: Teller | undefined } = {
  'deal.created': (event) => {
    const ownerId = text(event.data.after?.['ownerId']);
    return ownerId ? [{ kind: 'deal.given', to: { people: [ownerId] }, facts: named(event) }] : [];
  },
  'deal.evidenceAdded': (event) => {
    const { check, statement } = evidenceOf(event);
    const facts = { ...named(event), said: statement, check: wordsFor(event, `check:${check}`) };
    return [{ ...toTeam('deal.evidenceAdded', event), facts }];
  },
  'deal.evidenceRetracted': (event) => [withSaid(toTeam('deal.evidenceRetracted', event), event.data.reason)],
  'deal.advanced': (event) => [moved('deal.advanced', event)],
  'deal.finished': (event) => [moved('deal.advanced', event)],
  'deal.overridden': (event) => [moved('deal.overridden', event)],
  'deal.checkAccepted': (event) => {
    const telling = withSaid(toTeam('deal.checkAccepted', event), text(event.data['plan']));
    return [{ ...telling, facts: { ...telling.facts, check: wordsFor(event, `check:${text(event.data['check'])}`) } }];
  },
  'deal.movedBack': (event) => [moved('deal.movedBack', event)],
  'deal.migrated': (event) => [toTeam('deal.migrated', event)],
  'deal.methodChanged': (event) => [toTeam('deal.migrated', event)],
  'deal.won': (event) => [withReason(toTeam('deal.won', event), event)],
  'deal.lost': (event) => [withReason(toTeam('deal.lost', event), event)],
  'deal.parked': (event) => [withReason(toTeam('deal.parked', event), event)],
  'deal.reopened': (event) => [withSaid(toTeam('deal.reopened', event), event.data.reason)],
  'deal.reassigned': (event) => {
    const [from, to] = [text(event.data.before?.['ownerId']), text(event.data.after?.['ownerId'])];
    if (!to) return [];
    const rest = {
      ...toTeam('deal.reassigned', event),
      to: { dealTeam: event.subject.id, except: [to], people: list(from) },
    };
    return [{ kind: 'deal.given', to: { people: [to] }, facts: named(event) }, rest];
  },
  'deal.membersChanged': (event) => {
    const before = new Set(ids(event.data.before?.['memberIds']));
    const joined = ids(event.data.after?.['memberIds']).filter((id) => !before.has(id));
    return joined.length > 0 ? [{ kind: 'deal.joined', to: { people: joined }, facts: named(event) }] : [];
  },
  'account.ownerChanged': (event) => {
    // A hand-over tells each heir once, with the counts.
    if (event.data.reason === 'handOver') return [];
    const to = text(event.data.after?.['ownerId']);
    return to ? [{ kind: 'account.given', to: { people: [to] }, facts: named(event) }] : [];
  },
  'contact.ownerChanged': (event) => {
    if (event.data.reason === 'handOver') return [];
    const to = text(event.data.after?.['ownerId']);
    return to ? [{ kind: 'contact.given', to: { people: [to] }, facts: named(event) }] : [];
  },
  'account.membersSet': (event) => {
    const before = new Set(members(event.data.before?.['members']));
    const joined = members(event.data.after?.['members']).filter((id) => !before.has(id));
    return joined.length > 0 ? [{ kind: 'account.joined', to: { people: joined }, facts: named(event) }] : [];
  },
  'account.merged': (event) => merged('account.merged', event),
  'contact.merged': (event) => merged('contact.merged', event),
  'note.written': (event) => {
    const noteId = text(event.data['noteId']);
    const facts = { ...named(event), said: text(event.data['preview']) };
    return noteId ? [{ kind: 'note.mentioned', to: { mentionedIn: noteId }, facts }] : [];
  },
  'review.planned': (event) => reviewInvited(event, []),
  'review.changed': (event) => reviewInvited(event, ids(event.data.before?.['memberIds'])),
  'review.agendaChanged': (event) => reviewInvited(event, ids(event.data.before?.['memberIds'])),
  'review.closed': (event) => {
    const to = { people: ids(event.data['memberIds']), dealOwners: ids(event.data['dealIds']) };
    return [{ kind: 'review.closed', to, facts: named(event) }];
  },
  'review.commented': (event) => {
    const commentId = text(event.data['commentId']);
    const facts = { ...named(event), said: text(event.data['preview']) };
    return commentId ? [{ kind: 'review.mentioned', to: { mentionedIn: commentId }, facts }] : [];
  },
  'task.created': taskGiven,
  'task.changed': taskGiven,
  'task.done': (event) => {
    const taskId = text(event.data['taskId']);
    return taskId ? [{ kind: 'task.done', to: { giverOf: taskId }, facts: named(event) }] : [];
  },
  'gift.requested': (event) => {
    const people = ids(event.data['approverIds']);
    const facts = { ...named(event), said: text(event.data['purpose']) };
    return people.length > 0 ? [{ kind: 'gift.requested', to: { people }, facts }] : [];
  },
  'gift.approved': (event) => [giftDecided('gift.approved', event)],
  'gift.refused': (event) => [giftDecided('gift.refused', event)],
  'registration.submitted': registrationAsked,
  'registration.termsSet': registrationAsked,
  'registration.accepted': (event) => registrationTold('registration.accepted', event),
  'registration.refused': (event) => registrationTold('registration.refused', event),
  'registration.withdrawn': (event) => registrationTold('registration.withdrawn', event),
  'registration.extended': (event) => registrationTold('registration.extended', event),
  'registration.expiring': (event) => registrationTold('registration.expiring', event),
  'registration.expired': (event) => registrationTold('registration.expired', event),
  'registration.termsApproved': (event) => registrationTold('registration.termsApproved', event),
  'registration.termsRefused': (event) => registrationTold('registration.termsRefused', event),
  'user.handedOver': (event) => {
    const heirs = Object.entries((event.data['to'] ?? {}) as Record<string, string>);
    const counts = (event.data['handedOver'] ?? {}) as Record<string, number>;
    const byHeir = Map.groupBy(heirs, ([, heir]) => heir);
    return [...byHeir].flatMap(([heir, kinds]) => {
      const given = kinds.map(([kind]) => [kind, counts[kind] ?? 0] as const).filter(([, count]) => count > 0);
      const facts = { name: event.data.name ?? '', counts: Object.fromEntries(given) };
      return given.length > 0 ? [{ kind: 'handOver.received' as const, to: { people: [heir] }, facts }] : [];
    });
  },
  'user.joined': (event) => {
    const invitation = text(event.data['invitation']);
    return invitation ? [{ kind: 'invitation.accepted', to: { inviterOf: invitation }, facts: named(event) }] : [];
  },
};

function merged(kind: 'account.merged' | 'contact.merged', event: NewEvent): Telling[] {
  const loser = event.data['loser'] as { name?: string; ownerId?: string | null } | undefined;
  const owners = [text(event.data.before?.['ownerId']), text(loser?.ownerId)].filter((id) => id !== undefined);
  return [{ kind, to: { people: owners }, facts: { ...named(event), other: loser?.name } }];
}

function reviewInvited(event: NewEvent, before: readonly string[]): Telling[] {
  const people = ids(event.data.after?.['memberIds']).filter((id) => !before.includes(id));
  const facts = { ...named(event), heldOn: text(event.data['on']) };
  return people.length > 0 ? [{ kind: 'review.invited', to: { people }, facts }] : [];
}

/** Whoever asked for it, and whose it is. */
function giftDecided(kind: NotificationKind, event: NewEvent): Telling {
  const people = [...list(text(event.data['ownerId'])), ...list(text(event.data['createdBy']))];
  return withSaid({ kind, to: { people }, facts: named(event) }, event.data.reason);
}

/** Who may decide on it. */
function registrationAsked(event: NewEvent): Telling[] {
  const people = ids(event.data['approverIds']);
  const facts = { ...named(event), said: text(event.data['partnerName']) };
  return people.length > 0 ? [{ kind: event.type as NotificationKind, to: { people }, facts }] : [];
}

/** Whose it is: why, and until when it is protected. */
function registrationTold(kind: NotificationKind, event: NewEvent): Telling[] {
  const facts = { ...named(event), protectedUntil: text(event.data['until']) ?? null };
  return [withSaid({ kind, to: { people: list(text(event.data['ownerId'])) }, facts }, event.data.reason)];
}

function taskGiven(event: NewEvent): Telling[] {
  const ownerId = text(event.data.after?.['ownerId']);
  if (!ownerId) return [];
  const dueOn = text(event.data.after?.['dueOn']) ?? null;
  return [{ kind: 'task.given', to: { people: [ownerId] }, facts: { ...named(event), dueOn } }];
}

function toTeam(kind: NotificationKind, event: NewEvent): Telling {
  return { kind, to: { dealTeam: event.subject.id }, facts: named(event) };
}

function withSaid(telling: Telling, said: string | undefined): Telling {
  return { ...telling, facts: { ...telling.facts, ...(said && { said }) } };
}

function withReason(telling: Telling, event: NewEvent): Telling {
  const reason = text(event.data.after?.['reason']);
  const said = text(event.data.after?.['reasonNote']);
  return { ...telling, facts: { ...telling.facts, ...(reason && { reason }), ...(said && { said }) } };
}

/** Along the stages: where the deal is now, and why. */
function moved(kind: NotificationKind, event: NewEvent): Telling {
  const { reason, to } = (event.data['move'] ?? {}) as { reason?: unknown; to?: unknown };
  const telling = withSaid(toTeam(kind, event), text(reason) ?? event.data.reason);
  return { ...telling, facts: { ...telling.facts, stage: wordsFor(event, `stage:${text(to)}`) } };
}

/** What the event keeps of its deal's method (deals/deal-names.ts). */
function wordsFor(event: NewEvent, key: string): Text | undefined {
  return (event.data['words'] as { [key: string]: Text | undefined } | undefined)?.[key];
}

function evidenceOf(event: NewEvent): { check?: string; statement?: string } {
  const { check, statement } = (event.data['evidence'] ?? {}) as { check?: unknown; statement?: unknown };
  return { check: text(check), statement: text(statement) };
}

const named = (event: NewEvent) => ({ name: event.data.name ?? '' });
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const list = (id: string | undefined) => (id ? [id] : []);
const ids = (value: unknown) => (Array.isArray(value) ? value.filter((id) => typeof id === 'string') : []);
const members = (value: unknown) =>
  Array.isArray(value) ? value.map((member: { userId?: string }) => member.userId ?? '') : [];
