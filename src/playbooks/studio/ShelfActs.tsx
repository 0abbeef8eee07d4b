import { ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { BeginDialog, type Beginning } from '#playbooks/studio/BeginDialog.tsx';
import { playbookListQuery } from '#playbooks/playbooks.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useMessages } from '#ui/lang.tsx';

/** On the shelf, for those who write methods: begin one, bring one in. */
export function ShelfActs() {
  const m = useMessages(studioMessages);
  const { data } = useQuery(playbookListQuery());
  const [from, setFrom] = useState<Beginning>();
  const newest = (playbookId: string) => data?.find(({ id }) => id === playbookId)?.version;
  return (
    <>
      <Button icon={<ImportOutlined />} onClick={() => setFrom({ kind: 'file', newest })}>
        {m.import}
      </Button>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setFrom({ kind: 'blank' })}>
        {m.create}
      </Button>
      {from && <BeginDialog from={from} onClose={() => setFrom(undefined)} />}
    </>
  );
}
