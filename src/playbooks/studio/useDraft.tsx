import { useEffect, useReducer, useRef, useState } from 'react';
import type { PlaybookDraft } from '#playbooks/studio/draft.ts';
import { beginDraft, changeDraft } from '#playbooks/studio/draft-state.ts';
import { draftClient } from '#playbooks/studio/studio.queries.tsx';
import { isRefused } from '#ui/refused.tsx';

/** How long one rests before the text saves itself. */
const REST = 1_200;
const RETRY = 5_000;

type Whole = PlaybookDraft & { source: string };
export type Saving =
  | { state: 'saved' | 'unsaved' | 'saving' | 'failed' }
  /** somebody else saved meanwhile */
  | { state: 'changed'; theirs: Whole }
  /** published or discarded by somebody else */
  | { state: 'gone' };

/** A draft being written: its text with undo, saving itself, never over what somebody else has saved. */
export function useDraft(loaded: Whole) {
  const [state, act] = useReducer(changeDraft, loaded.source, beginDraft);
  const [kept, setKept] = useState({ version: loaded.version, text: loaded.source });
  const [saving, setSaving] = useState<Saving>({ state: 'saved' });
  const underWay = useRef<Promise<number> | null>(null);
  const { text } = state;
  // What was saved while somebody waits for it is not what it was when she began to wait.
  const now = useRef({ text, kept });
  useEffect(() => {
    now.current = { text, kept };
  });
  const stopped = saving.state === 'changed' || saving.state === 'gone';

  /** @returns the version that holds this text @throws what kept it from being saved */
  const save = async (version: number): Promise<number> => {
    setSaving({ state: 'saving' });
    const { text: source } = now.current;
    try {
      const saved = await draftClient.save({ id: loaded.id, version, source });
      now.current = { ...now.current, kept: { version: saved.version, text: source } };
      setKept(now.current.kept);
      setSaving({ state: 'saved' });
      return saved.version;
    } catch (error) {
      setSaving(await whyNot(loaded.id, error));
      throw error;
    } finally {
      underWay.current = null;
    }
  };
  const begin = (version: number) => (underWay.current ??= save(version));

  useEffect(() => {
    if (text === kept.text || stopped || saving.state === 'saving') return undefined;
    const timer = setTimeout(
      () => void begin(kept.version).catch(() => undefined),
      saving.state === 'failed' ? RETRY : REST,
    );
    return () => clearTimeout(timer);
  });

  const clean = text === kept.text;
  useEffect(() => {
    if (clean) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [clean]);

  return {
    state,
    act,
    saving: clean || saving.state !== 'saved' ? saving : ({ state: 'unsaved' } as const),
    /** Saves at once, where there is something to save. */
    saveNow: async () => {
      await underWay.current?.catch(() => undefined);
      const { text: written, kept: held } = now.current;
      return written === held.text ? held.version : begin(held.version);
    },
    /** Of two texts: mine, over the one that was saved meanwhile. */
    keepMine: (theirs: Whole) => void begin(theirs.version).catch(() => undefined),
    takeTheirs: (theirs: Whole) => {
      act({ kind: 'type', text: theirs.source });
      setKept({ version: theirs.version, text: theirs.source });
      setSaving({ state: 'saved' });
    },
  };
}

async function whyNot(id: string, error: unknown): Promise<Saving> {
  if (isRefused(error, 'record.notFound')) return { state: 'gone' };
  if (!isRefused(error, 'record.changed')) return { state: 'failed' };
  return draftClient.show({ id }).then(
    (theirs): Saving => ({ state: 'changed', theirs }),
    (lost: unknown): Saving => ({ state: isRefused(lost, 'record.notFound') ? 'gone' : 'failed' }),
  );
}
