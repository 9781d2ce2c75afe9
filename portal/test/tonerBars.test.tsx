import { expect, it } from 'vitest';
import type { Supply } from '../src/api/types';
import { SupplyBars, TonerGlance } from '../src/components/TonerBars';
import { rendered } from './rendered';

const levels: Supply[] = (['MEASURED', 'ESTIMATED', 'SOME_LEFT', 'UNKNOWN'] as const).map((state, index) => ({
  index,
  kind: 'TONER',
  colour: (['BLACK', 'CYAN', 'MAGENTA', 'YELLOW'] as const)[index],
  description: '',
  state,
  percent: index < 2 ? 40 : null,
  low: false,
  observedAt: '2026-11-03T10:00:00Z',
}));

/** BEY-03: an eye that sees no difference has nothing to go by. */
it.each([
  ['the device page', <SupplyBars supplies={levels} />],
  ['a list', <TonerGlance supplies={levels} />],
])('measured, estimated, some left and unknown look different on %s', (_, page) => {
  const html = rendered(page);
  for (const look of ['measured', 'estimated', 'some_left', 'unknown']) expect(html).toContain(`p-bar-${look} `);
  expect(html.match(/p-bar-fill/g)).toHaveLength(2);
});

it('an estimate says so in words, and of which day it is', () => {
  const html = rendered(<SupplyBars supplies={levels} />);
  expect(html).toContain('aria-valuetext="40%"');
  expect(html).toMatch(/aria-valuetext="Estimated 40%, measured on 3 Nov 2026"/);
  expect(html).toContain('Some left');
  expect(html).toContain('Unknown');
});
