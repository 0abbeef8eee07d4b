/** A short word at the foot of the screen, with a way back where there is one. */
export type Toast = { id: number; text: string; undo?: () => void; tone: 'plain' | 'bad' };

const lasting = 6_000;
let next = 1;
let shown: readonly Toast[] = [];
const listeners = new Set<() => void>();

export function toast(text: string, options: { undo?: () => void; tone?: Toast['tone'] } = {}): void {
  const one: Toast = { id: next++, text, tone: options.tone ?? 'plain', undo: options.undo };
  show([...shown.slice(-2), one]);
  setTimeout(() => dismiss(one.id), lasting);
}

export function dismiss(id: number): void {
  show(shown.filter((one) => one.id !== id));
}

export function toasts(): readonly Toast[] {
  return shown;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(now: readonly Toast[]): void {
  shown = now;
  for (const listener of listeners) listener();
}
