import { personFunctions, personLevels, relationships } from '#method/scales.ts';
import { type ChainNode, weightOf } from '#chain/chain-map.ts';
import { contactDegrees, contactWords, stances, tieKinds } from '#chain/chain-scales.ts';
import { ChoiceAttribute, optionsOf } from '#chain/page/ChoiceAttribute.tsx';
import { useChain } from '#chain/page/chain-context.tsx';
import { FactionAttribute } from '#chain/page/FactionAttribute.tsx';
import { ListAttribute } from '#chain/page/ListAttribute.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { RolesAttribute } from '#chain/page/RolesAttribute.tsx';
import { TextAttribute } from '#chain/page/TextAttribute.tsx';
import { StanceText } from '#chain/page/wording.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';

const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Where somebody stands and which part they play; only what is told to this reader. */
export function StandingAttributes({ node }: { node: ChainNode }) {
  const { scene } = useChain();
  const seesBeliefs = scene.data.seesBeliefs && (node.kind === 'person' || node.kind === 'channel');
  return (
    <div>
      {seesBeliefs && <Stance node={node} />}
      {(node.kind === 'person' || node.kind === 'vacant') && <Part node={node} />}
      {seesBeliefs && <Side node={node} />}
      {node.kind === 'ours' && <Level node={node} />}
    </div>
  );
}

type Met = ChainNode & { kind: 'person' | 'channel' };

function Stance({ node }: { node: Met }) {
  const lang = useLang();
  return (
    <>
      <ChoiceAttribute
        node={node}
        field="stance"
        options={stances.map((stance) => ({ value: stance, label: <StanceText stance={stance} /> }))}
      />
      <ChoiceAttribute
        node={node}
        field="contact"
        options={contactDegrees.map((degree) => ({ value: degree, label: contactWords[degree][lang] }))}
      />
      {node.kind === 'person' && (
        <ChoiceAttribute node={node} field="relationship" options={optionsOf(relationships, lang)} />
      )}
    </>
  );
}

function Side({ node }: { node: Met }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const yesNo = [
    { value: true, label: m.yes },
    { value: false, label: m.no },
  ];
  return (
    <>
      {node.kind === 'person' && (
        <>
          <ChoiceAttribute node={node} field="key" options={yesNo} hint={m.keyHint} />
          <ChoiceAttribute node={node} field="coachClaimed" options={yesNo} hint={m.claimHint} />
          <FactionAttribute node={node} />
        </>
      )}
      <ListAttribute
        node={node}
        field="ties"
        kinds={tieKinds}
        placeholder={m.tieHint}
        make={(kind, name) => ({ kind, name })}
        show={({ kind, name }) => `${tieKinds[kind as keyof typeof tieKinds][lang]} · ${name}`}
      />
      {node.kind === 'channel' && <TextAttribute node={node} field="note" placeholder={m.noteHint} />}
    </>
  );
}

function Part({ node }: { node: ChainNode & { kind: 'person' | 'vacant' } }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const { scene } = useChain();
  return (
    <>
      <RolesAttribute node={node} />
      <ChoiceAttribute node={node} field="function" options={optionsOf(personFunctions, lang)} />
      <Level node={node} />
      {scene.data.seesBeliefs && (
        <ChoiceAttribute
          node={node}
          field="weight"
          options={weights.map((weight) => ({ value: weight, label: weight }))}
          hint={m.weightHint(weightOf(node))}
        />
      )}
    </>
  );
}

function Level({ node }: { node: ChainNode }) {
  const lang = useLang();
  return <ChoiceAttribute node={node} field="level" options={optionsOf(personLevels, lang)} />;
}
