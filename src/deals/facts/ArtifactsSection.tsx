import { useState } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { type ArtifactKind, lists } from '#method/fact-lists.ts';
import { ArtifactForm } from '#deals/facts/ArtifactForm.tsx';
import { factMessages } from '#deals/facts/facts.messages.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { failureMessages, wordsOf } from '#ui/refused.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#deals/facts/ArtifactsSection.module.css';

const kinds = lists.artifacts.fields.kind.words;

/** The documents that the method asks for and the deal owns. */
export function ArtifactsSection() {
  const m = useMessages(factMessages);
  const failures = useMessages(failureMessages);
  const lang = useLang();
  const { view, commands, readOnly } = useDeal();
  const [kind, setKind] = useState<ArtifactKind | ''>();
  const artifacts = view.page.deal.facts.lists.artifacts ?? [];
  const remove = (gone: (typeof artifacts)[number]) => {
    commands
      .recordFacts(({ lists: now }) => ({
        lists: {
          artifacts: (now.artifacts ?? []).filter(({ kind: of, name }) => of !== gone.kind || name !== gone.name),
        },
      }))
      .catch((error: unknown) => toast(wordsOf(error, failures), { tone: 'bad' }));
  };
  const add = !readOnly && kind === undefined && (
    <button type="button" className={styles.add} onClick={() => setKind('')}>
      <PlusOutlined aria-hidden="true" /> {m.addArtifact}
    </button>
  );
  return (
    <SectionCard title={m.artifactsTitle} note={artifacts.length || undefined} acts={add}>
      {artifacts.length === 0 && kind === undefined && <EmptyState compact title={m.artifactsEmpty} />}
      <ul>
        {artifacts.map((artifact) => (
          <li key={`${artifact.kind ?? ''} ${artifact.name}`} className={styles.artifact}>
            <span className={styles.kind}>{artifact.kind && kinds[artifact.kind][lang]}</span>
            <span className={styles.name}>{artifact.name}</span>
            {!readOnly && (
              <button type="button" className={styles.remove} onClick={() => remove(artifact)}>
                {m.moveOut}
              </button>
            )}
          </li>
        ))}
      </ul>
      {kind !== undefined && (
        <div className={styles.form}>
          <select
            aria-label={m.artifactKind}
            className={styles.select}
            value={kind}
            onChange={({ target }) => setKind(target.value as ArtifactKind)}
          >
            <option value="" disabled>
              {m.artifactKind}
            </option>
            {Object.entries(kinds).map(([id, words]) => (
              <option key={id} value={id}>
                {words[lang]}
              </option>
            ))}
          </select>
          {kind !== '' && <ArtifactForm key={kind} kind={kind} onDone={() => setKind(undefined)} />}
        </div>
      )}
    </SectionCard>
  );
}
