import {
  DownloadOutlined,
  PlusOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import { Radios } from '#chain/canvas/Radios.tsx';
import { type LayoutKind, layoutKinds } from '#chain/canvas/spots.ts';
import { useCan } from '#ui/session.tsx';
import styles from '#chain/canvas/Canvas.module.css';

type Props = {
  m: CanvasWords;
  canEdit: boolean;
  kind: LayoutKind;
  hasPlaces: boolean;
  onKind: (kind: LayoutKind) => void;
  /** Finding and filtering. */
  children: ReactNode;
  steps: { canUndo: boolean; canRedo: boolean; undo: () => unknown; redo: () => unknown };
  legend: boolean;
  onLegend: () => void;
  onAdd: () => void;
  onExport: () => void;
  onHelp: () => void;
};

/** What one can do to the map as a whole. */
export function Toolbar(props: Props) {
  const { m, canEdit, kind, hasPlaces, onKind, children, steps, legend, onLegend, onAdd, onExport, onHelp } = props;
  const mayExport = useCan()('export.run');
  const kinds = layoutKinds.filter((one) => one !== 'kept' || hasPlaces);
  return (
    <div className={styles.bar}>
      <Radios
        joined
        label={m.layout}
        value={kind}
        radios={kinds.map((one) => ({ value: one, label: m.layouts[one], hint: m.layoutHints[one] }))}
        onChoose={onKind}
      />
      {children}
      <span className={styles.spring} />
      {canEdit && (
        <>
          <Tool label={m.add} icon={<PlusOutlined />} run={onAdd} worded />
          <Tool label={m.undo} icon={<UndoOutlined />} run={() => void steps.undo()} disabled={!steps.canUndo} />
          <Tool label={m.redo} icon={<RedoOutlined />} run={() => void steps.redo()} disabled={!steps.canRedo} />
        </>
      )}
      <Tool label={m.legend} icon={<UnorderedListOutlined />} run={onLegend} pressed={legend} worded />
      {mayExport && <Tool label={m.export} icon={<DownloadOutlined />} run={onExport} />}
      <Tool label={m.help} icon={<QuestionCircleOutlined />} run={onHelp} />
    </div>
  );
}

type ToolProps = {
  label: string;
  icon: ReactNode;
  run: () => void;
  disabled?: boolean;
  pressed?: boolean;
  worded?: boolean;
};

export function Tool({ label, icon, run, disabled, pressed, worded }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={run}
    >
      {icon}
      {worded && label}
    </button>
  );
}
