import { CanvasDialog } from '#chain/canvas/CanvasDialog.tsx';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import styles from '#chain/canvas/Canvas.module.css';

/** All keys of the canvas. */
export function KeyHelp({ m, canEdit, onClose }: { m: CanvasWords; canEdit: boolean; onClose: () => void }) {
  const { keys } = m;
  const rows: [readonly string[], string, boolean?][] = [
    [[keys.arrows], keys.move],
    [[keys.enter], keys.open],
    [['F', '/'], keys.find],
    [['.'], keys.fold],
    [['L'], keys.lines],
    [[keys.shiftArrows], keys.shift, true],
    [['N'], keys.add, true],
    [['C'], keys.connect, true],
    [[keys.del], keys.remove, true],
    [[keys.space], keys.choose, true],
    [['G'], keys.faction, true],
    [['Ctrl Z'], keys.undo, true],
    [['Ctrl Shift Z'], keys.redo, true],
    [['+', '−', '0'], keys.zoom],
    [['Esc'], keys.escape],
    [['?'], keys.help],
  ];
  return (
    <CanvasDialog title={m.help} onClose={onClose}>
      <dl className={styles.keys}>
        {rows
          .filter(([, , edits]) => canEdit || !edits)
          .map(([names, what]) => (
            <div key={what} style={{ display: 'contents' }}>
              <dt>
                {names.map((name) => (
                  <kbd key={name} style={{ marginRight: 4 }}>
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
      </dl>
    </CanvasDialog>
  );
}
