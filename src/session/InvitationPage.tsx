import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { invitationMessages } from '#session/invitation.messages.ts';
import { JoinForm } from '#session/JoinForm.tsx';
import { signInPath } from '#session/return-path.ts';
import { SecondFactorStep } from '#session/SecondFactorStep.tsx';
import { sessionMessages } from '#session/session.messages.ts';
import { joinContract } from '#team/invitations/join.contract.ts';
import { queriesFor } from '#ui/client.tsx';
import { setLang, useLang, useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { Mark } from '#ui/shell/Mark.tsx';
import styles from '#session/SignIn.module.css';

const join = queriesFor(joinContract, 'join');

/** Where the link of an invitation, or to a new password, leads. */
export function InvitationPage() {
  const m = useMessages(invitationMessages);
  const words = useMessages(sessionMessages);
  const lang = useLang();
  const navigate = useNavigate();
  const { token = '' }: { token?: string } = useParams({ strict: false });
  const [second, setSecond] = useState(false);
  // Once accepted the link is used up; it is not asked again.
  const { data, error } = useQuery(join.show.queryOptions({ input: { token }, retry: false, staleTime: Infinity }));
  const title = data && (data.kind === 'join' ? m.joinTitle(data.company) : m.resetTitle);
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <header className={styles.head}>
          <Mark size={44} />
          {(title ?? error) && <h1>{second ? words.secondTitle : (title ?? m.overTitle)}</h1>}
          {data && !second && (
            <p>{data.kind === 'join' ? m.joinLead(data.name, data.invitedBy) : m.resetLead(data.name)}</p>
          )}
        </header>
        {error && (
          <>
            <RefusalAlert error={error} />
            <div className={styles.ways}>
              <Link to={signInPath} className={styles.quiet}>
                {m.toSignIn}
              </Link>
            </div>
          </>
        )}
        {data && second && (
          <SecondFactorStep
            onIn={enterHouse}
            onBack={() => void navigate({ to: signInPath })}
            onExpired={() => void navigate({ to: signInPath })}
          />
        )}
        {data && !second && (
          <JoinForm invitation={data} token={token} onIn={enterHouse} onSecondFactor={() => setSecond(true)} />
        )}
      </div>
      <button type="button" className={styles.quiet} onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
        {words.language}
      </button>
    </main>
  );
}

/** Loads the page anew: nobody was signed in while it was opened. */
function enterHouse(): void {
  location.assign('/');
}
