import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Playbook } from '#method/playbook.ts';
import { BeginDialog, type Beginning } from '#playbooks/studio/BeginDialog.tsx';
import { draftClient, draftListQuery, drafts, sourceQuery } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { saveFile } from '#playbooks/studio/yamlFile.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { useCan } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';

/** At a method that is read: write on it, make another of it, see its versions, take its text along. */
export function BookActs({ playbook }: { playbook: Playbook }) {
  const m = useMessages(studioMessages);
  const failures = useMessages(failureMessages);
  const may = useCan()('playbook.write');
  const isPhone = useIsPhone();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery({ ...draftListQuery(), enabled: may });
  const [from, setFrom] = useState<Beginning>();
  const { id, version, name } = playbook;
  const draft = data?.find(({ playbookId }) => playbookId === id);
  const source = async () => (await queries.fetchQuery(sourceQuery(id, version))).source;
  const tried = (run: () => Promise<unknown>) => () =>
    void run().catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  const edit = async () => {
    const to = draft ?? (await draftClient.create({ playbookId: id, baseVersion: version, source: await source() }));
    await queries.invalidateQueries({ queryKey: drafts.list.key() });
    await navigate({ to: `/playbooks/drafts/${to.id}` });
  };
  const writes = [
    {
      key: 'duplicate',
      label: m.duplicate,
      run: tried(async () => setFrom({ kind: 'duplicate', source: await source(), name })),
    },
  ];
  return (
    <>
      <MenuButton
        label={m.more}
        button={m.more}
        groups={[
          {
            items: [
              { key: 'history', label: m.history, run: () => void navigate({ to: `/playbooks/${id}/history` }) },
              ...(may && !isPhone ? writes : []),
              {
                key: 'export',
                label: m.exportYaml,
                run: tried(async () => saveFile(`${id}-v${version}.yaml`, await source())),
              },
            ],
          },
        ]}
      />
      {may && !isPhone && (
        <Button type="primary" icon={<EditOutlined />} onClick={tried(edit)}>
          {draft ? m.openDraft : m.edit}
        </Button>
      )}
      {from && <BeginDialog from={from} onClose={() => setFrom(undefined)} />}
    </>
  );
}
