import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { notifications } from '#notifications/notifications.queries.tsx';

/** Marks notifications as read or unread, and asks again for what is shown of them. */
export function useMark() {
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const mark = (work: Promise<unknown>) =>
    void work.then(() => queries.invalidateQueries({ queryKey: notifications.key() }), setError);
  return { mark, error };
}
