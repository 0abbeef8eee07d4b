import { changeAttitudes, communicationStyles } from '#method/scales.ts';
import type { PersonNode } from '#chain/chain-map.ts';
import { resonances } from '#chain/chain-scales.ts';
import { ChoiceAttribute, optionsOf } from '#chain/page/ChoiceAttribute.tsx';
import { ListAttribute } from '#chain/page/ListAttribute.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { TextAttribute } from '#chain/page/TextAttribute.tsx';
import { TrustAttribute } from '#chain/page/TrustAttribute.tsx';
import { styleTips } from '#chain/style-tips.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/PersonSheet.module.css';

/** Somebody as a person: how to talk, what moves them and their house, why they trust us, what we have in common. */
export function PersonAsSomebody({ node }: { node: PersonNode }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  const tip = node.style ? styleTips[node.style] : undefined;
  return (
    <div>
      <ChoiceAttribute node={node} field="style" options={optionsOf(communicationStyles, lang)} />
      {tip && (
        <section className={styles.tips} aria-label={m.howToTalk}>
          <strong>{m.howToTalk}</strong>
          <p className={styles.quiet}>{tip.looks[lang]}</p>
          <ul>
            {tip.dos.map((one) => (
              <li key={one.zh}>{one[lang]}</li>
            ))}
            {tip.donts.map((one) => (
              <li key={one.zh} data-dont>
                {one[lang]}
              </li>
            ))}
          </ul>
          <blockquote>{tip.opening[lang]}</blockquote>
        </section>
      )}
      <ChoiceAttribute node={node} field="attitude" options={optionsOf(changeAttitudes, lang)} />
      <TextAttribute node={node} field="personalWin" placeholder={m.personalWinHint} hint={m.decency} />
      <TextAttribute node={node} field="organisationalNeed" placeholder={m.organisationalNeedHint} />
      <TrustAttribute node={node} />
      <ListAttribute
        node={node}
        field="resonance"
        kinds={resonances}
        placeholder={m.resonanceHint}
        make={(kind, note) => ({ kind, note })}
        show={({ kind, note }) => `${resonances[kind as keyof typeof resonances][lang]} · ${note}`}
      />
      <ListAttribute
        node={node}
        field="interests"
        placeholder={m.interestHint}
        make={(_, text): string => text}
        show={(one) => one}
      />
    </div>
  );
}
