import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { HighlightStyle, indentUnit, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import type { Fault } from '#method/proofread/proofread.ts';
import { useLang } from '#ui/lang.tsx';

type Props = {
  text: string;
  label: string;
  findings: readonly Fault[];
  readOnly: boolean;
  /** A line to go to; another object for another jump, the same line or not. */
  goTo: { line: number } | undefined;
  onType: (text: string) => void;
};

/** The whole method as YAML: its faults stand at their lines, in the reader's language. */
export function TextEditor({ text, label, findings, readOnly, goTo, onType }: Props) {
  const lang = useLang();
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(null);
  const typed = useRef(onType);
  const first = useRef(text);
  useEffect(() => {
    typed.current = onType;
  });
  useEffect(() => {
    const view = new EditorView({
      parent: box.current!,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          StreamLanguage.define(yaml),
          syntaxHighlighting(colours),
          indentUnit.of('  '),
          lintGutter(),
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          EditorView.lineWrapping,
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) typed.current(update.state.doc.toString());
          }),
          look,
        ],
      }),
    });
    editor.current = view;
    return () => view.destroy();
  }, [label, readOnly]);
  useEffect(() => {
    first.current = text;
    const view = editor.current;
    if (!view || view.state.doc.toString() === text) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  }, [text]);
  useEffect(() => {
    const view = editor.current;
    if (!view) return;
    const diagnostics = findings
      .filter(({ line }) => line !== undefined && line <= view.state.doc.lines)
      .map(({ line, words, weight }) => {
        const at = view.state.doc.line(line!);
        const from = at.from + (at.text.length - at.text.trimStart().length);
        return { from, to: at.to, severity: weight, message: words[lang] };
      });
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }, [findings, lang]);
  useEffect(() => {
    const view = editor.current;
    if (!view || !goTo) return;
    const { from } = view.state.doc.line(Math.min(goTo.line, view.state.doc.lines));
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    view.focus();
  }, [goTo]);
  return <div ref={box} />;
}

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--lm-text-faint)', fontStyle: 'italic' },
  { tag: [tags.atom, tags.keyword, tags.definition(tags.propertyName), tags.propertyName], color: 'var(--lm-accent)' },
  { tag: tags.string, color: 'var(--lm-text)' },
  { tag: tags.number, color: 'var(--lm-good)' },
  { tag: tags.meta, color: 'var(--lm-text-soft)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--lm-text)', backgroundColor: 'var(--lm-surface)' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace',
    lineHeight: '20px',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--lm-sunken)',
    color: 'var(--lm-text-faint)',
    borderRight: '1px solid var(--lm-line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--lm-hover)' },
  '.cm-cursor': { borderLeftColor: 'var(--lm-text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--lm-accent-soft) !important',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--lm-surface)',
    color: 'var(--lm-text)',
    border: '1px solid var(--lm-line-strong)',
  },
});
