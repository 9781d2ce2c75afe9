import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Home } from './Home';
import { NotFound, PageFailed, Root } from './Root';

/** The search part of a list's address: the view can be sent to a colleague or found again by going back. */
export interface ListSearch {
  readonly q?: string;
  readonly page?: number;
  readonly sort?: string;
}

function listSearch(raw: Record<string, unknown>): ListSearch {
  const page = Number(raw.page);
  return {
    q: raw.q === undefined || raw.q === '' ? undefined : String(raw.q),
    page: Number.isInteger(page) && page > 0 ? page : undefined,
    sort: typeof raw.sort === 'string' && /^\w+,(asc|desc)$/.test(raw.sort) ? raw.sort : undefined,
  };
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: PageFailed });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const devices = createRoute({
  getParentRoute: () => root,
  path: '/devices',
  validateSearch: (raw: Record<string, unknown>): ListSearch & { readonly mine?: boolean } => ({
    ...listSearch(raw),
    mine: raw.mine === true || raw.mine === 'true' ? true : undefined,
  }),
  component: lazyRouteComponent(() => import('../pages/devices/DevicesPage'), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => root,
  path: '/devices/$deviceId',
  component: lazyRouteComponent(() => import('../pages/devices/DevicePage'), 'DevicePage'),
});

const reads = createRoute({
  getParentRoute: () => root,
  path: '/reads',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../pages/reads/ReadsPage'), 'ReadsPage'),
});

const readEntry = createRoute({
  getParentRoute: () => root,
  path: '/reads/$deviceId',
  component: lazyRouteComponent(() => import('../pages/reads/ReadEntryPage'), 'ReadEntryPage'),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('../pages/customers/CustomersPage'), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$systemAccountNumber',
  component: lazyRouteComponent(() => import('../pages/customers/CustomerPage'), 'CustomerPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, devices, device, reads, readEntry, customers, customer]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
