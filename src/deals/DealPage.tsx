import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { DealBody } from '#deals/page/DealBody.tsx';
import { AsOfBanner } from '#deals/page/AsOfBanner.tsx';
import { DealProvider } from '#deals/page/DealProvider.tsx';
import { readMoment } from '#deals/page/tabs.ts';
import { addDays, dayOf } from '#shared/day.ts';
import { useSession, useToday } from '#ui/session.tsx';

/** 商机详情: the truth of a deal in one glance; with `?at=`, as it was then. */
export function DealPage() {
  const { dealId = '' }: { dealId?: string } = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const today = useToday();
  const { timeZone } = useSession().user;
  const at = readMoment(search['at']);
  const change = (next: Record<string, string | undefined>) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (now: object) => ({ ...now, ...next }) as never,
    });
  return (
    <DealProvider key={dealId} dealId={dealId} at={at}>
      {at && (
        <AsOfBanner
          day={dayOf(at, timeZone)}
          latest={addDays(today, -1)}
          onDay={(day) => change({ at: day && new Date(`${addDays(day, 1)}T00:00:00`).toISOString() })}
        />
      )}
      <DealBody onChange={change} />
    </DealProvider>
  );
}
