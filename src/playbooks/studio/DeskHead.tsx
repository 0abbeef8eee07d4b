import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDesk } from '#playbooks/studio/desk.tsx';
import type { PlaybookDraft } from '#playbooks/studio/draft.ts';
import { rootOf } from '#playbooks/studio/outline.ts';
import { nameOf } from '#method/proofread/doubt.ts';
import { PublishDialog } from '#playbooks/studio/PublishDialog.tsx';
import { saveFile } from '#playbooks/studio/yamlFile.tsx';
import { draftClient, drafts, versions } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import type { useDraft } from '#playbooks/studio/useDraft.tsx';
import { InstantText } from '#ui/DayText.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { dataOf } from '#ui/refused.tsx';
import { toast } from '#ui/toast.tsx';

type Props = {
  loaded: PlaybookDraft & { source: string };
  draft: ReturnType<typeof useDraft>;
  latestVersion: number | null;
  /** Somebody published meanwhile. */
  onNewer: (version: number | null) => void;
};

/** What is being written, whether it is saved, and the acts: back and forth, publish, export, discard. */
export function DeskHead({ loaded, draft, latestVersion, onNewer }: Props) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { raw, findings, readOnly } = useDesk();
  const [publishing, setPublishing] = useState(false);
  const { state, act, saving } = draft;
  const errors = findings.filter(({ weight }) => weight === 'error').length;
  const name = nameOf(rootOf(raw))[lang];
  const title = name === '…' || raw === undefined ? loaded.name[lang] : name;
  const next = (latestVersion ?? 0) + 1;
  const refreshed = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: versions.key() }),
      queries.invalidateQueries({ queryKey: drafts.list.key() }),
    ]);
  const publish = async (note: string) => {
    const version = await draft.saveNow();
    const done = await draftClient
      .publish({ id: loaded.id, version, note, replaces: latestVersion })
      .catch((error: unknown) => {
        const newer = dataOf(error, 'playbook.newerPublished') as { version: number | null } | undefined;
        if (newer) onNewer(newer.version);
        throw error;
      });
    await refreshed();
    toast(m.published(done.version));
    await navigate({ to: `/playbooks/${done.playbookId}/${done.version}` });
  };
  const discard = async () => {
    const { playbookId, baseVersion } = loaded;
    await draftClient.discard({ id: loaded.id });
    await refreshed();
    const again = async () => {
      const made = await draftClient.create({ playbookId, baseVersion, source: state.text });
      await refreshed();
      await navigate({ to: `/playbooks/drafts/${made.id}` });
    };
    toast(m.discarded, { undo: () => void again() });
    await navigate({ to: '/playbooks' });
  };
  const words = {
    saved: m.saved,
    unsaved: m.unsaved,
    saving: m.saving,
    failed: m.notSaved,
    changed: m.unsaved,
    gone: m.unsaved,
  };
  return (
    <>
      <PageHeader
        title={title}
        back={{ to: '/playbooks', label: m.back }}
        facts={
          <>
            <span>{m.draft}</span>
            <span>{loaded.baseVersion === null ? m.fresh : m.basedOn(loaded.baseVersion)}</span>
            <span role="status">{words[saving.state]}</span>
            {saving.state === 'saved' && state.past.length === 0 && (
              <span>
                {loaded.updatedByName} <InstantText at={loaded.updatedAt} />
              </span>
            )}
          </>
        }
        acts={
          <>
            {!readOnly && (
              <>
                <Button
                  icon={<UndoOutlined />}
                  aria-label={m.undo}
                  title={m.undo}
                  disabled={state.past.length === 0}
                  onClick={() => act({ kind: 'undo' })}
                />
                <Button
                  icon={<RedoOutlined />}
                  aria-label={m.redo}
                  title={m.redo}
                  disabled={state.future.length === 0}
                  onClick={() => act({ kind: 'redo' })}
                />
              </>
            )}
            <MenuButton
              label={m.more}
              button={m.more}
              groups={[
                {
                  items: [
                    {
                      key: 'export',
                      label: m.exportYaml,
                      run: () => saveFile(`${loaded.playbookId}.yaml`, state.text),
                    },
                    ...(readOnly
                      ? []
                      : [{ key: 'discard', label: m.discard, danger: true, run: () => void discard() }]),
                  ],
                },
              ]}
            />
            {!readOnly && (
              <Button
                type="primary"
                disabled={errors > 0 || saving.state === 'changed' || saving.state === 'gone'}
                title={errors > 0 ? m.cannotPublish(errors) : undefined}
                onClick={() => setPublishing(true)}
              >
                {m.publish}
              </Button>
            )}
          </>
        }
      />
      {publishing && (
        <PublishDialog
          title={m.publishTitle(next)}
          lead={m.publishLead}
          act={m.publish}
          send={publish}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  );
}
