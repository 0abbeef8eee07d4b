import { AppstoreOutlined, MedicineBoxOutlined, PlusOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { DealsTable } from '#deals/DealsTable.tsx';
import { dealMessages } from '#deals/deals.messages.ts';
import { useMessages } from '#ui/lang.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useCan } from '#ui/session.tsx';
import { SkeletonLines } from '#ui/state/PageSkeleton.tsx';
import styles from '#deals/DealsPage.module.css';

const NewDeal = onDemand(async () => (await import('#deals/NewDeal.tsx')).NewDeal);
const DealsBoard = onDemand(
  async () => (await import('#deals/board/DealsBoard.tsx')).DealsBoard,
  <SkeletonLines lines={8} />,
);

/** 商机: as a list or as a board; which one, what it is narrowed to and the form for a new one live in the URL. */
export function DealsPage() {
  useFetchSoon(NewDeal);
  const m = useMessages(dealMessages);
  const can = useCan();
  const navigate = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const isBoard = search['view'] === 'board';
  const change = (next: Record<string, string | undefined>) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, ...next }) as never });
  const onNew = can('deal.write') ? () => change({ new: '1' }) : undefined;
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.title}
        acts={
          <>
            <div role="group" aria-label={m.view} className={styles.views}>
              <button type="button" aria-pressed={!isBoard} title={m.table} onClick={() => change({ view: undefined })}>
                <UnorderedListOutlined aria-hidden="true" /> {m.table}
              </button>
              <button
                type="button"
                aria-pressed={isBoard}
                title={m.board}
                onClick={() => change({ view: 'board', sort: undefined, order: undefined, state: undefined })}
              >
                <AppstoreOutlined aria-hidden="true" /> {m.board}
              </button>
            </div>
            <Link to="/deals/lint" className={styles.lint}>
              <MedicineBoxOutlined aria-hidden="true" /> {m.lint}
            </Link>
            {onNew && (
              <Button type="primary" icon={<PlusOutlined />} onClick={onNew}>
                {m.newDeal}
              </Button>
            )}
          </>
        }
      />
      {isBoard ? <DealsBoard /> : <DealsTable onNew={onNew} />}
      {search['new'] === '1' && onNew && (
        <NewDeal
          playbookId={typeof search['playbookId'] === 'string' ? search['playbookId'] : undefined}
          onClose={() => change({ new: undefined })}
        />
      )}
    </div>
  );
}
