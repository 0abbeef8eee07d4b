import { useState } from 'react';
import { contactWords } from '#chain/chain-scales.ts';
import { analysisMessages } from '#chain/page/analysis.messages.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { Ways } from '#chain/page/Ways.tsx';
import { personsOf } from '#chain/chain-map.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import form from '#ui/form/TextField.module.css';
import styles from '#chain/page/Analysis.module.css';

/** How to get to somebody we have not met; those unknown to us are offered first. */
export function PathCard() {
  const m = useMessages(analysisMessages);
  const lang = useLang();
  const { scene } = useChain();
  const [to, setTo] = useState('');
  const people = personsOf(scene.map).toSorted((a, b) => (a.contact ?? 0) - (b.contact ?? 0));
  return (
    <SectionCard title={m.pathsTitle}>
      <p className={styles.quiet}>{m.pathsHint}</p>
      <div className={styles.pick}>
        <select
          className={form.field}
          aria-label={m.pathsPick}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        >
          <option value="">{m.pathsPick}</option>
          {people.map(({ id, name, title, contact }) => (
            <option key={id} value={id}>
              {[name, title, contactWords[contact ?? 0][lang]].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      </div>
      {to && <Ways to={to} many={3} />}
    </SectionCard>
  );
}
