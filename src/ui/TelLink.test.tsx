import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TelLink } from '#ui/TelLink.tsx';

const dialled = (number: string) =>
  [...renderToStaticMarkup(<TelLink number={number} />).matchAll(/href="tel:([^"]*)"/g)].map(([, to]) => to);

test.each([
  ['138 0013 8000', ['13800138000']],
  ['+86 (21) 5555-0000', ['+862155550000']],
  ['021-55550000 / 021-55550001', ['02155550000', '02155550001']],
  ['021-55550000 转 8012', ['02155550000']],
])('%s dials', (number, expected) => {
  expect(dialled(number)).toEqual(expected);
});
