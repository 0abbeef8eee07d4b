import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { Constants } from '#imports/Constants.tsx';
import type { ImportNoun } from '#imports/import-noun.ts';
import { dayOrders, policies, type ImportPlan, type MissingKind } from '#imports/import-plan.ts';
import type { Import } from '#imports/import-record.ts';
import { useImportMessages } from '#imports/useImportMessages.tsx';
import { useText } from '#ui/lang.tsx';
import { SectionCard } from '#ui/SectionCard.tsx';
import styles from '#imports/Mapping.module.css';

type Props = { one: Import; plan: ImportPlan; onChange: (next: Partial<ImportPlan>) => void };

const missingOf: { [noun in ImportNoun]: readonly MissingKind[] } = {
  account: ['owner'],
  contact: ['account', 'owner'],
  deal: ['account', 'product', 'owner'],
  product: [],
  // Teams and managers are what such a file is for.
  user: [],
};
const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP'];

/** What is to be done about duplicates, gaps and the rest. */
export function PlanOptions({ one, plan, onChange }: Props) {
  const m = useImportMessages(one);
  const text = useText();
  const kinds = missingOf[one.noun];
  const hasMoney = one.noun === 'deal' || one.noun === 'product';
  const free = one.targets.filter(({ key }) => !plan.targets.includes(key) && !(key in plan.constants));
  return (
    <SectionCard
      title={m.options}
      acts={
        free.length > 0 && (
          <Button
            type="text"
            icon={<PlusOutlined />}
            onClick={() => onChange({ constants: { ...plan.constants, [free[0]!.key]: '' } })}
          >
            {m.addConstant}
          </Button>
        )
      }
    >
      <div className={styles.options}>
        <div className={styles.option}>
          <span>{m.policy}</span>
          <Select
            aria-label={m.policy}
            value={plan.policy}
            options={policies.map((value) => ({ value, label: m.policies[value] }))}
            onChange={(policy) => onChange({ policy })}
          />
          <small>{m.policyHint}</small>
        </div>
        {kinds.length > 0 && (
          <div className={styles.option}>
            <span>{m.createMissing}</span>
            <div className={styles.checks}>
              {kinds.map((kind) => (
                <Checkbox
                  key={kind}
                  checked={plan.createMissing.includes(kind)}
                  disabled={kind === 'owner' && !one.may.createOwners}
                  onChange={({ target }) =>
                    onChange({
                      createMissing: target.checked
                        ? [...plan.createMissing, kind]
                        : plan.createMissing.filter((other) => other !== kind),
                    })
                  }
                >
                  {m.missing[kind]}
                </Checkbox>
              ))}
            </div>
            {!one.may.createOwners && <small>{m.ownersHint}</small>}
          </div>
        )}
        {one.noun === 'deal' && (
          <div className={styles.option}>
            <span>{m.playbook}</span>
            <Select
              aria-label={m.playbook}
              value={plan.playbookId}
              options={one.playbooks.map((book) => ({ value: book.id, label: text(book) }))}
              onChange={(playbookId) => onChange({ playbookId, values: { ...plan.values, stage: {} } })}
            />
            <Checkbox
              checked={plan.zeroIsUnknown}
              onChange={({ target }) => onChange({ zeroIsUnknown: target.checked })}
            >
              {m.zeroIsUnknown}
            </Checkbox>
          </div>
        )}
        {hasMoney && (
          <div className={styles.option}>
            <span>{m.currency}</span>
            <Select
              aria-label={m.currency}
              value={plan.currency}
              options={currencies.map((value) => ({ value, label: value }))}
              onChange={(currency) => onChange({ currency })}
            />
          </div>
        )}
        {one.targets.some(({ kind, key }) => kind === 'day' && plan.targets.includes(key)) && (
          <div className={styles.option}>
            <span>{m.dayOrder}</span>
            <Select
              aria-label={m.dayOrder}
              value={plan.dayOrder}
              options={dayOrders.map((value) => ({ value, label: m.dayOrders[value] }))}
              onChange={(dayOrder) => onChange({ dayOrder })}
            />
          </div>
        )}
        <Constants one={one} plan={plan} onChange={onChange} />
      </div>
    </SectionCard>
  );
}
