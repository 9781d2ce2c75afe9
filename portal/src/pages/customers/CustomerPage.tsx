import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { customerQuery, devicesQuery } from '../../api/queries';
import type { CustomerCard, Device } from '../../api/types';
import { useSession } from '../../app/session';
import { NumberWithMeaning } from '../../app/Shell';
import { CounterList } from '../../components/CounterList';
import { DataTable, type Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { ReadSource } from '../../components/ReadsTable';
import { Section } from '../../components/Section';
import { TimelineList } from '../../components/Timeline';
import { TonerGlance } from '../../components/TonerBars';
import { useFormat } from '../../components/useFormat';
import { LastContact } from '../devices/Contact';
import { DeviceLink, Place } from '../devices/DeviceLink';
import { Flows } from './Flows';

const route = getRouteApi('/customers/$systemAccountNumber');
const SIZE = 10;
/** The devices and the people below are looked for more often. */
const READS_AT_FIRST = 6;

type CardRead = CustomerCard['recentReads'][number];
type Contact = CustomerCard['users'][number];

export function CustomerPage() {
  const { t } = useTranslation();
  const { systemAccountNumber } = route.useParams();
  const card = useQuery(customerQuery(systemAccountNumber));
  if (card.error instanceof Problem && card.error.status === 404) {
    return (
      <>
        <PageHeading title={t('customer.notFoundTitle')} />
        <Empty title={t('customer.notFound', { number: systemAccountNumber })} action={{ to: '/customers', label: t('customer.toList') }} />
      </>
    );
  }
  if (!card.data) return <PageQueryNote query={card} />;
  return (
    <>
      <QueryNote query={card} />
      <Card key={systemAccountNumber} card={card.data} />
    </>
  );
}

function Card({ card }: { card: CustomerCard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const [allReads, showAllReads] = useState(false);
  const reads: readonly Column<CardRead>[] = [
    {
      key: 'device',
      header: t('device.device'),
      cell: (read) => (
        <Link to="/devices/$deviceId" params={{ deviceId: read.deviceId }}>
          {read.serialNumber}
        </Link>
      ),
    },
    { key: 'date', header: t('read.date'), cell: (read) => <span className="p-figure">{format.date(read.readOn)}</span> },
    { key: 'counters', header: t('read.values'), cell: (read) => <CounterList counters={read.counters} /> },
    { key: 'source', header: t('read.source'), cell: (read) => <ReadSource read={read} /> },
  ];
  const contacts: readonly Column<Contact>[] = [
    { key: 'name', header: t('customer.contactName'), cell: (user) => <span className="p-wraps">{user.name}</span> },
    { key: 'email', header: t('customer.email'), cell: (user) => (user.email ? <a href={`mailto:${user.email}`} className="p-wraps p-wraps-late">{user.email}</a> : '–') },
    { key: 'role', header: t('customer.role'), cell: (user) => t(`role.${user.role}`, { defaultValue: user.role }) },
    { key: 'language', header: t('preferences.language'), cell: (user) => t(`language.${user.language ?? 'none'}`, { defaultValue: user.language ?? '–' }) },
  ];
  return (
    <>
      <PageHeading
        title={card.account.name}
        sub={
          <p className="p-account">
            <NumberWithMeaning label={t('account.customerNumber')} value={card.account.customerAccountNumber} meaning={t('account.customerNumberMeaning')} />
            <NumberWithMeaning label={t('account.systemNumber')} value={card.account.systemAccountNumber} meaning={t('account.systemNumberMeaning')} />
            <span className="p-account-number">{format.country(card.country)}</span>
          </p>
        }
        actions={
          can('TICKET_DESK') && (
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/tickets/new" search={{ customer: card.account.systemAccountNumber }} {...props} />}
            >
              {t('customer.openTicket')}
            </Button>
          )
        }
      />
      <dl className="p-tiles">
        <Tile label={t('nav.devices')} value={format.count(card.devices.total)} />
        <Tile label={t('customer.reporting')} value={format.count(card.devices.reporting)} />
        <Tile label={t('customer.lowToner')} value={format.count(card.devices.lowToner)} />
      </dl>
      <Flows card={card} />
      <div className="p-columns">
        <div className="p-column">
          <Section title={t('customer.recentReads')}>
            {card.recentReads.length > 0 ? (
              <>
                <DataTable label={t('customer.recentReads')} columns={reads} rows={allReads ? card.recentReads : card.recentReads.slice(0, READS_AT_FIRST)} idOf={(read) => read.readId} />
                {!allReads && card.recentReads.length > READS_AT_FIRST && (
                  <p className="p-more">
                    <Button variant="default" size="xs" onClick={() => showAllReads(true)}>
                      {t('table.showAll', { count: card.recentReads.length })}
                    </Button>
                  </p>
                )}
              </>
            ) : (
              <p className="p-quiet">{t('customer.noReads')}</p>
            )}
          </Section>
          <Devices accountId={card.account.id} />
          <Section title={t('customer.users')}>
            {card.users.length > 0 ? (
              <DataTable label={t('customer.users')} columns={contacts} rows={card.users} idOf={(user) => user.id} />
            ) : (
              <p className="p-quiet">{t('customer.noUsers')}</p>
            )}
          </Section>
        </div>
        <div className="p-column">
          <Section title={t('timeline.title')} className="p-later">
            <TimelineList entries={card.timeline} withDevice label={t('timeline.title')} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Tile({ label, value }: { label: string; value: string }) {
  return (
    <div className="p-tile">
      <dt>{label}</dt>
      <dd className="p-big">{value}</dd>
    </div>
  );
}

function Devices({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const filter = { page, size: SIZE, sort: 'serialNumber,asc', q: '', accountId };
  const devices = useQuery(devicesQuery(filter));
  const columns: readonly Column<Device>[] = [
    { key: 'device', header: t('device.device'), cell: (device) => <DeviceLink device={device} /> },
    { key: 'location', header: t('device.location'), cell: (device) => <Place device={device} /> },
    { key: 'toner', header: t('device.toner'), cell: (device) => <TonerGlance supplies={device.supplies} /> },
    { key: 'contact', header: t('device.lastContact'), cell: (device) => <LastContact device={device} /> },
  ];
  return (
    <Section title={t('nav.devices')}>
      <PagedTable
        query={devices}
        filter={filter}
        label={t('nav.devices')}
        columns={columns}
        idOf={(device) => device.id}
        onPage={setPage}
        empty={<p className="p-quiet">{t('customer.noDevices')}</p>}
      />
    </Section>
  );
}
