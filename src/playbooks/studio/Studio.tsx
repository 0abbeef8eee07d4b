import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { parseKeptPlaybook } from '#method/playbook-text.ts';
import { openYaml } from '#method/yaml-text.ts';
import { reviewDocument, type Fault } from '#method/proofread/proofread.ts';
import type { Path } from '#method/rule-problems.ts';
import { isRefusal } from '#shared/refusal.ts';
import { Compare } from '#playbooks/studio/Compare.tsx';
import { DeskContext, type Desk } from '#playbooks/studio/desk.tsx';
import { DeskHead } from '#playbooks/studio/DeskHead.tsx';
import type { PlaybookDraft } from '#playbooks/studio/draft.ts';
import { Outline } from '#playbooks/studio/Outline.tsx';
import { studioPanels } from '#playbooks/studio/panels.tsx';
import { partAt } from '#playbooks/studio/place.ts';
import { Problems, Rail } from '#playbooks/studio/Rail.tsx';
import { SavingNote } from '#playbooks/studio/SavingNote.tsx';
import { sourceQuery } from '#playbooks/studio/studio.queries.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { useDraft } from '#playbooks/studio/useDraft.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { useIsPhone } from '#ui/phone.tsx';
import { PageSkeleton, SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#playbooks/studio/Studio.module.css';

const PartForm = onDemand(async () => (await import('#playbooks/studio/PartForm.tsx')).PartForm, <PageSkeleton />);
const TextEditor = onDemand(
  async () => (await import('#playbooks/studio/TextEditor.tsx')).TextEditor,
  <PageSkeleton />,
);

/** The desk: outline, form and problems; the same text as YAML; what it changes; what other slices say of it. */
export function Studio({ loaded }: { loaded: PlaybookDraft & { source: string } }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const isPhone = useIsPhone();
  const draft = useDraft(loaded);
  const { state, act } = draft;
  const [latestVersion, setLatest] = useState(loaded.latestVersion);
  const { data: latest } = useQuery({
    ...sourceQuery(loaded.playbookId, latestVersion ?? 0),
    enabled: latestVersion !== null,
  });
  const [tab, setTab] = useState('form');
  const [selected, select] = useState<Path>([]);
  const [line, setLine] = useState<{ line: number }>();
  const [jump, setJump] = useState<Path>();

  const opened = useMemo(() => openYaml(state.text), [state.text]);
  const resting = useDeferredValue(opened);
  const published = useMemo(() => {
    const read = latest && parseKeptPlaybook(latest.source);
    return read && !isRefusal(read) ? read : undefined;
  }, [latest]);
  const findings = useMemo(
    () => reviewDocument(resting, { id: loaded.playbookId, published }),
    [resting, loaded.playbookId, published],
  );
  const desk: Desk = {
    raw: opened.raw,
    findings,
    readOnly: isPhone,
    selected: partAt(selected).path,
    select: (path) => {
      select(path);
      setJump(undefined);
      setLine({ line: opened.lineOf(path) ?? 1 });
    },
    edit: (edits, at) => act({ kind: 'edit', edits, at }),
  };
  useEffect(() => {
    // The text has ways back of its own.
    if (tab === 'text') return undefined;
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      act({ kind: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [tab, act]);
  const show = (key: string) => {
    setTab(key);
    // A form that is shown anew leads nobody back to a fault of before.
    setJump(undefined);
  };
  const jumpTo = (finding: Fault) => {
    if (tab !== 'text') {
      if (finding.path.length > 0) setTab('form');
      select(finding.path);
      setJump([...finding.path]);
    } else if (finding.line !== undefined) setLine({ line: finding.line });
  };
  const broken = opened.problems.length > 0;
  const tabs = ['form', 'text', 'compare', ...studioPanels.map(({ key }) => key)];
  const words = { ...m.tab, ...Object.fromEntries(studioPanels.map(({ key, label }) => [key, label[lang]])) };
  const panel = studioPanels.find(({ key }) => key === tab);
  const undo = () => act({ kind: 'undo' });
  return (
    <DeskContext value={desk}>
      <div className={styles.studio}>
        <DeskHead loaded={loaded} draft={draft} latestVersion={latestVersion} onNewer={setLatest} />
        <SavingNote draft={draft} text={state.text} />
        {isPhone && <p className={styles.phone}>{m.phone}</p>}
        {loaded.baseVersion !== null && latestVersion !== null && latestVersion > loaded.baseVersion && (
          <Notice title={m.newerTitle(latestVersion)}>{m.newerLead(loaded.baseVersion)}</Notice>
        )}
        <PageTabs label={m.tabs} tabs={tabs} words={words} shown={tab} onShow={show} />
        {tab === 'form' &&
          (broken ? (
            <div className={styles.broken}>
              <p>{m.notReadable}</p>
              <Problems
                onJump={({ line }) => {
                  setTab('text');
                  if (line !== undefined) setLine({ line });
                }}
              />
            </div>
          ) : (
            <div className={styles.panes}>
              <Outline undo={undo} />
              {!isPhone && <PartForm key={desk.selected.join('.')} goTo={jump} undo={undo} />}
              <Rail onJump={jumpTo} />
            </div>
          ))}
        {tab === 'text' && (
          <div className={styles.panes} data-broken={broken || undefined}>
            {!broken && <Outline undo={undo} />}
            <div className={styles.text}>
              <TextEditor
                text={state.text}
                label={m.tab.text}
                findings={findings}
                readOnly={isPhone}
                goTo={line}
                onType={(text) => act({ kind: 'type', text })}
              />
            </div>
            <Rail onJump={jumpTo} />
          </div>
        )}
        {tab === 'compare' &&
          (latestVersion === null ? (
            <p className={styles.phone}>{m.newMethod}</p>
          ) : latest ? (
            <Compare
              before={{ label: `${m.version(latestVersion)} · ${m.isPublished}`, source: latest.source }}
              after={{ label: m.thisDraft, source: state.text }}
            />
          ) : (
            <SkeletonLines lines={6} />
          ))}
        {panel && <panel.Panel source={state.text} playbookId={loaded.playbookId} version={latestVersion} />}
      </div>
    </DeskContext>
  );
}
