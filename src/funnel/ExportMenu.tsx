import { DownloadOutlined } from '@ant-design/icons';
import { funnelMessages } from '#funnel/funnel.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { MenuButton } from '#ui/MenuButton.tsx';
import { useCan } from '#ui/session.tsx';
import toolbar from '#ui/list/Toolbar.module.css';

type Props = { list: string; asked: { readonly [name: string]: string | undefined } };

/** A table as a file, under the same filters. */
export function ExportMenu({ list, asked }: Props) {
  const m = useMessages(funnelMessages);
  const may = useCan()('export.run');
  if (!may) return null;
  const given = Object.fromEntries(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])));
  const download = (format: 'csv' | 'xlsx') =>
    location.assign(`/api/exports/${list}?${new URLSearchParams({ ...given, format }).toString()}`);
  return (
    <MenuButton
      label={m.export}
      className={toolbar['tool']}
      button={<DownloadOutlined title={m.export} />}
      groups={[
        {
          items: [
            { key: 'xlsx', label: m.exportXlsx, run: () => download('xlsx') },
            { key: 'csv', label: m.exportCsv, run: () => download('csv') },
          ],
        },
      ]}
    />
  );
}
