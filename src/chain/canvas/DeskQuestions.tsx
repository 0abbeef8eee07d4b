import { ExportDialog } from '#chain/canvas/ExportDialog.tsx';
import { FactionDialog } from '#chain/canvas/FactionDialog.tsx';
import { KeyHelp } from '#chain/canvas/KeyHelp.tsx';
import type { DeskProps } from '#chain/canvas/MapDesk.tsx';
import { NewNode } from '#chain/canvas/NewNode.tsx';
import type { DeskState } from '#chain/canvas/useDesk.tsx';

/** Whatever is being asked over the canvas. */
export function DeskQuestions({
  desk,
  board,
  canEdit,
  title,
  contacts,
  colleagues,
  onNewContact,
}: DeskProps & { desk: DeskState }) {
  const { asking, speech, flow } = desk;
  const { m } = speech;
  const { map } = board;
  if (asking === null) return null;
  const onClose = () => desk.setAsking(null);
  if (asking === 'help') return <KeyHelp m={m} canEdit={canEdit} onClose={onClose} />;
  if (asking === 'export') {
    return (
      <ExportDialog
        map={flow.shown}
        layout={flow.layout}
        kind={desk.kind}
        speech={speech}
        title={title}
        onClose={onClose}
      />
    );
  }
  if (asking === 'faction') {
    return (
      <FactionDialog
        m={m}
        count={desk.chosen.size}
        factions={map.factions}
        onSet={(faction, name) => void desk.setFaction(faction, name)}
        onClose={onClose}
      />
    );
  }
  const boss = map.nodes.find(({ id, kind }) => id === asking.under && kind !== 'channel');
  return (
    <NewNode
      {...(contacts && { contacts })}
      {...(colleagues && { colleagues })}
      {...(onNewContact && { onNewContact })}
      m={m}
      present={new Set(map.nodes.map(({ id }) => id))}
      boss={boss ? { id: boss.id, name: boss.name } : null}
      onAdd={(node, under) => void desk.add(node, under)}
      onClose={onClose}
    />
  );
}
