import { CheckSquareOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Gift } from '#compliance/gifts/gift.ts';
import { giftMessages } from '#compliance/gifts/gifts.messages.ts';
import { giftClient, gifts } from '#compliance/gifts/gifts.queries.tsx';
import { useGiftColumns } from '#compliance/gifts/useGiftColumns.tsx';
import { useGiftFilters } from '#compliance/gifts/useGiftFilters.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useNewForm } from '#ui/list/useNewForm.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useCan } from '#ui/session.tsx';

const GiftForm = onDemand(async () => (await import('#compliance/gifts/GiftForm.tsx')).GiftForm);

/** 礼品与招待登记: all that one may see, and the form for a new entry. */
export function GiftsPage() {
  useFetchSoon(GiftForm);
  const m = useMessages(giftMessages);
  const can = useCan();
  const columns = useGiftColumns();
  const filters = useGiftFilters();
  const { add, open, close } = useNewForm('gift.write', m.register);
  return (
    <>
      <PageHeader
        title={m.title}
        facts={m.lead}
        acts={
          <>
            {can('gift.approve') && (
              <Link to="/compliance/gifts/approvals">
                <Button icon={<CheckSquareOutlined />} tabIndex={-1}>
                  {m.approvals}
                </Button>
              </Link>
            )}
            {add}
          </>
        }
      />
      <RecordList<Gift, typeof filters, 'on' | 'amount'>
        name="gifts"
        label={m.title}
        columns={columns}
        filters={filters}
        href={(row) => `/compliance/gifts/${row.id}`}
        queryKey={gifts.list.key()}
        exports="gifts"
        fetchPage={({ filters: asked, sort = 'on', order = 'desc', after, limit }) =>
          giftClient.list({ ...asked, sort, order, after, limit })
        }
        empty={{ title: m.emptyTitle, hint: m.emptyHint, act: add }}
      />
      {open && <GiftForm onClose={close} />}
    </>
  );
}
