import { useState } from 'react';
import { useToday } from '#ui/session.tsx';
import { fontFamily, light } from '#ui/theme/palette.ts';
import { toast } from '#ui/toast.tsx';
import type { ChainMap } from '#chain/chain-map.ts';
import { CanvasDialog } from '#chain/canvas/CanvasDialog.tsx';
import type { Speech } from '#chain/canvas/card-words.ts';
import { layoutOf } from '#chain/canvas/layout.ts';
import { mapAsSvg } from '#chain/canvas/map-as-svg.ts';
import { savePng, saveSvg } from '#chain/canvas/save-picture.tsx';
import { shareable } from '#chain/canvas/shareable-map.ts';
import type { Layout, LayoutKind } from '#chain/canvas/spots.ts';
import styles from '#chain/canvas/Canvas.module.css';

type Props = {
  map: ChainMap;
  layout: Layout;
  kind: LayoutKind;
  speech: Speech;
  title: string;
  onClose: () => void;
};

/** A picture to take along. Unless asked for, it holds nothing that the team believes of people. */
export function ExportDialog({ map, layout, kind, speech, title, onClose }: Props) {
  const { m } = speech;
  const today = useToday();
  const [format, setFormat] = useState<'png' | 'svg'>('png');
  const [beliefs, setBeliefs] = useState(false);
  const save = async () => {
    // Where cards stand may tell of beliefs as well: rings of influence, places by hand. Roles may be known.
    const shown = beliefs ? layout : layoutOf(kind === 'roles' ? 'roles' : 'reporting', shareable(map), []);
    const head = { title: `${title} · ${m.map}`, note: today, font: fontFamily };
    const picture = mapAsSvg(map, shown, { ...speech, beliefs }, light, head);
    const name = `${title} ${m.map} ${today}`.replace(/[\\/:*?"<>|]/g, ' ');
    if (format === 'svg') return saveSvg(picture, name);
    try {
      await savePng(picture, name);
    } catch {
      toast(m.exporting.failed, { tone: 'bad' });
    }
  };
  const act = { label: m.exporting.save, ready: true, run: () => void save() };
  return (
    <CanvasDialog title={m.exporting.title} act={act} onClose={onClose}>
      <fieldset className={styles.plain}>
        <legend>{m.exporting.content}</legend>
        <Option
          name="content"
          on={!beliefs}
          label={m.exporting.plain}
          hint={m.exporting.plainHint}
          choose={() => setBeliefs(false)}
        />
        {speech.beliefs && (
          <Option
            name="content"
            on={beliefs}
            label={m.exporting.beliefs}
            hint={m.exporting.beliefsHint}
            choose={() => setBeliefs(true)}
          />
        )}
        {beliefs && (
          <p role="alert" className={styles.wrong}>
            {m.exporting.warning}
          </p>
        )}
      </fieldset>
      <fieldset className={styles.plain}>
        <legend>{m.exporting.format}</legend>
        <Option name="format" on={format === 'png'} label={m.exporting.png} choose={() => setFormat('png')} />
        <Option name="format" on={format === 'svg'} label={m.exporting.svg} choose={() => setFormat('svg')} />
      </fieldset>
    </CanvasDialog>
  );
}

type OptionProps = { name: string; on: boolean; label: string; hint?: string; choose: () => void };

function Option({ name, on, label, hint, choose }: OptionProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} checked={on} onChange={choose} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
