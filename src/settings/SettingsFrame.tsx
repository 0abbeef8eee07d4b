import { LeftOutlined } from '@ant-design/icons';
import { Link, Outlet } from '@tanstack/react-router';
import { SettingsMenu } from '#settings/SettingsMenu.tsx';
import { settingsMessages } from '#settings/settings.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import styles from '#settings/Settings.module.css';

/** Every page of the settings beside their menu; on a phone the menu is a page of its own. */
export function SettingsFrame() {
  const m = useMessages(settingsMessages);
  const isPhone = useIsPhone();
  return (
    <div className={styles.frame}>
      {isPhone ? (
        <Link to="/settings" className={styles.back}>
          <LeftOutlined aria-hidden="true" /> {m.back}
        </Link>
      ) : (
        <SettingsMenu />
      )}
      <div className={styles.page}>
        <Outlet />
      </div>
    </div>
  );
}
