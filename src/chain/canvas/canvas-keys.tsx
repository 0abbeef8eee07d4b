import type { KeyboardEvent } from 'react';
import type { Direction } from '#chain/canvas/steering.ts';

/** What the keys of the canvas do. */
export type KeyActs = {
  move: (direction: Direction) => void;
  /** The card itself goes that way. */
  shift: (direction: Direction) => void;
  open: () => void;
  add: () => void;
  connect: () => void;
  remove: () => void;
  fold: () => void;
  choose: () => void;
  faction: () => void;
  nextLine: () => void;
  kind: (n: number) => void;
  find: () => void;
  undo: () => void;
  redo: () => void;
  zoom: (step: 1 | -1 | 0) => void;
  escape: () => void;
  help: () => void;
};

const arrows: { readonly [key: string]: Direction } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const plain: { readonly [key: string]: (acts: KeyActs) => void } = {
  Enter: ({ open }) => open(),
  ' ': ({ choose }) => choose(),
  n: ({ add }) => add(),
  c: ({ connect }) => connect(),
  g: ({ faction }) => faction(),
  l: ({ nextLine }) => nextLine(),
  '.': ({ fold }) => fold(),
  Delete: ({ remove }) => remove(),
  Backspace: ({ remove }) => remove(),
  f: ({ find }) => find(),
  '/': ({ find }) => find(),
  '+': ({ zoom }) => zoom(1),
  '=': ({ zoom }) => zoom(1),
  '-': ({ zoom }) => zoom(-1),
  '0': ({ zoom }) => zoom(0),
  Escape: ({ escape }) => escape(),
  '?': ({ help }) => help(),
  '？': ({ help }) => help(),
};

/** Keys reach the canvas from its cards and its ground; what is typed into a field or pressed on a button stays there. */
export function onCanvasKey(event: KeyboardEvent<HTMLElement>, acts: KeyActs): void {
  const target = event.target as HTMLElement;
  if (event.nativeEvent.isComposing || event.altKey || target.closest('dialog, input, select, textarea, [role=menu]'))
    return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    if (key === 'z') {
      event.preventDefault();
      if (event.shiftKey) acts.redo();
      else acts.undo();
    } else if (key === 'y') {
      event.preventDefault();
      acts.redo();
    }
    return;
  }
  const onButton = target.closest('button') !== null;
  if (onButton && (key === 'Enter' || key === ' ' || key.startsWith('Arrow'))) return;
  const digit = /^[1-6]$/.test(key) ? Number(key) : 0;
  const way = arrows[key];
  const act = way
    ? ({ shift, move }: KeyActs) => (event.shiftKey ? shift : move)(way)
    : digit > 0
      ? ({ kind }: KeyActs) => kind(digit - 1)
      : plain[key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act(acts);
}
