import { cardMessages } from '#imports/card.messages.ts';
import type { Layout } from '#imports/import-record.ts';
import { importMessages } from '#imports/imports.messages.ts';
import { useMessages } from '#ui/lang.tsx';

/** The words of the wizard; of cards where the file holds cards. */
export function useImportMessages({ layout }: { layout: Pick<Layout, 'kind'> | null }) {
  const m = useMessages(importMessages);
  const ofCards = useMessages(cardMessages);
  return layout?.kind === 'vcard' ? { ...m, ...ofCards } : m;
}
