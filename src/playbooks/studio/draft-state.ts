import { editText, type Edit } from '#playbooks/studio/draft-text.ts';

/** The text being written, and the ways back and forth through what it was. */
export type DraftState = {
  readonly text: string;
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** What the last change was made at: going on there is one step back, not many. */
  readonly at: string | null;
};

export type DraftAct =
  /** `at`: names what is being changed; changes without one are steps of their own */
  | { readonly kind: 'edit'; readonly edits: readonly Edit[]; readonly at?: string }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

/** Steps back that are kept. */
export const MOST_STEPS = 200;

export const beginDraft = (text: string): DraftState => ({ text, past: [], future: [], at: null });

export function changeDraft(state: DraftState, act: DraftAct): DraftState {
  switch (act.kind) {
    case 'edit':
      return stepTo(state, editText(state.text, act.edits), act.at ?? null);
    case 'type':
      return stepTo(state, act.text, 'text');
    case 'undo': {
      const before = state.past.at(-1);
      if (before === undefined) return state;
      return { text: before, past: state.past.slice(0, -1), future: [state.text, ...state.future], at: null };
    }
    default: {
      const [next, ...future] = state.future;
      if (next === undefined) return state;
      return { text: next, past: [...state.past, state.text], future, at: null };
    }
  }
}

function stepTo(state: DraftState, text: string, at: string | null): DraftState {
  if (text === state.text) return state;
  const goesOn = at !== null && at === state.at && state.past.length > 0;
  const past = goesOn ? state.past : [...state.past, state.text].slice(-MOST_STEPS);
  return { text, past, future: [], at };
}
