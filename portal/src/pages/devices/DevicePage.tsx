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
import { OrderGoods, OrderWhen } from '../../components/OrderBits';
import { PageHeading } from '../../components/PageHeading';
import { PageQueryNote, QueryNote } from '../../components/QueryNote';
import { ReadsTable } from '../../components/ReadsTable';
import { SampleLabel } from '../../components/SampleLabel';
import { Section } from '../../components/Section';
import { TimelineList } from '../../components/Timeline';
import { SupplyBars } from '../../components/TonerBars';
import { useFormat } from '../../components/useFormat';
import { keysOf } from '../../lib/counters';
import { ownZone } from '../../lib/format';
import { useJustChanged } from '../../live/changes';
import { partOf, type DevicePart } from '../../live/marking';
import { OrderToner } from '../orders/OrderToner';
import { LastUsage } from '../reads/corrections/AskCorrection';
import { LastContact } from './Contact';
import { Coverage, DeviceStateTag } from './DeviceStateTag';
import { HeadingActions } from './HeadingActions';
import { Assignees } from './manage/Assignees';
import { Relocate } from './manage/Relocate';
import { NoteField } from './NoteField';
import { ReadsCurve } from './ReadsCurve';
import '../../styles/devices.css';

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
        actions={<HeadingActions device={device} />}
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
          {session.can('DEVICE_EDIT') && <Relocate device={device} />}
        </Fact>
        <Fact device={device} part="state" label={t('device.state')}>
          <span>
            <DeviceStateTag device={device} />
          </span>
          {device.stateSince && <span className="p-quiet">{t('device.since', { at: format.instant(device.stateSince) })}</span>}
        </Fact>
        {device.monitoring && (
          <Fact device={device} part="monitoring" label={t('monitoring.monitoring')}>
            {t(`monitoring.${device.monitoring.status}`)}
            <span className="p-quiet">{t(device.monitoring.eligible ? 'monitoring.eligible' : 'monitoring.notEligible')}</span>
          </Fact>
        )}
        <Fact device={device} label={t('device.lastContact')}>
          <LastContact device={device} />
        </Fact>
        {device.alerts.length > 0 && (
          <Fact device={device} label={t('device.alerts')}>
            {device.alerts.map((alert) => (
              <span key={alert} className="p-tag p-tag-warn">
                <Icon name="warning" />
                {t(`alert.${alert}`, { defaultValue: alert })}
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
            {device.autoToner.enrolledSince && <span className="p-quiet">{t('autoToner.enrolledSince', { at: format.instant(device.autoToner.enrolledSince) })}</span>}
          </Fact>
        )}
        <Fact device={device} part="coverage" label={t('device.contract')}>
          <Coverage device={device} />
        </Fact>
        {device.nextDueOn && (
          <Fact device={device} part="due" label={t('device.nextRead')}>
            {format.date(device.nextDueOn)}
          </Fact>
        )}
        {device.groups.length > 0 && (
          <Fact device={device} label={t('devicesNav.groups')}>
            {device.groups.map(({ name }) => name).join(', ')}
          </Fact>
        )}
        {(device.replacedBy ?? device.replaces) && (
          <Fact device={device} label={t(device.replacedBy ? 'replacement.replacedBy' : 'replacement.replaces')}>
            <Link to="/devices/$deviceId" params={{ deviceId: (device.replacedBy ?? device.replaces)?.deviceId ?? '' }}>
              {(device.replacedBy ?? device.replaces)?.serialNumber}
            </Link>
          </Fact>
        )}
        {!session.isStaff && (
          <Fact device={device} part="assignment" label={t('device.assignment')}>
            {t(device.assigned ? 'device.assignedToYou' : 'device.notAssignedToYou')}
          </Fact>
        )}
      </dl>
      <div className="p-columns">
        <div className="p-column">
          {seesReads && <Reads device={device} />}
          {session.can('METER_CORRECT') && <LastUsage device={device} />}
        </div>
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
          {device.autoToner?.label && (
            <Section title={t('autoToner.label')}>
              <SampleLabel label={device.autoToner.label} />
              {device.autoToner.contact && <TonerContact contact={device.autoToner.contact} />}
            </Section>
          )}
          <Notes device={device} />
          {device.supplyHistory.length > 0 && (
            <Section title={t('device.supplyHistory')}>
              <ul className="p-list" aria-label={t('device.supplyHistory')}>
                {device.supplyHistory.map((order) => (
                  <li key={order.orderId}>
                    <OrderGoods order={order} />
                    <OrderWhen order={order} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {session.can('DEVICE_ASSIGN_OTHERS') && device.account && <Assignees device={device} accountId={device.account.id} />}
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

/** The two notes, which everybody of the account reads and who may edit the device writes, with what they said before. */
function Notes({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const before = device.noteHistory.filter((entry) => entry.text !== '');
  if (!can('DEVICE_EDIT') && device.notes.length === 0) return null;
  return (
    <Section title={t('device.notes')}>
      {can('DEVICE_EDIT')
        ? ([1, 2] as const).map((note) => <NoteField key={note} device={device} note={note} withEditor />)
        : device.notes.map((note) => (
            <p key={note.note}>
              {note.text} <span className="p-quiet">{t('device.noteBy', { name: note.by?.name ?? t('timeline.byPlatform'), at: format.instant(note.at) })}</span>
            </p>
          ))}
      {before.length > 0 && (
        <details>
          <summary>{t('device.noteHistory', { count: before.length })}</summary>
          <ul className="p-list">
            {before.map((entry) => (
              <li key={`${entry.note} ${entry.at}`}>
                <span className="p-two-lines">
                  <span>{entry.text}</span>
                  <span className="p-quiet">{t('device.noteBy', { name: entry.by?.name ?? t('timeline.byPlatform'), at: format.instant(entry.at) })}</span>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function TonerContact({ contact }: { contact: NonNullable<NonNullable<DeviceDetail['autoToner']>['contact']> }) {
  const { t } = useTranslation();
  const ways = [contact.phone, contact.email].filter(Boolean);
  return (
    <p>
      {t('autoToner.contact', { name: `${contact.firstName} ${contact.lastName}` })}
      {ways.length > 0 && <span className="p-quiet"> {ways.join(' · ')}</span>}
    </p>
  );
}

/** Says what the odd states mean, only where one is on the page. */
function SupplyNote({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const states = new Set(device.supplies.map((supply) => supply.state));
  return (
    <>
      {states.has('ESTIMATED') && (
        <p className="p-quiet p-hint">
          <Icon name="info" />
          {t('level.ESTIMATEDHint')}
        </p>
      )}
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
        <Section
          title={t('device.history')}
          className="p-later"
          aside={
            <Button size="xs" variant="default" component="a" href={`/api/devices/${device.id}/reads.xlsx`} download>
              {t('history.downloadOne')}
            </Button>
          }
        >
          <ReadsTable reads={reads.data.items} counters={keys} label={t('device.history')} />
        </Section>
      )}
    </>
  );
}
