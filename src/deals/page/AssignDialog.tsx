import { Form } from 'antd';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { useDeal } from '#deals/page/deal-context.tsx';
import { pageMessages } from '#deals/page/page.messages.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { toast } from '#ui/toast.tsx';

/** Who carries it from now on. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const m = useMessages(pageMessages);
  const { view, commands } = useDeal();
  const { deal, ownerName } = view.page;
  const known = deal.ownerId && ownerName ? { id: deal.ownerId, name: ownerName } : undefined;
  return (
    <FormDrawer<{ ownerId: string }>
      open
      width={420}
      title={m.assign}
      initial={{ ownerId: deal.ownerId ?? undefined }}
      version={deal.version}
      save={({ ownerId }, version) => commands.assign({ ownerId, version })}
      latest={async () => ({ version: view.page.deal.version, values: {} })}
      onSaved={() => toast(m.saved)}
      onClose={onClose}
    >
      <Form.Item name="ownerId" label={m.owner} rules={[{ required: true, message: m.needOwner }]}>
        <PersonPicker known={known} />
      </Form.Item>
    </FormDrawer>
  );
}
