import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { informationMessages } from '#information/information.messages.ts';
import { informationQuery, projectQuery } from '#information/information.queries.tsx';
import { Sheet } from '#information/Sheet.tsx';
import styles from '#information/Sheet.module.css';
import { useMessages } from '#ui/lang.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { isNotThere } from '#ui/refused.tsx';
import { RefusalAlert } from '#ui/RefusalAlert.tsx';
import { NotFoundNote } from '#ui/state/PageNotes.tsx';
import { PageSkeleton } from '#ui/state/PageSkeleton.tsx';

/** 客户资料信息表: everything on paper, with a deal's project where one is chosen. */
export function InformationSheetPage() {
  const m = useMessages(informationMessages);
  const { accountId = '' }: { accountId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const query = useQuery(informationQuery(accountId));
  const view = query.data;
  const dealId = view?.deals.find(({ id }) => id === search['deal'])?.id;
  const project = useQuery({ ...projectQuery(dealId ?? ''), enabled: dealId !== undefined });
  if (isNotThere(query.error)) return <NotFoundNote />;
  if (query.error) return <RefusalAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!view) return <PageSkeleton />;
  const choose = (id: string | undefined) =>
    void navigate({ to: '.', replace: true, search: (now: object) => ({ ...now, deal: id }) as never });
  return (
    <div className={styles.page}>
      <PageHeader
        title={m.sheet}
        back={{ to: `/accounts/${view.account.id}?tab=information`, label: view.account.name }}
        acts={
          <>
            {view.deals.length > 0 && (
              <Select
                className={styles.choose}
                aria-label={m.project.choose}
                placeholder={m.project.choose}
                allowClear
                value={dealId}
                options={view.deals.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={choose}
              />
            )}
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {m.onPaper.act}
            </Button>
          </>
        }
      />
      <RefusalAlert error={project.error} />
      <Sheet view={view} project={dealId ? project.data : undefined} />
    </div>
  );
}
