import type { PersonNode } from '#chain/chain-map.ts';
import { contactDegrees, strengthWords, trustGrounds } from '#chain/chain-scales.ts';
import { DraftAttribute } from '#chain/page/DraftAttribute.tsx';
import { personMessages } from '#chain/page/person.messages.ts';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#chain/page/Attribute.module.css';
import chips from '#ui/Chips.module.css';

type Trust = NonNullable<PersonNode['trust']>;
const grounds = Object.keys(trustGrounds) as (keyof Trust)[];

/** How far somebody trusts us, on each of the three grounds. */
export function TrustAttribute({ node }: { node: PersonNode }) {
  const m = useMessages(personMessages);
  const lang = useLang();
  return (
    <DraftAttribute<{ [ground: string]: number }>
      node={node}
      field="trust"
      hint={m.trustHint}
      isEmpty={(value) => Object.keys(value).length === 0}
    >
      {({ value, change, readOnly }) => (
        <>
          {grounds.map((ground) => (
            <div key={ground} className={styles.row} role="group" aria-label={trustGrounds[ground][lang]}>
              <span>{trustGrounds[ground][lang]}</span>
              <div className={chips.chips}>
                {contactDegrees.map((degree) => {
                  const isOn = value?.[ground] === degree;
                  const { [ground]: _, ...others } = value ?? {};
                  return (
                    <button
                      key={degree}
                      type="button"
                      className={chips.chip}
                      aria-pressed={isOn}
                      disabled={readOnly}
                      onClick={() => change(isOn ? others : { ...others, [ground]: degree })}
                    >
                      {strengthWords[degree][lang]}
                    </button>
                  );
                })}
              </div>
            </div>
          ))}
        </>
      )}
    </DraftAttribute>
  );
}
