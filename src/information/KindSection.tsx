import type { ReactNode } from 'react';
import { SectionCard } from '#ui/SectionCard.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { informationKinds, type InformationKind } from '#information/information-fact.ts';
import { informationMessages } from '#information/information.messages.ts';
import { ShareBar } from '#information/ShareBar.tsx';
import styles from '#information/Information.module.css';

type Props = { kind: InformationKind; share: number; holes: number; children: ReactNode };

/** One kind of information: how much of it is known, and each thing that is not. */
export function KindSection({ kind, share, holes, children }: Props) {
  const m = useMessages(informationMessages);
  const lang = useLang();
  return (
    <div id={`information-${kind}`} className={styles.kind}>
      <SectionCard
        title={informationKinds[kind][lang]}
        note={`${m.percent(share)} · ${m.holes(holes)}`}
        acts={<ShareBar share={share} />}
      >
        {children}
      </SectionCard>
    </div>
  );
}
