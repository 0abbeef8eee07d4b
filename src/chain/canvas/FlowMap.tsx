import { type Connection, MiniMap, ReactFlow, useStore, useStoreApi } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type MouseEvent, memo, useDeferredValue, useMemo, useState } from 'react';
import { useIsDark } from '#ui/theme/scheme.tsx';
import type { Id } from '#shared/id.ts';
import { Card, type CardNode } from '#chain/canvas/Card.tsx';
import { Ground } from '#chain/canvas/Ground.tsx';
import { Line, type LineEdge } from '#chain/canvas/Line.tsx';
import { stanceColours } from '#chain/canvas/svg-card.ts';
import type { CanvasWords } from '#chain/canvas/canvas.messages.ts';
import type { useFlow } from '#chain/canvas/useFlow.tsx';
import styles from '#chain/canvas/Canvas.module.css';

type Props = {
  flow: ReturnType<typeof useFlow>;
  m: CanvasWords;
  canEdit: boolean;
  onCard: (id: Id, several: boolean) => void;
  onOpen: (id: Id) => void;
  onLine: (id: Id | null) => void;
  onDragged: () => void;
  onConnect: (from: Id, to: Id) => void;
};

const nodeTypes = { card: Card };
const edgeTypes = { line: Line };
/** Below this zoom names are drawn large and the rest is left out. */
const FAR = 0.52;
/** Below this one names fill their cards. */
const FARTHEST = 0.36;
/** Up to so many cards one sees the whole anyway. */
export const FEW = 12;

/** The drawing itself: cards, lines and ground on a plane that is dragged and zoomed. */
export function FlowMap({ flow, m, canEdit, onCard, onOpen, onLine, onDragged, onConnect }: Props) {
  const store = useStoreApi();
  // Every card has one size, and where its lines end is said with it (useFlow): without this the library would measure
  // each once it stands, and draw all of the map again. It keeps what it finds here when it first draws.
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
  // Until the room is known it is drawn as from afar, which is how a large map will stand in it.
  const far = useStore(({ transform, width }) => width === 0 || transform[2] < FAR);
  const farthest = useStore(({ transform, width }) => width === 0 || transform[2] < FARTHEST);
  const isDark = useIsDark();
  const words = useMemo(() => ({ 'minimap.ariaLabel': m.miniMap, 'handle.ariaLabel': m.connect.start }), [m]);
  return (
    <div className={styles.flow} data-far={far} data-farthest={farthest}>
      <ReactFlow<CardNode, LineEdge>
        nodes={flow.nodes}
        edges={flow.lines}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={flow.onNodesChange}
        onNodeClick={(event: MouseEvent, node) => onCard(node.id, event.shiftKey || event.ctrlKey || event.metaKey)}
        onNodeDoubleClick={(_, node) => onOpen(node.id)}
        onEdgeClick={(_, edge) => onLine(edge.id)}
        onPaneClick={() => onLine(null)}
        onNodeDragStop={onDragged}
        onConnect={({ source, target }: Connection) => {
          if (source !== target) onConnect(source, target);
        }}
        nodesDraggable={canEdit}
        nodesConnectable={canEdit}
        autoPanOnConnect={flow.nodes.length > FEW}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomOnDoubleClick={false}
        connectionRadius={30}
        nodeDragThreshold={4}
        minZoom={0.08}
        maxZoom={2}
        colorMode={isDark ? 'dark' : 'light'}
        ariaLabelConfig={words}
        proOptions={{ hideAttribution: true }}
      >
        <Ground areas={flow.layout.areas} factions={flow.factions} />
        {flow.nodes.length > FEW && <Overview label={m.miniMap} />}
      </ReactFlow>
    </div>
  );
}

/** The whole in the corner; it comes after the map itself is drawn. */
const Overview = memo(function Overview({ label }: { label: string }) {
  const isTime = useDeferredValue(true, false);
  if (!isTime) return null;
  return (
    <MiniMap<CardNode>
      className={styles.miniMap}
      pannable
      zoomable
      ariaLabel={label}
      nodeColor={colourOf}
      nodeBorderRadius={12}
      bgColor="var(--lm-surface)"
      maskColor="color-mix(in srgb, var(--lm-ground) 70%, transparent)"
      maskStrokeColor="var(--lm-accent)"
      maskStrokeWidth={3}
    />
  );
});

function colourOf({ data: { node } }: CardNode): string {
  if (node.kind === 'ours') return 'var(--lm-accent)';
  if ('stance' in node && typeof node.stance === 'number') return `var(--lm-${stanceColours[node.stance]})`;
  return 'var(--lm-line-strong)';
}
