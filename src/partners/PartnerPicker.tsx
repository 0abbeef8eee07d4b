import { useQuery } from '@tanstack/react-query';
import { partners } from '#partners/partners.queries.tsx';
import { type Choosing, RecordSelect, useTyped } from '#ui/form/RecordSelect.tsx';

/** Chooses a partner by part of its name or its pinyin initials. */
export function PartnerPicker(props: Choosing) {
  const { asked, typing } = useTyped();
  return <RecordSelect {...props} typing={typing} found={useQuery(partners.list.queryOptions(asked))} />;
}
