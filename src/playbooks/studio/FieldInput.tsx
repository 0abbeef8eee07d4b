import { Input, InputNumber, Select, Switch } from 'antd';
import type { Path } from '#method/rule-problems.ts';
import { idOf, nameOf, strings } from '#method/proofread/doubt.ts';
import { items } from '#method/playbook-references.ts';
import { blankEntry } from '#playbooks/studio/blank.ts';
import { useDesk, type Option } from '#playbooks/studio/desk.tsx';
import type { Field, Reference } from '#playbooks/studio/fields.ts';
import { ListInput } from '#playbooks/studio/ListInput.tsx';
import { rootOf } from '#playbooks/studio/outline.ts';
import { PairInput } from '#playbooks/studio/PairInput.tsx';
import { partName, valueAt } from '#playbooks/studio/place.ts';
import { RuleInput } from '#playbooks/studio/RuleInput.tsx';
import { studioMessages } from '#playbooks/studio/studio.messages.ts';
import { WeightsInput } from '#playbooks/studio/WeightsInput.tsx';
import { useLang, useMessages } from '#ui/lang.tsx';
import styles from '#playbooks/studio/Form.module.css';

/** The input of a field, by its kind. */
export function FieldInput({ field, path }: { field: Field; path: Path }) {
  const m = useMessages(studioMessages);
  const lang = useLang();
  const { raw, edit, readOnly } = useDesk();
  const label = field.label[lang];
  const value = valueAt(raw, path);
  const set = (to: unknown) => edit([{ op: 'set', path, value: to }], path.join('.'));
  const shared = { 'aria-label': label, disabled: readOnly };
  const options = useOptions();
  switch (field.kind) {
    case 'pair':
      return <PairInput path={path} label={label} rows={field.rows} />;
    case 'pairs':
      return (
        <ListInput path={path} label={label} begin={() => ({ zh: '', en: '' })}>
          {(at, n) => <PairInput long path={at} label={`${label} ${n + 1}`} />}
        </ListInput>
      );
    case 'signals':
      return <Signals path={path} label={label} />;
    case 'flag':
      return <Switch {...shared} checked={value === true} onChange={(on) => set(on ? true : undefined)} />;
    case 'number':
      return (
        <InputNumber
          {...shared}
          min={field.min}
          max={field.max}
          precision={0}
          controls={false}
          value={typeof value === 'number' ? value : null}
          placeholder={field.fallback === undefined ? m.none : String(field.fallback)}
          suffix={field.unit[lang]}
          onChange={(n) => set(n ?? undefined)}
        />
      );
    case 'choice':
      return (
        <Select
          {...shared}
          className={styles.select}
          value={typeof value === 'string' ? value : undefined}
          allowClear={field.optional}
          placeholder={field.optional ? m.none : m.choose}
          options={options(field.of)}
          onChange={(chosen: string | undefined) => set(chosen)}
        />
      );
    case 'choices':
      return (
        <Select
          {...shared}
          className={styles.wide}
          mode="multiple"
          value={strings(value)}
          placeholder={m.choose}
          options={options(field.of)}
          optionFilterProp="label"
          onChange={(chosen: string[]) => set(chosen)}
        />
      );
    case 'rule':
      return <RuleInput path={path} label={label} />;
    case 'weights':
      return <WeightsInput path={path} label={label} />;
    default:
      return (
        <Input
          {...shared}
          className={styles.select}
          defaultValue={typeof value === 'string' ? value : ''}
          key={String(value)}
          maxLength={60}
          onBlur={(event) => event.target.value !== value && set(event.target.value)}
        />
      );
  }
}

function Signals({ path, label }: { path: Path; label: string }) {
  const m = useMessages(studioMessages);
  const { raw, edit, readOnly } = useDesk();
  return (
    <ListInput path={path} label={label} begin={(entries) => blankEntry('signals', entries)}>
      {(at, n) => (
        <div className={styles.signal}>
          <Select
            aria-label={`${label} ${n + 1} · ${m.direction}`}
            disabled={readOnly}
            value={valueAt(raw, [...at, 'direction']) === 'refutes' ? 'refutes' : 'supports'}
            options={(['supports', 'refutes'] as const).map((way) => ({ value: way, label: m[way] }))}
            onChange={(to) => edit([{ op: 'set', path: [...at, 'direction'], value: to }])}
          />
          <PairInput long path={[...at, 'text']} label={`${label} ${n + 1}`} />
        </div>
      )}
    </ListInput>
  );
}

/** What may be chosen: a closed set of words, or the parts of this method. */
function useOptions(): (of: (Field & { kind: 'choice' })['of']) => Option[] {
  const lang = useLang();
  const { raw } = useDesk();
  return (of) => {
    if (typeof of !== 'string') return Object.entries(of).map(([value, words]) => ({ value, label: words[lang] }));
    return referred(raw, of).flatMap((one) => {
      const id = idOf(one);
      return id === undefined
        ? []
        : [
            {
              value: id,
              label: (of === 'buyerStages' ? nameOf(one) : partName(raw, { kind: of, path: one.path }))[lang],
            },
          ];
    });
  };
}

function referred(raw: unknown, of: Reference) {
  const root = rootOf(raw);
  return of === 'checks' ? items(root, 'stages').flatMap((stage) => items(stage, 'checks')) : items(root, of);
}
