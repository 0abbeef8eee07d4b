import { CheckOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { daysBetween, dayOf } from '#shared/day.ts';
import { useDeal } from '#deals/page/deal-context.tsx';
import { placeOf } from '#deals/page/deal-view.ts';
import { pageMessages } from '#deals/page/page.messages.ts';
import { spoken, useLang, useMessages } from '#ui/lang.tsx';
import { useSession } from '#ui/session.tsx';
import { Tag } from '#ui/Tag.tsx';
import styles from '#deals/page/StageTrack.module.css';

type Props = { shown: string; onOpen: (stageId: string) => void };

/** Our stages, and beneath them how far the buyer is: where the two part company it is seen at once. */
export function StageTrack({ shown, onOpen }: Props) {
  const m = useMessages(pageMessages);
  const lang = useLang();
  const { view } = useDeal();
  const { timeZone } = useSession().user;
  const box = useRef<HTMLDivElement>(null);
  const { deal } = view.page;
  const { position, buyerStage } = view.gate.pace;
  const buyerAt = view.compiled.buyerIndex.get(buyerStage ?? '') ?? -1;
  const days = Math.max(0, daysBetween(dayOf(deal.stageSince, timeZone), view.today));
  useEffect(() => {
    const step = box.current?.querySelector<HTMLElement>(`[data-stage="${deal.stageId}"]`);
    if (step && box.current) box.current.scrollLeft = step.offsetLeft - 56;
  }, [deal.stageId]);
  return (
    <div ref={box} className={styles.track}>
      <div className={styles.lanes}>
        <span className={styles.lane}>{m.ours}</span>
        <ol className={styles.ours} aria-label={m.ours}>
          {view.playbook.stages.map((stage, at) => {
            const place = placeOf(view, stage.id);
            const score = view.stages.find(({ id }) => id === stage.id);
            const here = place === 'current';
            return (
              <li
                key={stage.id}
                data-stage={stage.id}
                data-place={place}
                data-pace={here ? position : undefined}
                data-shown={shown === stage.id || undefined}
                aria-current={here ? 'step' : undefined}
              >
                <button
                  type="button"
                  aria-pressed={shown === stage.id}
                  title={spoken(m.stage(stage.name[lang], score?.met ?? 0, score?.total ?? 0), m[place])}
                  onClick={() => onOpen(stage.id)}
                >
                  <span className={styles.name}>
                    <i aria-hidden="true">{place === 'done' ? <CheckOutlined /> : at + 1}</i>
                    <span>
                      {stage.name[lang]} {here && position === 'ahead' && <Tag tone="warn">{m.ranAhead}</Tag>}
                      {here && position === 'behind' && <Tag tone="warn">{m.fellBehind}</Tag>}
                    </span>
                  </span>
                  <span className={styles.note}>
                    ★ {score?.met ?? 0}/{score?.total ?? 0}
                    {here && ` · ${m.daysHere(days)}`}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        <span className={styles.lane}>{m.buyers}</span>
        <ol className={styles.buyers} aria-label={m.buyers}>
          {view.playbook.buyerStages.map((stage, at) => (
            <li
              key={stage.id}
              data-reached={at <= buyerAt || undefined}
              aria-current={at === buyerAt ? 'step' : undefined}
              title={at === buyerAt ? m.buyerHere : undefined}
            >
              {stage.name[lang]}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
