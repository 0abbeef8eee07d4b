import { Navigate } from '@tanstack/react-router';
import { SettingsMenu } from '#settings/SettingsMenu.tsx';
import { settingsMessages } from '#settings/settings.messages.ts';
import { useHouse } from '#ui/house.tsx';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useIsPhone } from '#ui/phone.tsx';

/** Where 'Settings' leads: the menu on a phone, the first page at a desk. */
export function SettingsPage() {
  const m = useMessages(settingsMessages);
  const isPhone = useIsPhone();
  const { settings } = useHouse();
  const first = settings[0];
  if (!isPhone && first) return <Navigate to={first.path} replace />;
  return (
    <>
      <PageHeader title={m.title} />
      <SettingsMenu />
    </>
  );
}
