import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { openYaml } from '#method/yaml-text.ts';
import { nameOf } from '#method/proofread/doubt.ts';
import { reviewText, type Fault } from '#method/proofread/proofread.ts';
import { Ask } from '#playbooks/studio/Ask.tsx';
import { blankSource, duplicateSource, idFrom } from '#playbooks/studio/blank.ts';
import { PlaybookId } from '#playbooks/studio/draft.ts';
import { editText } from '#playbooks/studio/draft-text.ts';
import { rootOf } from '#playbooks/studio/outline.ts';
import { draftClient, drafts } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Ask.module.css';

/** From what: nothing, the text of another method, or a file. */
export type Beginning =
  | { kind: 'blank' }
  | { kind: 'duplicate'; source: string; name: { zh: string; en: string } }
  | { kind: 'file'; newest: (playbookId: string) => number | undefined };

/** Asks what a new method is called, and begins its draft. */
export function BeginDialog({ from, onClose }: { from: Beginning; onClose: () => void }) {
  return from.kind === 'file' ? (
    <FileDialog newest={from.newest} onClose={onClose} />
  ) : (
    <NameDialog from={from} onClose={onClose} />
  );
}

/** Makes the draft and goes there. */
function useBegin() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (fields: { playbookId: string; source: string; baseVersion: number | null }) => {
    const made = await draftClient.create(fields);
    await queries.invalidateQueries({ queryKey: drafts.list.key() });
    await navigate({ to: `/playbooks/drafts/${made.id}` });
  };
}

function NameDialog({ from, onClose }: { from: Exclude<Beginning, { kind: 'file' }>; onClose: () => void }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const begin = useBegin();
  const known = from.kind === 'duplicate' ? from.name : undefined;
  const [zh, setZh] = useState(known ? studioMessages.zh.copyName(known.zh) : '');
  const [en, setEn] = useState(known ? studioMessages.en.copyName(known.en) : '');
  const [typedId, setId] = useState<string>();
  const id = typedId ?? idFrom(en) ?? '';
  const fits = PlaybookId.safeParse(id).success;
  const send = () => {
    const name = { zh: zh.trim(), en: en.trim() };
    const source = from.kind === 'blank' ? blankSource(id, name) : duplicateSource(from.source, id, name);
    return begin({ playbookId: id, source, baseVersion: null });
  };
  return (
    <Ask
      title={known ? m.duplicateTitle(known[lang]) : m.newTitle}
      act={m.begin}
      ready={zh.trim() !== '' && en.trim() !== '' && fits}
      send={send}
      onClose={onClose}
    >
      <div className={styles.pair}>
        <label>
          {m.nameZh}
          <Input value={zh} maxLength={100} onChange={(at) => setZh(at.target.value)} />
        </label>
        <label>
          {m.nameEn}
          <Input value={en} maxLength={100} onChange={(at) => setEn(at.target.value)} />
        </label>
      </div>
      <label>
        {m.idLabel}
        <Input
          value={id}
          maxLength={60}
          status={id !== '' && !fits ? 'error' : undefined}
          onChange={(at) => setId(at.target.value)}
        />
        <small>{id !== '' && !fits ? m.idShape : m.idHint}</small>
      </label>
    </Ask>
  );
}

function FileDialog({ newest, onClose }: { newest: (playbookId: string) => number | undefined; onClose: () => void }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const begin = useBegin();
  const [file, setFile] = useState<{ name: string; text: string; findings: Fault[] }>();
  const [typedId, setId] = useState<string>();
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    const text = await chosen.text();
    setFile({ name: chosen.name, text, findings: reviewText(text) });
    const { value } = rootOf(openYaml(text).raw);
    setId(typeof value.id === 'string' ? value.id : (idFrom(nameOf({ value, path: [] }).en) ?? ''));
  };
  const id = typedId ?? '';
  const fits = PlaybookId.safeParse(id).success;
  const base = newest(id) ?? null;
  const errors = file?.findings.filter(({ weight }) => weight === 'error') ?? [];
  const send = () =>
    begin({
      playbookId: id,
      source: editText(file!.text, [{ op: 'set', path: ['id'], value: id }]),
      baseVersion: base,
    });
  return (
    <Ask title={m.importTitle} act={m.begin} ready={file !== undefined && fits} send={send} onClose={onClose}>
      <label className={styles.drop}>
        {file ? m.fileRead(file.name) : m.fileLead}
        <input
          type="file"
          accept=".yaml,.yml,text/yaml"
          aria-label={m.fileChoose}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </label>
      {errors.length > 0 && (
        <ul className={styles.faults}>
          {errors.slice(0, 20).map((fault) => (
            <li key={`${fault.at} ${fault.words.en}`}>
              {fault.line !== undefined && `${m.line(fault.line)}${lang === 'zh' ? '：' : ': '}`}
              {fault.words[lang]}
            </li>
          ))}
        </ul>
      )}
      {file && (
        <label>
          {m.idLabel}
          <Input value={id} maxLength={60} onChange={(at) => setId(at.target.value)} />
          <small>{!fits ? m.idShape : base === null ? m.idHint : m.importUpdates(base + 1)}</small>
        </label>
      )}
    </Ask>
  );
}
