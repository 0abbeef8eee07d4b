import {
  DownloadOutlined,
  PlusOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import type { KeyboardEvent, ReactNode } from 'react';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
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
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = kinds.at((kinds.indexOf(kind) + step) % kinds.length)!;
    onKind(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-kind=${next}]`)?.focus();
  };
  return (
    <div className={styles.bar}>
      <div className={styles.layouts} role="radiogroup" aria-label={m.layout} tabIndex={-1} onKeyDown={onKey}>
        {kinds.map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            data-kind={one}
            aria-checked={one === kind}
            tabIndex={one === kind ? 0 : -1}
            title={m.layoutHints[one]}
            onClick={() => onKind(one)}
          >
            {m.layouts[one]}
          </button>
        ))}
      </div>
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
