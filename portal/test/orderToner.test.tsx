import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeAll, expect, it, vi } from 'vitest';
import type { Me, Supply } from '../src/api/types';
import { SessionProvider } from '../src/app/session';
import { orderableOf } from '../src/lib/toner';
import { OrderToner } from '../src/pages/orders/OrderToner';
import { rendered } from './rendered';

beforeAll(() => vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }));

const supply = (index: number, change: Partial<Supply>): Supply => ({
  index,
  kind: 'TONER',
  colour: 'BLACK',
  description: '',
  state: 'MEASURED',
  percent: 72,
  low: false,
  ...change,
});
const SUPPLIES = [supply(1, { colour: 'YELLOW' }), supply(2, {}), supply(3, {}), supply(4, { kind: 'INK', colour: 'CYAN' }), supply(5, { kind: 'WASTE', colour: null })];

const page = (functions: string[], supplies: readonly Supply[]) =>
  rendered(
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider me={{ kind: 'STAFF', functions, grants: [] } as unknown as Me}>
        <OrderToner device={{ id: 'd', serialNumber: 'SN1', supplies: [...supplies] }} />
      </SessionProvider>
    </QueryClientProvider>,
  );

it('each toner of the device can be ordered, in printing order, and nothing else', () =>
  expect(orderableOf(SUPPLIES)).toEqual(['BLACK', 'YELLOW']));

it('the desk is offered to order', () => expect(page(['ORDER_DESK'], SUPPLIES)).toContain('Order toner'));

it('who only looks at orders is not', () => expect(page(['ORDER_VIEW'], SUPPLIES)).not.toContain('Order toner'));

it('a device without toner has none to order', () => expect(page(['ORDER_DESK'], SUPPLIES.slice(3))).not.toContain('Order toner'));
