import { useQueryClient } from '@tanstack/react-query';
import { partners, registrations } from '#partners/partners.queries.tsx';
import { timeline } from '#timeline/Timeline.tsx';
import { toast } from '#ui/toast.tsx';

/** After an act on a registration: says so, and fetches anew what shows it. */
export function useRegistrationDone(): (words: string) => Promise<void> {
  const queries = useQueryClient();
  return async (words) => {
    toast(words);
    const keys = [registrations.key(), partners.key(), timeline.key()];
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}
