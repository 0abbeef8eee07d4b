import { ExpandOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { Button } from 'antd';
import { type ReactNode, useId, useMemo, useRef } from 'react';
import type { Id } from '#shared/id.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { layoutChoice, legendChoice } from '#chain/canvas/canvas-choices.tsx';
import { CanvasActsProvider } from '#chain/canvas/canvas-context.tsx';
import { onCanvasKey } from '#chain/canvas/canvas-keys.tsx';
import type { ChainCanvasProps } from '#chain/canvas/canvas-props.ts';
import { ConnectSheet } from '#chain/canvas/ConnectSheet.tsx';
import { DeskQuestions } from '#chain/canvas/DeskQuestions.tsx';
import { deskKeys } from '#chain/canvas/desk-keys.tsx';
import { FilterMenu } from '#chain/canvas/FilterMenu.tsx';
import { FindOnMap } from '#chain/canvas/FindOnMap.tsx';
import { FEW, FlowMap } from '#chain/canvas/FlowMap.tsx';
import type { Marks } from '#chain/canvas/history-view.ts';
import { Legend } from '#chain/canvas/Legend.tsx';
import { Tool, Toolbar } from '#chain/canvas/Toolbar.tsx';
import { useDesk } from '#chain/canvas/useDesk.tsx';
import { useTop } from '#chain/canvas/useTop.tsx';
import { spoken } from '#ui/lang.tsx';
import type { Board } from '#chain/canvas/wanted-acts.ts';
import styles from '#chain/canvas/Canvas.module.css';

type Told =
  | 'title'
  | 'steps'
  | 'places'
  | 'seesBeliefs'
  | 'canEdit'
  | 'onPlaces'
  | 'onOpen'
  | 'contacts'
  | 'colleagues'
  | 'onNewContact';
export type DeskProps = Pick<ChainCanvasProps, Told> & {
  board: Board;
  marks?: Marks;
  /** Stands below the bar: the time line of the past. */
  head?: ReactNode;
  /** Stands at its right: what changed. */
  aside?: ReactNode;
};

/** The map on a desk: the drawing with all that one does to it by mouse and by keys. */
export function MapDesk(props: DeskProps) {
  return (
    <ReactFlowProvider>
      <Desk {...props} />
    </ReactFlowProvider>
  );
}

function Desk(props: DeskProps) {
  const { board, canEdit, steps, onOpen, head, aside } = props;
  const { map } = board;
  const legend = legendChoice.use() === 'open';
  const box = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  useTop(whole);
  const desk = useDesk(props, box);
  const { speech, flow, drawing, chosen } = desk;
  const { m } = speech;
  const zooming = useReactFlow();
  const search = useId();
  const keysAt = (at: Id | null) => deskKeys(desk, props, zooming, () => document.getElementById(search)?.focus(), at);
  const keys = keysAt(null);
  const onEmpty = useMemo(
    () => (
      <Button type="primary" onClick={() => desk.setAsking({ under: null })}>
        {m.add}
      </Button>
    ),
    [desk, m],
  );
  return (
    <CanvasActsProvider value={desk.cardActs}>
      <div ref={whole} className={styles.canvas} data-few={map.nodes.length <= FEW}>
        <Toolbar
          m={m}
          canEdit={canEdit}
          kind={desk.kind}
          hasPlaces={desk.hasPlaces}
          onKind={layoutChoice.set}
          steps={steps}
          legend={legend}
          onLegend={() => legendChoice.set(legend ? 'closed' : 'open')}
          onAdd={() => desk.setAsking({ under: desk.active })}
          onExport={() => desk.setAsking('export')}
          onHelp={() => desk.setAsking('help')}
        >
          <FindOnMap
            map={flow.shown}
            speech={speech}
            label={m.search}
            id={search}
            onFound={(id) => desk.focus(id, true)}
          />
          <FilterMenu map={map} filter={desk.filter} speech={speech} onFilter={desk.setFilter} />
        </Toolbar>
        {head}
        <div className={styles.body}>
          {legend && <Legend speech={speech} />}
          {/* Its cards are what has the focus; the keys of all of them are heard here. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <div
            ref={box}
            className={styles.stage}
            role="application"
            tabIndex={-1}
            aria-label={`${spoken(m.map, m.people(map.nodes.length))} ${m.mapHint}`}
            onKeyDown={(event) => onCanvasKey(event, keysAt(cardAt(event.target as HTMLElement)))}
            onKeyUp={({ key }) => key === 'Shift' && desk.onLetGo()}
            onBlur={desk.onLetGo}
          >
            <FlowMap
              flow={flow}
              m={m}
              canEdit={canEdit}
              onCard={desk.pick}
              onOpen={onOpen}
              onLine={desk.pickLine}
              onDragged={desk.onDragged}
              onConnect={desk.startLine}
            />
            <div className={styles.zoom}>
              <Tool label={m.zoomIn} icon={<PlusOutlined />} run={() => keys.zoom(1)} />
              <Tool label={m.zoomOut} icon={<MinusOutlined />} run={() => keys.zoom(-1)} />
              <Tool label={m.fit} icon={<ExpandOutlined />} run={() => keys.zoom(0)} />
            </div>
            {map.nodes.length === 0 && (
              <div className={styles.empty}>
                <EmptyState title={m.empty} hint={canEdit ? m.emptyHint : m.emptyRead} act={canEdit && onEmpty} />
              </div>
            )}
            {drawing && (
              <ConnectSheet
                drawing={drawing}
                board={board}
                speech={speech}
                called={desk.called}
                onChange={desk.setDrawing}
                onDraw={(edge) => void desk.draw(edge)}
                onClose={desk.escape}
              />
            )}
            {!drawing && chosen.size > 0 && (
              <div className={`${styles.sheet} ${styles.row}`} data-over-map>
                {m.factions.chosen(chosen.size)}
                <Button type="primary" onClick={() => desk.setAsking('faction')}>
                  {m.factions.act}
                </Button>
                <Button onClick={() => desk.setChosen(new Set())}>{m.cancel}</Button>
              </div>
            )}
          </div>
          {aside}
        </div>
      </div>
      <DeskQuestions desk={desk} {...props} />
    </CanvasActsProvider>
  );
}

function cardAt(target: HTMLElement): Id | null {
  return target.closest<HTMLElement>('[data-card]')?.dataset['card'] ?? null;
}
