import { Button, Drawer } from 'antd';
import { teamMessages } from '#team/team.messages.ts';
import { CopyOnce } from '#ui/CopyOnce.tsx';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#team/people/People.module.css';

type Props = { name: string; path: string | null; onClose: () => void };

/** A link that leads in, shown this once. */
export function LinkDrawer({ name, path, onClose }: Props) {
  const m = useMessages(teamMessages);
  const isPhone = useIsPhone();
  return (
    <Drawer open title={m.linkReady} size={isPhone ? '100%' : 520} onClose={onClose} styles={{ body: { padding: 0 } }}>
      <div className={styles.linkBox} aria-live="polite">
        {path ? (
          <>
            <p>{m.sendTo(name)}</p>
            <CopyOnce text={location.origin + path} label={m.copy} copied={m.copied} />
          </>
        ) : (
          <p>{m.linkLost}</p>
        )}
        <Button style={{ justifySelf: 'start' }} onClick={onClose}>
          {m.done}
        </Button>
      </div>
    </Drawer>
  );
}
