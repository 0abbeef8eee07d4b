import { memberRoles } from '#deals/deal.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { PersonText } from '#ui/PersonText.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#deals/page/TeamCard.module.css';

/** Who works on it with the owner. */
export function TeamCard() {
  const m = useMessages(pageMessages);
  const { ownerName, members } = useDeal().view.page;
  if (members.length === 0) return null;
  const ordered = members.toSorted((a, b) => memberRoles.indexOf(a.role) - memberRoles.indexOf(b.role));
  return (
    <SectionCard title={m.team}>
      <ul className={styles.team}>
        {ownerName && (
          <li>
            <PersonText name={ownerName} note={m.owner} />
          </li>
        )}
        {ordered.map((member) => (
          <li key={member.userId}>
            <PersonText name={member.name} note={m.memberRoles[member.role]} />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
