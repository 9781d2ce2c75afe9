import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dashboardQuery } from '../../api/queries';
import type { Dashboard, Device, UsageTile } from '../../api/types';
import { useSession } from '../../app/session';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { QueryNote } from '../../components/QueryNote';
import { Section } from '../../components/Section';
import { Sparkline } from '../../components/Sparkline';
import { TonerGlance } from '../../components/TonerBars';
import { useFormat } from '../../components/useFormat';
import { useJustChanged } from '../../live/changes';

export function DashboardPage() {
  const { t } = useTranslation();
  const { account } = useSession();
  const dashboard = useQuery(dashboardQuery(account?.id));
  return (
    <>
      <PageHeading title={t('nav.dashboard')} />
      <QueryNote query={dashboard} />
      {dashboard.data && <Tiles dashboard={dashboard.data} />}
    </>
  );
}

function Tiles({ dashboard }: { dashboard: Dashboard }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  if (dashboard.assignedDevices === 0 && dashboard.lowToner.length === 0 && dashboard.readsDue.length === 0) {
    return (
      <Empty title={t('dashboard.noDevices')} action={can('DEVICE_VIEW') ? { to: '/devices', label: t('device.toList') } : undefined}>
        {t('dashboard.noDevicesHint')}
      </Empty>
    );
  }
  const silent = dashboard.assignedDevices - dashboard.reportingDevices;
  return (
    <>
      <div className="p-tiles">
        <Usage title={t('dashboard.blackWhite')} usage={dashboard.blackWhite} />
        <Usage title={t('dashboard.colour')} usage={dashboard.colour} />
        <section className="p-tile" aria-label={t('dashboard.assigned')}>
          <h2>{t('dashboard.assigned')}</h2>
          <p className="p-big">
            <Link to="/devices/mine">
              {format.count(dashboard.assignedDevices)}
            </Link>
          </p>
          <p className="p-quiet">{silent > 0 ? t('dashboard.silent', { count: silent }) : t('dashboard.allReporting')}</p>
        </section>
        <Uptime uptime={dashboard.uptime} />
      </div>
      <div className="p-columns p-columns-even">
        <Section title={t('dashboard.lowToner')} aside={<Total value={dashboard.lowTonerTotal} />} className="p-column">
          {dashboard.lowToner.length === 0 ? (
            <p className="p-quiet">{t('dashboard.noLowToner')}</p>
          ) : (
            <ul className="p-list" aria-label={t('dashboard.lowToner')}>
              {dashboard.lowToner.map((device) => (
                <DeviceLine key={device.id} device={device}>
                  <TonerGlance supplies={device.supplies} />
                </DeviceLine>
              ))}
            </ul>
          )}
        </Section>
        {can('METER_SUBMIT') && (
          <Section title={t('dashboard.readsDue')} aside={<DueTotal value={dashboard.readsDueTotal} />} className="p-column">
            {dashboard.readsDue.length === 0 ? (
              <p className="p-quiet">{t('dashboard.noReadsDue')}</p>
            ) : (
              <ul className="p-list" aria-label={t('dashboard.readsDue')}>
                {dashboard.readsDue.map((device) => (
                  <DeviceLine
                    key={device.id}
                    device={device}
                    sub={device.lastRead ? t('dashboard.lastReadOn', { date: format.date(device.lastRead.readOn) }) : t('device.noRead')}
                  >
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('read.enterFor', { serial: device.serialNumber })}
                      renderRoot={(props) => <Link to="/reads/$deviceId" params={{ deviceId: device.id }} {...props} />}
                    >
                      {t('read.enter')}
                    </Button>
                  </DeviceLine>
                ))}
              </ul>
            )}
          </Section>
        )}
      </div>
    </>
  );
}

function Total({ value }: { value: number }) {
  const format = useFormat();
  return value > 0 ? <span className="p-total p-figure">{format.count(value)}</span> : null;
}

/** Opens the list that it counts. */
function DueTotal({ value }: { value: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === 0) return null;
  return (
    <Link to="/reads" className="p-total p-figure" aria-label={`${t('dashboard.allDue')}: ${format.count(value)}`}>
      {format.count(value)}
    </Link>
  );
}

function Uptime({ uptime }: { uptime: Dashboard['uptime'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="p-tile" aria-label={t('dashboard.uptime')}>
      <h2>{t('dashboard.uptime')}</h2>
      {uptime.percent == null ? (
        <p className="p-quiet">{t('dashboard.noUptime')}</p>
      ) : (
        <p>
          <span className="p-big">{format.share(uptime.percent)}</span> <span className="p-quiet">{t('dashboard.uptimeHint')}</span>
        </p>
      )}
      <p className="p-quiet">
        {uptime.devices > 0 && t('dashboard.averageOf', { count: uptime.devices })}
        {uptime.leftOut > 0 && ` ${t('dashboard.uptimeLeftOut', { count: uptime.leftOut })}`}
      </p>
    </section>
  );
}

function DeviceLine({ device, sub, children }: { device: Device; sub?: string; children: ReactNode }) {
  const changed = useJustChanged(device.id);
  return (
    <li data-changed={changed || undefined}>
      <span className="p-two-lines">
        <Link to="/devices/$deviceId" params={{ deviceId: device.id }}>
          {device.serialNumber}
        </Link>
        <span className="p-quiet">{sub ?? [device.model, device.location?.site].filter(Boolean).join(' · ')}</span>
      </span>
      {children}
    </li>
  );
}

function Usage({ title, usage }: { title: string; usage: UsageTile }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="p-tile" aria-label={title}>
      <h2>{title}</h2>
      {usage.pagesPer30Days == null ? (
        <p className="p-quiet">{t('dashboard.noUsage')}</p>
      ) : (
        <>
          <div className="p-tile-row">
            <p>
              <span className="p-big">{format.count(usage.pagesPer30Days)}</span> <span className="p-quiet">{t('dashboard.per30Days')}</span>
            </p>
            <Sparkline months={usage.months} label={title} />
          </div>
          <p className="p-quiet">
            {t('dashboard.averageOf', { count: usage.devices })}
            {usage.leftOut > 0 && ` ${t('dashboard.leftOut', { count: usage.leftOut })}`}
          </p>
        </>
      )}
    </section>
  );
}
