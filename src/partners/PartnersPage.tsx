import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Partner } from '#partners/partner.ts';
import { partnerMessages } from '#partners/partners.messages.ts';
import { partnerClient, partners } from '#partners/partners.queries.tsx';
import { usePartnerColumns, usePartnerFilters } from '#partners/usePartnerList.tsx';
import { useMessages } from '#ui/lang.tsx';
import { RecordList } from '#ui/list/RecordList.tsx';
import { useNewForm } from '#ui/list/useNewForm.tsx';
import { onDemand, useFetchSoon } from '#ui/onDemand.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { useSavedViews } from '#views/useSavedViews.tsx';

const PartnerForm = onDemand(async () => (await import('#partners/PartnerForm.tsx')).PartnerForm);

/** 渠道伙伴: who sells with us. */
export function PartnersPage() {
  useFetchSoon(PartnerForm);
  const m = useMessages(partnerMessages);
  const columns = usePartnerColumns();
  const filters = usePartnerFilters();
  const views = useSavedViews('partners');
  const { add, open, close } = useNewForm('partner.write', m.add);
  return (
    <>
      <PageHeader
        title={m.title}
        facts={m.lead}
        acts={
          <>
            <Link to="/partners/registrations">
              <Button icon={<SafetyCertificateOutlined />} tabIndex={-1}>
                {m.registrations}
              </Button>
            </Link>
            {add}
          </>
        }
      />
      <RecordList<Partner, typeof filters, 'name' | 'updated'>
        name="partners"
        label={m.title}
        views={views}
        columns={columns}
        filters={filters}
        href={(row) => `/partners/${row.id}`}
        queryKey={partners.list.key()}
        exports="partners"
        fetchPage={({ filters: asked, sort = 'updated', order = 'desc', after, limit }) =>
          partnerClient.list({ ...asked, sort, order, after, limit })
        }
        empty={{ title: m.emptyTitle, hint: m.emptyHint, act: add }}
      />
      {open && <PartnerForm onClose={close} />}
    </>
  );
}
