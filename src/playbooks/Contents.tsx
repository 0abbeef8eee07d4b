import { useEffect, useRef, useState } from 'react';
import type { Playbook } from '#method/playbook.ts';
import { playbookMessages } from '#playbooks/playbooks.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/Contents.module.css';

/** The chapters beside the text, above it on a phone; the one being read stands out. */
export function Contents({ playbook }: { playbook: Playbook }) {
  const m = useMessages(playbookMessages);
  const lang = useLang();
  const nav = useRef<HTMLElement>(null);
  const reading = useReading(playbook);
  const mark = (id: string) => (id === reading ? 'location' : undefined);
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>(`[href="#${reading}"]`);
    if (link) nav.current?.scrollTo({ left: link.offsetLeft - 24 });
  }, [reading]);
  return (
    <nav ref={nav} className={styles.contents} aria-label={m.contents}>
      <ol>
        <li>
          <a href="#overview" aria-current={mark('overview')}>
            {m.overview}
          </a>
        </li>
        {playbook.stages.map((stage, at) => (
          <li key={stage.id}>
            <a href={`#${stage.id}`} aria-current={mark(stage.id)}>
              <small>{m.chapter(m.numerals[at] ?? String(at + 1))}</small>
              {stage.name[lang]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The part of the text that stands a little below the upper edge of the window. */
function useReading(playbook: Playbook): string {
  const [reading, setReading] = useState('overview');
  useEffect(() => {
    const watch = new IntersectionObserver(
      (parts) => {
        const here = parts.find(({ isIntersecting }) => isIntersecting);
        if (here) setReading(here.target.id);
      },
      { rootMargin: '-15% 0px -80%' },
    );
    for (const id of ['overview', ...playbook.stages.map((stage) => stage.id)]) {
      const part = document.getElementById(id);
      if (part) watch.observe(part);
    }
    return () => watch.disconnect();
  }, [playbook]);
  return reading;
}
