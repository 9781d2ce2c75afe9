import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { deviceQuery, deviceTimelineQuery, readsQuery } from '../../api/queries';
import type { DeviceDetail } from '../../api/types';
import { useSession } from '../../app/session';
import { Empty } from '../../components/Empty';
import { Icon } from '../../components/Icon';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { ReadsTable } from '../../components/ReadsTable';
import { Section } from '../../components/Section';
import { TimelineList } from '../../components/Timeline';
import { SupplyBars } from '../../components/TonerBars';
import { useFormat } from '../../components/useFormat';
import { keysOf } from '../../lib/counters';
import { ownZone } from '../../lib/format';
import { useJustChanged } from '../../live/changes';
import { partOf, type DevicePart } from '../../live/marking';
import { OrderToner } from '../orders/OrderToner';
import { LastContact } from './Contact';
import { ReadsCurve } from './ReadsCurve';

const route = getRouteApi('/devices/$deviceId');

export function DevicePage() {
  const { t } = useTranslation();
  const { deviceId } = route.useParams();
  const device = useQuery(deviceQuery(deviceId));
  if (device.error instanceof Problem && device.error.status === 404) {
    return (
      <>
        <PageHeading title={t('device.notFoundTitle')} />
        <Empty title={t('device.notFound')} action={{ to: '/devices', label: t('device.toList') }} />
      </>
    );
  }
  if (!device.data) return <PageQueryNote query={device} />;
  return (
    <>
      <QueryNote query={device} />
      <DeviceView key={deviceId} device={device.data} />
    </>
  );
}

function DeviceView({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const session = useSession();
  const format = useFormat();
  const suppliesChanged = useJustChanged(partOf(device.id, 'supplies'));
  const timeline = useQuery(deviceTimelineQuery(device.id));
  const seesReads = session.can('METER_SUBMIT') || session.can('METER_VIEW') || session.can('METER_PHONE');
  const place = device.location;
  return (
    <>
      <PageHeading
        title={device.serialNumber}
        sub={
          <p>
            {device.manufacturer && !device.model.startsWith(device.manufacturer) ? `${device.manufacturer} ${device.model}` : device.model}
            {device.equipmentNumber && ` · ${t('device.equipmentNumber')} ${device.equipmentNumber}`}
          </p>
        }
        actions={
          <>
            {!session.isStaff && session.can('TICKET_USE') && (
              <Button
                variant="default"
                aria-label={t('device.openTicket')}
                renderRoot={(props) => <Link to="/tickets/new" search={{ device: device.id }} {...props} />}
              >
                {t('customer.openTicket')}
              </Button>
            )}
            {session.can('METER_SUBMIT') && (
              <Button renderRoot={(props) => <Link to="/reads/$deviceId" params={{ deviceId: device.id }} {...props} />}>{t('read.enter')}</Button>
            )}
          </>
        }
      />
      <dl className="p-facts">
        <Fact device={device} part="location" label={t('device.location')}>
          {place ? (
            <>
              {[place.site, place.room].filter(Boolean).join(' · ')}
              <span className="p-quiet">{[place.street, `${place.postalCode} ${place.city}`].join(', ')}</span>
              {place.timeZone !== ownZone() && <span className="p-quiet">{t('device.timeZone', { zone: place.timeZone })}</span>}
            </>
          ) : (
            '–'
          )}
        </Fact>
        <Fact device={device} label={t('device.lastContact')}>
          <LastContact device={device} />
        </Fact>
        {device.alerts.length > 0 && (
          <Fact device={device} label={t('device.alerts')}>
            {device.alerts.map((alert) => (
              <span key={alert} className="p-tag p-tag-warn">
                <Icon name="warning" />
                {alert}
              </span>
            ))}
          </Fact>
        )}
        {device.account && (
          <Fact device={device} part="account" label={t('account.account')}>
            {session.isStaff && session.can('CUSTOMER_CARD_VIEW') ? (
              <Link to="/customers/$systemAccountNumber" params={{ systemAccountNumber: device.account.systemAccountNumber }}>
                {device.account.name}
              </Link>
            ) : (
              device.account.name
            )}
            <span className="p-quiet p-figure">
              {device.account.customerAccountNumber} · {device.account.systemAccountNumber}
            </span>
          </Fact>
        )}
        {device.autoToner && (
          <Fact device={device} part="autoToner" label={t('autoToner.title')}>
            {t(`autoToner.${device.autoToner.state}`)}
            <span className="p-quiet">{t(`autoToner.${device.autoToner.state}Hint`)}</span>
            {device.autoToner.lastSkip && <span className="p-quiet">{t('autoToner.skipped', { reason: t(`autoToner.skip.${device.autoToner.lastSkip}`) })}</span>}
          </Fact>
        )}
        {device.contract && (
          <Fact device={device} label={t('device.contract')}>
            <span className="p-figure">{device.contract.number}</span>
            <span className="p-quiet">{t('device.contractUntil', { date: format.date(device.contract.end) })}</span>
          </Fact>
        )}
        {!session.isStaff && (
          <Fact device={device} part="assignment" label={t('device.assignment')}>
            {t(device.assigned ? 'device.assignedToYou' : 'device.notAssignedToYou')}
          </Fact>
        )}
      </dl>
      <div className="p-columns">
        <div className="p-column">{seesReads && <Reads device={device} />}</div>
        <div className="p-column">
          <div data-changed={suppliesChanged || undefined} className="p-markable p-first">
            <Section title={t('device.supplies')} aside={<OrderToner device={device} />}>
              {device.supplies.length > 0 ? (
                <>
                  <SupplyBars supplies={device.supplies} />
                  <SupplyNote device={device} />
                </>
              ) : (
                <p className="p-quiet">{t('device.noSupplies')}</p>
              )}
            </Section>
          </div>
          <Section title={t('timeline.title')} className="p-last">
            <QueryNote query={timeline} />
            {timeline.data && <TimelineList entries={timeline.data.items} label={t('timeline.title')} />}
          </Section>
        </div>
      </div>
    </>
  );
}

function Fact({ device, part, label, children }: { device: DeviceDetail; part?: DevicePart; label: string; children: ReactNode }) {
  const changed = useJustChanged(part ? partOf(device.id, part) : '');
  return (
    <div data-changed={changed || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Says what the odd states mean, only where one is on the page. */
function SupplyNote({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const states = new Set(device.supplies.map((supply) => supply.state));
  return (
    <>
      {states.has('SOME_LEFT') && (
        <p className="p-quiet p-hint">
          <Icon name="info" />
          {t('level.SOME_LEFTHint')}
        </p>
      )}
      {states.has('UNKNOWN') && (
        <p className="p-quiet p-hint">
          <Icon name="info" />
          {t('level.UNKNOWNHint')}
        </p>
      )}
    </>
  );
}

function Reads({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const { counter } = route.useSearch();
  const navigate = route.useNavigate();
  const keys = keysOf(device.counters);
  const reads = useQuery(readsQuery(device.id));
  return (
    <>
      <ReadsCurve
        device={device}
        counter={keys.find((key) => key === counter) ?? keys[0] ?? 'total'}
        onCounter={(chosen) => void navigate({ search: { counter: chosen }, replace: true, resetScroll: false })}
      />
      {reads.data && reads.data.items.length > 0 && (
        <Section title={t('device.history')} className="p-later">
          <ReadsTable reads={reads.data.items} counters={keys} label={t('device.history')} />
        </Section>
      )}
    </>
  );
}
