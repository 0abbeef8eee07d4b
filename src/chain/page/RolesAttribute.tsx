import { type BuyingRole, buyingRoles } from '#method/scales.ts';
import type { ChainNode } from '#chain/chain-map.ts';
import { DraftAttribute } from '#chain/page/DraftAttribute.tsx';
import { useLang } from '#ui/lang.tsx';
import chips from '#ui/Chips.module.css';

const roles = Object.keys(buyingRoles) as BuyingRole[];

/** The parts that somebody plays in the purchase, several of seven. */
export function RolesAttribute({ node }: { node: ChainNode }) {
  const lang = useLang();
  return (
    <DraftAttribute<BuyingRole[]> node={node} field="roles" isEmpty={(value) => value.length === 0}>
      {({ value, change, readOnly }) => (
        <div className={chips.chips}>
          {roles.map((role) => {
            const isOn = value?.includes(role) ?? false;
            return (
              <button
                key={role}
                type="button"
                className={chips.chip}
                aria-pressed={isOn}
                disabled={readOnly}
                onClick={() => change(roles.filter((one) => (one === role ? !isOn : value?.includes(one))))}
              >
                {buyingRoles[role][lang]}
              </button>
            );
          })}
        </div>
      )}
    </DraftAttribute>
  );
}
