import { DownloadOutlined, TagOutlined, UserSwitchOutlined } from '@ant-design/icons';
import { useMemo, type ComponentType } from 'react';
import type { Permission } from '#permissions/permission.ts';
import type { ManyDone } from '#platform/list/many.ts';
import { useMessages } from '#ui/lang.tsx';
import type { BulkAct, BulkFormProps } from '#ui/list/BulkBar.tsx';
import { downloadChosen } from '#ui/list/downloadChosen.tsx';
import { listMessages } from '#ui/list/list.messages.ts';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { useCan } from '#ui/session.tsx';

const TagForm = onDemand(async () => (await import('#ui/list/TagForm.tsx')).TagForm);

export type ManyRow = { id: string; name: string; version: number; tags: string[]; ownerId: string | null };
type Chosen = { id: string; version: number };
export type Assign = (asked: { rows: (Chosen & { ownerId: string | null })[] }) => Promise<ManyDone>;
export type Tag = (asked: { rows: (Chosen & { tags: string[] })[] }) => Promise<ManyDone>;
export type HandOverProps = BulkFormProps<ManyRow> & { assign: Assign };

type Asked = {
  /** Commands of the noun; constants. */
  assign: Assign;
  tag: Tag;
  /** Whoever may change such records. */
  permission: Permission;
  /** The list's name in the address of its export. */
  name: string;
  /** Tags in use, to choose from. */
  known?: readonly string[] | undefined;
  /** Asks who gets them. */
  HandOver: ComponentType<HandOverProps> & { fetch: () => Promise<unknown> };
};

/** What may be done with selected records: hand them over, tag them, take them along. */
export function useManyActs({ assign, tag, permission, name, known, HandOver }: Asked): BulkAct<ManyRow>[] {
  const m = useMessages(listMessages);
  const can = useCan();
  const [write, exports] = [can(permission), can('export.run')];
  useFetchSoon(TagForm, HandOver);
  return useMemo(
    () => [
      ...(write
        ? [
            {
              key: 'handOver',
              label: m.handOver,
              icon: <UserSwitchOutlined aria-hidden="true" />,
              form: (props: BulkFormProps<ManyRow>) => <HandOver {...props} assign={assign} />,
            },
            {
              key: 'tag',
              label: m.tag,
              icon: <TagOutlined aria-hidden="true" />,
              form: (props: BulkFormProps<ManyRow>) => <TagForm {...props} tag={tag} known={known} />,
            },
          ]
        : []),
      ...(exports
        ? [
            {
              key: 'export',
              label: m.export,
              icon: <DownloadOutlined aria-hidden="true" />,
              run: (rows: readonly ManyRow[]) => downloadChosen(name, rows),
            },
          ]
        : []),
    ],
    [m, assign, tag, write, exports, name, known, HandOver],
  );
}
