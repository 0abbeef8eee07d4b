import { MoreOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { addDays } from '#shared/day.ts';
import { useMessages } from '#ui/lang.tsx';
import { MenuButton, type MenuGroup, type MenuItem } from '#ui/MenuButton.tsx';
import { useCan } from '#ui/session.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import styles from '#deals/page/DealMenu.module.css';

const dialogs = {
  edit: onDemand(async () => (await import('#deals/page/EditDeal.tsx')).EditDeal),
  assign: onDemand(async () => (await import('#deals/page/AssignDialog.tsx')).AssignDialog),
  editTeam: onDemand(async () => (await import('#deals/page/TeamDialog.tsx')).TeamDialog),
  changeMethod: onDemand(async () => (await import('#deals/moving/ChangeMethod.tsx')).ChangeMethod),
  moveBack: onDemand(async () => (await import('#deals/page/MoveBackDialog.tsx')).MoveBackDialog),
  park: onDemand(async () => (await import('#deals/page/ParkDialog.tsx')).ParkDialog),
  lose: onDemand(async () => (await import('#deals/page/LoseDialog.tsx')).LoseDialog),
  review: onDemand(async () => (await import('#deals/page/ReviewDialog.tsx')).ReviewDialog),
  reopen: onDemand(async () => (await import('#deals/page/ReopenDialog.tsx')).ReopenDialog),
};
type Dialog = keyof typeof dialogs;

/** What may be done to the deal besides pushing it on; only what its state allows. */
export function DealMenu() {
  useFetchSoon(...Object.values(dialogs));
  const m = useMessages(pageMessages);
  const can = useCan();
  const navigate = useNavigate();
  const { view, readOnly } = useDeal();
  const mayMigrate = useCan()('deal.migrate');
  const [open, setOpen] = useState<Dialog>();
  const { deal, may } = view.page;
  const at = view.compiled.stageById.get(deal.stageId)?.index ?? 0;
  const item = (key: Dialog, when: boolean, danger?: boolean): MenuItem[] =>
    when ? [{ key, label: m[key], danger, run: () => setOpen(key) }] : [];
  const write = may.write && !readOnly;
  const asOf = () =>
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, at: `${addDays(view.today, -30)}T15:59:59.999Z` }) as never,
    });
  const groups: MenuGroup[] = [
    { items: [...item('edit', write), ...item('assign', write && may.handOver), ...item('editTeam', write)] },
    {
      items: [
        ...item('moveBack', may.advance && !readOnly && deal.state === 'open' && at > 0),
        ...item('changeMethod', mayMigrate && !readOnly && deal.state === 'open'),
        ...item('park', write && deal.state === 'open'),
        ...item('lose', write && (deal.state === 'open' || deal.state === 'parked'), true),
        ...item('reopen', write && deal.state !== 'open'),
      ],
    },
    {
      items: [
        ...item('review', can('task.write') && !readOnly),
        { key: 'asOf', label: m.asOf, run: asOf },
        { key: 'print', label: m.print, run: () => window.print() },
      ],
    },
  ];
  const Dialog = open && dialogs[open];
  return (
    <>
      <MenuButton
        label={m.more}
        className={styles.more}
        button={<MoreOutlined aria-hidden="true" />}
        groups={groups.filter(({ items }) => items.length > 0)}
      />
      {Dialog && <Dialog onClose={() => setOpen(undefined)} />}
    </>
  );
}
