import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Offline } from '../api/problem';
import { assignSearch, boardSearch, decidedSearch, deviceSearch, devicesSearch, listSearch, newTicketSearch, ordersSearch, ticketsSearch } from './addresses';
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

const agents = createRoute({
  getParentRoute: () => root,
  path: '/agents',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/agents/AgentsPage')), 'AgentsPage'),
});

const myDevices = createRoute({
  getParentRoute: () => root,
  path: '/devices/mine',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/devices/mine/MyDevicesPage')), 'MyDevicesPage'),
});

const assignDevices = createRoute({
  getParentRoute: () => root,
  path: '/devices/assign',
  validateSearch: assignSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/devices/assign/AssignPage')), 'AssignPage'),
});

const deviceRequests = createRoute({
  getParentRoute: () => root,
  path: '/devices/requests',
  validateSearch: decidedSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/devices/requests/RequestsPage')), 'RequestsPage'),
});

const deviceGroups = createRoute({
  getParentRoute: () => root,
  path: '/devices/groups',
  component: lazyRouteComponent(onceOnline(() => import('../pages/devices/groups/GroupsPage')), 'GroupsPage'),
});

const reads = createRoute({
  getParentRoute: () => root,
  path: '/reads',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/due/DuePage')), 'DuePage'),
});

const readHistory = createRoute({
  getParentRoute: () => root,
  path: '/reads/history',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/ReadsPage')), 'ReadsPage'),
});

const uploads = createRoute({
  getParentRoute: () => root,
  path: '/reads/upload',
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/upload/UploadPage')), 'UploadPage'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/reads/upload/$uploadId',
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/upload/UploadResultPage')), 'UploadResultPage'),
});

const corrections = createRoute({
  getParentRoute: () => root,
  path: '/reads/corrections',
  validateSearch: decidedSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/corrections/CorrectionsPage')), 'CorrectionsPage'),
});

const correction = createRoute({
  getParentRoute: () => root,
  path: '/reads/corrections/$number',
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/corrections/CorrectionPage')), 'CorrectionPage'),
});

const investigations = createRoute({
  getParentRoute: () => root,
  path: '/reads/investigations',
  validateSearch: decidedSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/reads/investigations/InvestigationsPage')), 'InvestigationsPage'),
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

const tickets = createRoute({
  getParentRoute: () => root,
  path: '/tickets',
  validateSearch: ticketsSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/tickets/TicketsPage')), 'TicketsPage'),
});

const newTicket = createRoute({
  getParentRoute: () => root,
  path: '/tickets/new',
  validateSearch: newTicketSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/tickets/NewTicketPage')), 'NewTicketPage'),
});

const ticket = createRoute({
  getParentRoute: () => root,
  path: '/tickets/$reference',
  component: lazyRouteComponent(onceOnline(() => import('../pages/tickets/TicketPage')), 'TicketPage'),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  validateSearch: boardSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/planning/BoardPage')), 'BoardPage'),
});

const visits = createRoute({
  getParentRoute: () => root,
  path: '/visits',
  component: lazyRouteComponent(onceOnline(() => import('../pages/field/VisitsPage')), 'VisitsPage'),
});

const visit = createRoute({
  getParentRoute: () => root,
  path: '/visits/$reference',
  component: lazyRouteComponent(onceOnline(() => import('../pages/field/VisitPage')), 'VisitPage'),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/orders/OrdersPage')), 'OrdersPage'),
});

const invoices = createRoute({
  getParentRoute: () => root,
  path: '/invoices',
  validateSearch: listSearch,
  component: lazyRouteComponent(onceOnline(() => import('../pages/invoices/InvoicesPage')), 'InvoicesPage'),
});

const invoice = createRoute({
  getParentRoute: () => root,
  path: '/invoices/$number',
  component: lazyRouteComponent(onceOnline(() => import('../pages/invoices/InvoicePage')), 'InvoicePage'),
});

const support = createRoute({
  getParentRoute: () => root,
  path: '/support',
  component: lazyRouteComponent(onceOnline(() => import('../pages/support/SupportPage')), 'SupportPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    devices,
    myDevices,
    assignDevices,
    deviceRequests,
    deviceGroups,
    device,
    agents,
    reads,
    readHistory,
    uploads,
    upload,
    corrections,
    correction,
    investigations,
    readEntry,
    customers,
    customer,
    tickets,
    newTicket,
    ticket,
    board,
    visits,
    visit,
    orders,
    invoices,
    invoice,
    support,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
