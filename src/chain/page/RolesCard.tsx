import { buyingRoles } from '#method/scales.ts';
import { missingRoles, roleIds } from '#chain/chain-gaps.ts';
import { personsOf } from '#chain/chain-map.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { PeopleLinks } from '#chain/page/PeopleLinks.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#chain/page/Analysis.module.css';

/** The seven parts of a purchase and who plays them; empty ones are the next question. */
export function RolesCard() {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const people = personsOf(scene.map);
  const missing = missingRoles(people);
  return (
    <SectionCard title={m.rolesTitle} note={m.rolesNote(roleIds.length - missing.length, roleIds.length)}>
      <dl className={styles.roles}>
        {roleIds.map((role) => {
          const players = people.filter(({ roles }) => roles?.includes(role));
          return [
            <dt key={role}>{buyingRoles[role][lang]}</dt>,
            <dd key={`${role} who`}>
              {players.length > 0 ? (
                <PeopleLinks ids={players.map(({ id }) => id)} />
              ) : (
                <span className={styles.missing}>{m.roleMissing}</span>
              )}
            </dd>,
          ];
        })}
      </dl>
    </SectionCard>
  );
}
