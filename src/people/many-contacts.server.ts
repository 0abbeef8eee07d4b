import { sql } from 'kysely';
import { refuseWrittenOfHer } from '#compliance/written-text.ts';
import { mayHandOver } from '#permissions/actor.ts';
import { tagMany, type ManyRecords } from '#platform/database/many-records.server.ts';
import type { CommandContext } from '#platform/http/handlers.server.ts';
import { decide } from '#platform/http/refused.server.ts';
import type { Contact } from '#people/contact.ts';
import { contactsOf } from '#people/contact-rows.server.ts';
import { assignMany, type OwnedRecord } from '#team/assign-store.server.ts';

type Chosen = Pick<Contact, 'id' | 'version'>;

export const assignContacts = (context: CommandContext, { rows }: { rows: (Chosen & Pick<Contact, 'ownerId'>)[] }) =>
  assignMany(context, contactsBy(context), rows, {
    event: 'contact.ownerChanged',
    may: (row) => mayHandOver(context.actor, row),
  });

export function tagContacts(context: CommandContext, { rows }: { rows: (Chosen & Pick<Contact, 'tags'>)[] }) {
  decide(refuseWrittenOfHer(...new Set(rows.flatMap(({ tags }) => tags))));
  return tagMany(context, contactsBy(context), rows);
}

function contactsBy({ tx, actor }: CommandContext): ManyRecords<OwnedRecord & { tags: string[] }> {
  return {
    table: 'contacts',
    noun: 'contact',
    load: (ids) =>
      contactsOf(tx, actor)
        .select([
          'contacts.id',
          'contacts.version',
          'contacts.name',
          'contacts.account_id as accountId',
          'contacts.owner_id as ownerId',
          'owner.name as ownerName',
          'contacts.team_id as teamId',
          'contacts.tags',
        ])
        .where(sql<boolean>`contacts.id = any(${[...ids]}::uuid[])`)
        .execute(),
  };
}
