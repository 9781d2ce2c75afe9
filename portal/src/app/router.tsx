import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Offline } from '../api/problem';
import { deviceSearch, devicesSearch, listSearch } from './addresses';
import { Home } from './Home';
import { NotFound, PageFailed, Root, StartFailed } from './Root';

/** The router reloads the window for a page that cannot be loaded, and without a network that loses the portal too. */
function onceOnline<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return () =>
    load().catch((error: unknown) => {
      throw navigator.onLine ? error : new Offline();
    });
}

const root = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: StartFailed });

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const devices = createRoute({
  getParentRoute: () => root,
  path: '/devices',
  validateSearch: devicesSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/devices/DevicesPage')), 'DevicesPage'),
});

const device = createRoute({
  getParentRoute: () => root,
  path: '/devices/$deviceId',
  validateSearch: deviceSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/devices/DevicePage')), 'DevicePage'),
});

const reads = createRoute({
  getParentRoute: () => root,
  path: '/reads',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/ReadsPage')), 'ReadsPage'),
});

const readEntry = createRoute({
  getParentRoute: () => root,
  path: '/reads/$deviceId',
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/ReadEntryPage')), 'ReadEntryPage'),
});

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/customers/CustomersPage')), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$systemAccountNumber',
  component: lazyRouteComponent(onceOnline(() => import('../pages/customers/CustomerPage')), 'CustomerPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, devices, device, reads, readEntry, customers, customer]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
