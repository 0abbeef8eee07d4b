import { Button } from 'antd';
import { useState } from 'react';
import { Compare } from '#playbooks/studio/Compare.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import type { useDraft } from '#playbooks/studio/useDraft.tsx';
import { useMessages } from '#ui/lang.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useSession } from '#ui/session.tsx';
import { localeOf, useLang } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Studio.module.css';

/** Two at one draft: the second is told, keeps her text, and chooses. */
export function SavingNote({ draft, text }: { draft: ReturnType<typeof useDraft>; text: string }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { timeZone } = useSession().user;
  const [shown, setShown] = useState(false);
  const { saving } = draft;
  if (saving.state === 'gone') return <Notice title={m.unsaved}>{m.gone}</Notice>;
  if (saving.state !== 'changed') return null;
  const { theirs } = saving;
  const when = new Intl.DateTimeFormat(localeOf(lang), { timeZone, hour: '2-digit', minute: '2-digit', hour12: false });
  return (
    <Notice title={m.changedTitle}>
      <p>{m.changedBy(theirs.updatedByName, when.format(new Date(theirs.updatedAt)))}</p>
      <p className={styles.choices}>
        <Button size="small" onClick={() => setShown(!shown)}>
          {m.seeTheirs}
        </Button>
        <Button size="small" type="primary" onClick={() => draft.keepMine(theirs)}>
          {m.keepMine}
        </Button>
        <Button size="small" onClick={() => draft.takeTheirs(theirs)}>
          {m.takeTheirs}
        </Button>
      </p>
      {shown && <Compare before={{ label: m.theirs, source: theirs.source }} after={{ label: m.mine, source: text }} />}
    </Notice>
  );
}
