import { type Connection, MiniMap, ReactFlow, useStore } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type MouseEvent, useMemo, useRef, useEffect } from 'react';
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
/** Up to so many cards one sees the whole anyway. */
const FEW = 12;

/** The drawing itself: cards, lines and ground on a plane that is dragged and zoomed. */
export function FlowMap({ flow, m, canEdit, onCard, onOpen, onLine, onDragged, onConnect }: Props) {
  const far = useStore(({ transform }) => transform[2] < FAR);
  const isDark = useIsDark();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.setAttribute('data-far', String(far));
  }, [far]);
  const words = useMemo(() => ({ 'minimap.ariaLabel': m.miniMap, 'handle.ariaLabel': m.connect.start }), [m]);
  return (
    <div ref={box} className={styles.flow}>
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
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
        colorMode={isDark ? 'dark' : 'light'}
        ariaLabelConfig={words}
        proOptions={{ hideAttribution: true }}
      >
        <Ground areas={flow.layout.areas} factions={flow.factions} />
        {flow.nodes.length > FEW && (
          <MiniMap<CardNode>
            className={styles.miniMap}
            pannable
            zoomable
            ariaLabel={m.miniMap}
            nodeColor={colourOf}
            nodeBorderRadius={12}
            bgColor="var(--lm-surface)"
            maskColor="color-mix(in srgb, var(--lm-ground) 70%, transparent)"
            maskStrokeColor="var(--lm-accent)"
            maskStrokeWidth={3}
          />
        )}
      </ReactFlow>
    </div>
  );
}

function colourOf({ data: { node } }: CardNode): string {
  if (node.kind === 'ours') return 'var(--lm-accent)';
  if ('stance' in node && typeof node.stance === 'number') return `var(--lm-${stanceColours[node.stance]})`;
  return 'var(--lm-line-strong)';
}
