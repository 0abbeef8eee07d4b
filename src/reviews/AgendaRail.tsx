import { ArrowDownOutlined, ArrowUpOutlined, CheckCircleFilled, CloseOutlined } from '@ant-design/icons';
import { useReview } from '#reviews/review-context.tsx';
import styles from '#reviews/AgendaRail.module.css';
import { Reasons } from '#reviews/Reasons.tsx';
import { reviewMessages } from '#reviews/reviews.messages.ts';
import { reviewClient } from '#reviews/reviews.queries.tsx';
import type { ReviewItem } from '#reviews/review-page.ts';
import { useMessages } from '#ui/lang.tsx';
import { MoneyText } from '#ui/MoneyText.tsx';
import { toast } from '#ui/toast.tsx';

type Props = { shown: string; onShow: (itemId: string) => void };

/** The deals in the order in which they are talked about; until it begins the chair moves and leaves out. */
export function AgendaRail({ shown, onShow }: Props) {
  const { page: m } = useMessages(reviewMessages);
  const { page, send } = useReview();
  const { review, items, may } = page;
  const arranges = may.lead && review.state === 'planned';
  const set = (dealIds: string[]) =>
    send(() => reviewClient.setAgenda({ id: review.id, version: review.version, dealIds }));
  const ids = items.map(({ deal }) => deal.id);
  const move = (at: number, to: number) => void set(ids.toSpliced(at, 1).toSpliced(to, 0, ids[at]!));
  const skip = async (item: ReviewItem) => {
    const left = await set(ids.filter((id) => id !== item.deal.id));
    if (left) toast(m.skipped(item.deal.name));
  };
  return (
    <nav className={styles.rail} aria-label={m.agenda}>
      <ol>
        {items.map((item, at) => (
          <li key={item.id} className={styles.row} data-shown={item.id === shown || undefined}>
            <button
              type="button"
              className={styles.deal}
              aria-current={item.id === shown ? 'true' : undefined}
              onClick={() => onShow(item.id)}
            >
              <span className={styles.name}>
                {item.discussed ? (
                  <CheckCircleFilled className={styles.done} aria-label={m.discussed} />
                ) : (
                  <span className={styles.number}>{at + 1}</span>
                )}
                <strong>{item.deal.name}</strong>
              </span>
              <span className={styles.facts}>
                <span>{item.deal.ownerName}</span>
                <MoneyText amount={item.deal.amount} currency={item.deal.currency} />
              </span>
              <Reasons reasons={item.reasons} />
            </button>
            {arranges && (
              <span className={styles.acts}>
                <button
                  type="button"
                  aria-label={m.up(item.deal.name)}
                  title={m.up(item.deal.name)}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  <ArrowUpOutlined aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={m.down(item.deal.name)}
                  title={m.down(item.deal.name)}
                  disabled={at === items.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  <ArrowDownOutlined aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={m.skip(item.deal.name)}
                  title={m.skip(item.deal.name)}
                  onClick={() => void skip(item)}
                >
                  <CloseOutlined aria-hidden="true" />
                </button>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
