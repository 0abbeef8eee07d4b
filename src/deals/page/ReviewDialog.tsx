import { useNavigate } from '@tanstack/react-router';
import { useDeal } from '#deals/page/deal-context.tsx';
import { PlanReview } from '#reviews/PlanReview.tsx';

/** A review of this deal alone; it opens where it was planned. */
export function ReviewDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const { deal } = useDeal().view.page;
  return (
    <PlanReview
      dealIds={[deal.id]}
      dealName={deal.name}
      onPlanned={(id) => void navigate({ to: `/reviews/${id}` })}
      onClose={onClose}
    />
  );
}
