import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { permissionMessages } from '#permissions/permission.messages.ts';
import { dayOf } from '#shared/day.ts';
import type { Invitation } from '#team/invitations/invitation.ts';
import { teamMessages } from '#team/team.messages.ts';
import { invitationClient, invitations } from '#team/team.queries.tsx';
import { useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useSession } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#team/people/People.module.css';

const LinkDrawer = onDemand(async () => (await import('#team/people/LinkDrawer.tsx')).LinkDrawer);

/** Who was invited and has not come yet; nothing when there is nobody. */
export function InvitationsCard({ onChanged }: { onChanged: () => void }) {
  const m = useMessages(teamMessages);
  const words = useMessages(permissionMessages);
  const failures = useMessages(failureMessages);
  const { timeZone } = useSession().user;
  const { data } = useQuery(invitations.list.queryOptions({ input: {} }));
  const [made, setMade] = useState<{ name: string; path: string | null }>();
  const rows = data?.rows ?? [];
  const act = async (work: Promise<unknown>, said?: string) => {
    await work.then(
      () => said && toast(said),
      (refused: unknown) => toast(wordsOf(refused, failures), { tone: 'bad' }),
    );
    onChanged();
  };
  const note = ({ state, invitedBy, expiresAt, email, roles, teamName }: Invitation) =>
    [
      email,
      roles.map((role) => words.roles[role]).join(' / '),
      teamName ?? m.noTeam,
      state === 'open' && m.invitedBy(invitedBy, dayOf(expiresAt, timeZone)),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      {rows.length > 0 && (
        <div className={styles.gap}>
          <SectionCard title={m.invitations} note={rows.length}>
            <ul>
              {rows.map((invitation) => (
                <li key={invitation.id} className={styles.invited}>
                  <span className={styles.words}>
                    <strong>{invitation.name}</strong>
                    <span className={styles.quiet}>{note(invitation)}</span>
                  </span>
                  {invitation.state === 'expired' && <Tag tone="warn">{m.expired}</Tag>}
                  <span>
                    <Button
                      type="text"
                      onClick={() =>
                        void act(invitationClient.renew({ id: invitation.id }).then((renewed) => setMade(renewed)))
                      }
                    >
                      {m.renew}
                    </Button>
                    <Button
                      type="text"
                      danger
                      onClick={() => void act(invitationClient.revoke({ id: invitation.id }), m.revoked)}
                    >
                      {m.revoke}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
          </SectionCard>
        </div>
      )}
      {made && <LinkDrawer {...made} onClose={() => setMade(undefined)} />}
    </>
  );
}
