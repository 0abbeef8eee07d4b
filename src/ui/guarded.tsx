import type { ComponentType } from 'react';
import { useText } from '#ui/lang.tsx';
import { useCan } from '#ui/session.tsx';
import { useFocusOnArrival } from '#ui/shell/arrival.tsx';
import type { Page } from '#ui/slice.tsx';
import { NoPermissionNote } from '#ui/state/PageNotes.tsx';
import { useFirstTitle } from '#ui/title.tsx';

/** A page under its title, shown only to those who may open it. */
export function guarded(page: Page, Content: ComponentType): ComponentType {
  function Titled() {
    useFirstTitle(useText()(page.title));
    useFocusOnArrival();
    return <Content />;
  }
  function Guarded() {
    const can = useCan();
    return page.permission === undefined || can(page.permission) ? <Titled /> : <NoPermissionNote />;
  }
  return page.public ? Titled : Guarded;
}
