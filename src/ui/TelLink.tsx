import { Fragment } from 'react';

/** A number that a tap dials; of several between slashes, each. */
export function TelLink({ number }: { number: string }) {
  return number.split(/\s*[/／]\s*/).map((one, at) => (
    <Fragment key={`${String(at)} ${one}`}>
      {at > 0 && ' / '}
      <a href={`tel:${one.replace(/(?:转|分机|ext).*$/i, '').replaceAll(/[^\d+]/g, '')}`}>{one}</a>
    </Fragment>
  ));
}
