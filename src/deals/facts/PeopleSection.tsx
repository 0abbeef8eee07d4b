import { useState } from 'react';
import { PlusOutlined, StarFilled } from '@ant-design/icons';
import type { StakeholderFact } from '#method/fact-source.ts';
import { buyingRoles, communicationStyles, personFunctions, personLevels, relationships } from '#method/scales.ts';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { keyOfPerson, rolesMissing, withoutPerson } from '#deals/facts/person-words.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PersonBadge } from '#ui/PersonText.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { StanceMark } from '#ui/StanceMark.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import type { Stance } from '#ui/theme/palette.ts';
import styles from '#deals/facts/PeopleSection.module.css';

const PersonDrawer = onDemand(async () => (await import('#deals/facts/PersonDrawer.tsx')).PersonDrawer);

/** Who counts in this purchase, and the parts that nobody is named for yet. */
export function PeopleSection() {
  const m = useMessages(factMessages);
  const lang = useLang();
  const { view, readOnly } = useDeal();
  const [editing, setEditing] = useState<StakeholderFact | 'new'>();
  const people = view.page.deal.facts.lists.stakeholders ?? [];
  const missing = rolesMissing(people).map((role) => buyingRoles[role][lang]);
  const add = !readOnly && (
    <button type="button" className={styles.add} onClick={() => setEditing('new')}>
      <PlusOutlined aria-hidden="true" /> {m.addPerson}
    </button>
  );
  return (
    <SectionCard
      title={m.peopleTitle}
      note={people.length || undefined}
      acts={people.length > 0 ? add : undefined}
      flush
    >
      {people.length === 0 ? (
        <EmptyState compact title={m.peopleEmpty} hint={m.peopleEmptyHint} act={add} />
      ) : (
        <ul className={styles.people}>
          {people.map((person) => (
            <PersonRow key={keyOfPerson(person)} person={person} onEdit={() => setEditing(person)} />
          ))}
        </ul>
      )}
      {people.length > 0 && missing.length > 0 && (
        <p className={styles.missing}>{m.rolesMissing(missing.join(lang === 'zh' ? '、' : ', '))}</p>
      )}
      {editing && (
        <PersonDrawer person={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </SectionCard>
  );
}

function PersonRow({ person, onEdit }: { person: StakeholderFact; onEdit: () => void }) {
  const m = useMessages(factMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view, commands, readOnly } = useDeal();
  const details = [
    person.title,
    person.function && personFunctions[person.function][lang],
    person.level && personLevels[person.level][lang],
    person.style && communicationStyles[person.style][lang],
  ].filter(Boolean);
  const people = view.page.deal.facts.lists.stakeholders ?? [];
  const put = (next: readonly StakeholderFact[]) => commands.recordFacts({ lists: { stakeholders: [...next] } });
  const told = (error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' });
  const remove = () => {
    put(withoutPerson(people, keyOfPerson(person))).then(
      () => toast(m.removed(person.name), { undo: () => void put(people).catch(told) }),
      told,
    );
  };
  return (
    <li className={styles.person}>
      <PersonBadge name={person.name} size={34} />
      <div className={styles.who}>
        <span className={styles.name}>
          {person.key && <StarFilled className={styles.key} title={m.key} aria-label={m.key} />}
          <strong>{person.name}</strong>
          {person.coach && <Tag tone="good">{m.coach}</Tag>}
        </span>
        <span className={styles.details}>{details.join(' · ')}</span>
      </div>
      <div className={styles.roles}>
        {(person.roles ?? []).map((role) => (
          <Tag key={role}>{buyingRoles[role][lang]}</Tag>
        ))}
      </div>
      <div className={styles.near}>
        {isStance(person.stance) ? <StanceMark stance={person.stance} /> : <Unknown label={m.stance} />}
      </div>
      <div className={styles.near}>
        {person.relationship ? relationships[person.relationship][lang] : <Unknown label={m.relationship} />}
        {person.contactDegree !== undefined && (
          <span className={styles.degree} title={m.contactDegree}>
            {m.contactDegrees[person.contactDegree]}
          </span>
        )}
      </div>
      {!readOnly && (
        <MenuButton
          label={m.more}
          button={<span aria-hidden="true">⋯</span>}
          groups={[
            { items: [{ key: 'edit', label: m.change, run: onEdit }] },
            { items: [{ key: 'remove', label: m.removePerson, danger: true, run: remove }] },
          ]}
        />
      )}
    </li>
  );
}

function Unknown({ label }: { label: string }) {
  const m = useMessages(factMessages);
  return (
    <span className={styles.unknown}>
      {label}
      {m.unknown}
    </span>
  );
}

function isStance(stance: number | undefined): stance is Stance {
  return stance !== undefined && Number.isInteger(stance) && Math.abs(stance) <= 2;
}
