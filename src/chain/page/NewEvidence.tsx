import { useState } from 'react';
import type { ChainNode } from '#chain/chain-map.ts';
import { useChain } from '#chain/page/chain-context.tsx';
import { checksOf } from '#chain/page/ground-evidence.ts';
import { personMessages } from '#chain/page/person.messages.ts';
import type { DealAt } from '#deals/page/deal-context.tsx';
import { type SourceChoice, emptyDraft } from '#deals/gate/evidence-draft.ts';
import { EvidencePad } from '#deals/gate/EvidencePad.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';
import styles from '#chain/page/Attribute.module.css';
import form from '#ui/form/TextField.module.css';

type Props = { person?: ChainNode | undefined; onSaved: (evidenceId: string) => void; onClose: () => void };

/** A new record of the deal's evidence: what was seen, and how sure it is saves it. */
export function NewEvidence(props: Props) {
  const { deal } = useChain();
  return deal && <OfDeal {...props} deal={deal} />;
}

function OfDeal({ person, onSaved, onClose, deal }: Props & { deal: DealAt }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { user } = useSession();
  const { compiled, page, today } = deal.view;
  const checks = checksOf(compiled, page.deal.stageId);
  const [check, setCheck] = useState(checks[0]?.id);
  const sources: SourceChoice[] = [
    ...(person?.kind === 'person' ? [{ kind: 'stakeholder' as const, id: person.id, name: person.name }] : []),
    { kind: 'observation' },
    { kind: 'channel' },
    { kind: 'document' },
  ];
  if (!check) return null;
  return (
    <>
      <label className={styles.list}>
        <span className={styles.name}>{m.forCheck}</span>
        <select className={form.field} value={check} onChange={({ target }) => setCheck(target.value)}>
          {checks.map(({ id, text }) => (
            <option key={id} value={id}>
              {text[lang]}
            </option>
          ))}
        </select>
      </label>
      <EvidencePad
        draft={emptyDraft(check, sources[0]!, today)}
        sources={sources}
        save={async (fields) => {
          const { record } = await deal.commands.addEvidence({ ...fields, check }, user.name);
          onSaved(record.id);
        }}
        onClose={onClose}
      />
    </>
  );
}
