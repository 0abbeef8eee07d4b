import { meMessages } from '#session/me/me.messages.ts';
import { PasswordCard } from '#session/me/PasswordCard.tsx';
import { SecondFactorCard } from '#session/me/SecondFactorCard.tsx';
import { SessionsCard } from '#session/me/SessionsCard.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import styles from '#session/me/Me.module.css';

/** Settings: how one gets in, and who is in. */
export function SecurityPage() {
  const m = useMessages(meMessages);
  return (
    <>
      <PageHeader title={m.security} facts={m.securityLead} />
      <div className={styles.cards}>
        <SecondFactorCard />
        <PasswordCard />
        <SessionsCard />
      </div>
    </>
  );
}
