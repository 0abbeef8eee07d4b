import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import { nodeKinds } from '#chain/chain-scales.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { CoachTest } from '#chain/page/CoachTest.tsx';
import { ItemHistory } from '#chain/page/ItemHistory.tsx';
import { LinesSection } from '#chain/page/LinesSection.tsx';
import { PersonAsSomebody } from '#chain/page/PersonAsSomebody.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { RemoveFromChain } from '#chain/page/RemoveFromChain.tsx';
import { StandingAttributes } from '#chain/page/StandingAttributes.tsx';
import { LastSeen } from '#chain/page/StillSo.tsx';
import { StanceText } from '#chain/page/wording.tsx';
import { Sheet } from '#deals/page/Sheet.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { PageTabs } from '#ui/PageTabs.tsx';
import { useCan } from '#ui/session.tsx';
import styles from '#chain/page/PersonSheet.module.css';

const parts = ['standing', 'self', 'coach', 'lines', 'history'] as const;
type Part = (typeof parts)[number];

/** All that a map says of somebody, to be read and changed in place. */
export function PersonSheet({ id }: { id: string }) {
  const m = useMessages(personMessages);
  const { scene, openPerson } = useChain();
  const node = scene.nodes.get(id);
  const close = () => openPerson(undefined);
  if (!node) {
    return (
      <Sheet title={m.notThere} onClose={close}>
        <p>{m.notThereHint}</p>
      </Sheet>
    );
  }
  return (
    <Sheet title={<Title node={node} />} width={560} beside onClose={close}>
      <Body key={id} node={node} />
    </Sheet>
  );
}

function Title({ node }: { node: ChainNode }) {
  const lang = useLang();
  const { scene } = useChain();
  const title = node.kind === 'person' ? node.title : nodeKinds[node.kind][lang];
  return (
    <span className={styles.title}>
      <span>{node.name}</span>
      {title && <small>{title}</small>}
      {'stance' in node && typeof node.stance === 'number' && scene.data.seesBeliefs && (
        <small>
          <StanceText stance={node.stance} />
        </small>
      )}
    </span>
  );
}

function Body({ node }: { node: ChainNode }) {
  const m = useMessages(personMessages);
  const can = useCan();
  const { scene } = useChain();
  const [part, setPart] = useState<Part>('standing');
  const isPerson = node.kind === 'person' && scene.data.seesBeliefs;
  const shown = parts.filter((one) => isPerson || (one !== 'self' && one !== 'coach'));
  return (
    <div className={styles.sheet}>
      <div className={styles.tabs}>
        <PageTabs label={node.name} tabs={shown} words={m.parts} shown={part} onShow={setPart} />
      </div>
      {!scene.data.seesBeliefs && <p className={styles.quiet}>{m.beliefsHidden}</p>}
      {isPerson && <LastSeen node={node} />}
      {part === 'standing' && (
        <>
          <StandingAttributes node={node} />
          <div className={styles.foot}>
            {node.kind === 'person' && can('contact.read') && <Link to={`/contacts/${node.id}`}>{m.openContact}</Link>}
            <RemoveFromChain node={node} />
          </div>
        </>
      )}
      {part === 'self' && node.kind === 'person' && <PersonAsSomebody node={node} />}
      {part === 'coach' && node.kind === 'person' && <CoachTest node={node} />}
      {part === 'lines' && <LinesSection node={node} />}
      {part === 'history' && <ItemHistory id={node.id} />}
    </div>
  );
}
