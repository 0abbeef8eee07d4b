import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Segmented } from 'antd';
import { useState } from 'react';
import { belongingKinds, countBelongings, type BelongingKind } from '#team/belongings.ts';
import { PersonPicker } from '#team/PersonPicker.tsx';
import { teamMessages } from '#team/team.messages.ts';
import { handOver, handOverClient } from '#team/team.queries.tsx';
import type { User } from '#team/user.ts';
import { FormDrawer } from '#ui/form/FormDrawer.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { useCan, useSession } from '#ui/session.tsx';
import { toast } from '#ui/toast.tsx';
import styles from '#team/people/People.module.css';

type Values = { heir?: string | null; to?: { [K in BelongingKind]?: string | null }; deactivate?: boolean };
type Props = { user: User; leaves: boolean; onDone: () => void; onClose: () => void };

/** What there is, who takes it, and whether she leaves: one step. */
export function HandOverDrawer({ user, leaves, onDone, onClose }: Props) {
  const m = useMessages(teamMessages);
  const can = useCan();
  const me = useSession().user.id;
  const [each, setEach] = useState(false);
  const { data: counts, error } = useQuery(handOver.preview.queryOptions({ input: { id: user.id } }));
  const kinds = belongingKinds.filter((kind) => counts && counts[kind] > 0);
  const save = async ({ heir, to = {}, deactivate = false }: Values, version: number | undefined) => {
    const chosen = kinds.map((kind) => [kind, each ? to[kind] : heir] as const);
    const heirs = Object.fromEntries(chosen.filter(([, id]) => id)) as { [K in BelongingKind]?: string };
    const done = await handOverClient.handOver({ id: user.id, version: version!, to: heirs, deactivate });
    toast(m.handedOver(countBelongings(done.handedOver)));
  };
  return (
    <FormDrawer<Values>
      open
      title={m.handOverTitle(user.name)}
      saveLabel={m.handOverSave}
      initial={{ deactivate: leaves }}
      version={user.version}
      save={save}
      onSaved={onDone}
      onClose={onClose}
    >
      <RefusalAlert error={error} />
      <p className={styles.gap}>{counts && kinds.length === 0 ? m.handOverNothing : m.handOverLead}</p>
      {kinds.length > 0 && (
        <>
          <div className={styles.gap}>
            <Segmented
              options={[
                { value: 'one', label: m.heirOne },
                { value: 'each', label: m.heirEach },
              ]}
              value={each ? 'each' : 'one'}
              onChange={(value) => setEach(value === 'each')}
            />
          </div>
          <ul className={styles.counts}>
            {kinds.map((kind) => (
              <li key={kind} className={styles.count}>
                <span>{m.kinds[kind]}</span>
                <b>{counts?.[kind]}</b>
                {each && (
                  <div>
                    <Form.Item name={['to', kind]} noStyle>
                      <PersonPicker allowClear except={user.id} placeholder={leaves ? m.heirNeeded : m.keep} />
                    </Form.Item>
                  </div>
                )}
              </li>
            ))}
          </ul>
          {!each && (
            <Form.Item name="heir" label={m.heir} rules={[{ required: true, message: m.heirNeeded }]}>
              <PersonPicker except={user.id} />
            </Form.Item>
          )}
        </>
      )}
      {can('team.write') && user.id !== me && (
        <Form.Item name="deactivate" valuePropName="checked">
          <Checkbox>{m.deactivate}</Checkbox>
        </Form.Item>
      )}
    </FormDrawer>
  );
}
