import type { Lang } from '#shared/messages.ts';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { PersonBadge } from '#ui/PersonText.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { useSession } from '#ui/session.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import { scheme, schemes } from '#ui/theme/scheme.tsx';

/** Language, appearance, sign out. */
export function MeMenu({ signOut, speak }: { signOut: () => void; speak: (lang: Lang) => void }) {
  const m = useMessages(shellMessages);
  const lang = useLang();
  const chosen = scheme.use();
  const { user } = useSession();
  return (
    <MenuButton
      label={spoken(m.me, user.name)}
      button={<PersonBadge name={user.name} size={28} />}
      groups={[
        { title: user.name, note: user.email, items: [] },
        {
          title: m.language,
          items: [
            { key: 'zh', label: m.chinese, checked: lang === 'zh', run: () => speak('zh') },
            { key: 'en', label: m.english, checked: lang === 'en', run: () => speak('en') },
          ],
        },
        {
          title: m.appearance,
          items: schemes.map((one) => ({
            key: one,
            label: m[one],
            checked: chosen === one,
            run: () => scheme.set(one),
          })),
        },
        { items: [{ key: 'out', label: m.signOut, run: signOut }] },
      ]}
    />
  );
}
