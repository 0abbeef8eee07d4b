import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMessages } from '#ui/lang.tsx';
import { codeOf, failureMessages, wordsOf } from '#ui/refused.tsx';
import { shellMessages } from '#ui/shell/shell.messages.ts';
import { FullNote } from '#ui/state/FullNote.tsx';
import styles from '#ui/state/FullNote.module.css';

export function NotFoundNote() {
  const m = useMessages(shellMessages);
  return <FullNote title={m.notFoundTitle} hint={m.notFoundHint} act={<Link to="/">{m.home}</Link>} />;
}

export function NoPermissionNote() {
  const m = useMessages(shellMessages);
  return <FullNote title={m.noPermissionTitle} hint={m.noPermissionHint} act={<Link to="/">{m.home}</Link>} />;
}

const reloadedAt = 'longmen.reloadedAt';

/** A page that threw. A missing chunk means that a new version was deployed: the page is loaded again, once. */
export function BrokenNote({ error, reset }: ErrorComponentProps) {
  const m = useMessages(shellMessages);
  const failures = useMessages(failureMessages);
  const router = useRouter();
  const outdated =
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed|Unable to preload CSS/i.test(error.message);
  useEffect(() => {
    if (!outdated || sessionStorage.getItem(reloadedAt) === location.href) return;
    sessionStorage.setItem(reloadedAt, location.href);
    location.reload();
  }, [outdated]);
  const retry = () => {
    reset();
    void router.invalidate();
  };
  const act = (
    <button type="button" className={styles.plain} onClick={outdated ? () => location.reload() : retry}>
      {outdated ? m.reload : m.retry}
    </button>
  );
  const hint = outdated ? m.newVersion : codeOf(error) ? wordsOf(error, failures) : m.brokenHint;
  return <FullNote title={m.brokenTitle} hint={hint} act={act} />;
}
