import { Button, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { deviceQuery, moveDevice } from '../../../api/queries';
import type { DeviceDetail, Placement } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { ownZone, todayIn } from '../../../lib/format';

const FIELDS = ['site', 'street', 'postalCode', 'city', 'country', 'room', 'timeZone', 'effectiveOn'] as const;
const NEEDED = ['site', 'street', 'postalCode', 'city', 'country'] as const;

/** Where a device stands from a day on. */
export function Relocate({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t('relocate.change')}
      </Button>
      {opened && <Form device={device} onClose={dialog.close} />}
    </>
  );
}

function Form({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const place = device.location;
  const zone = place?.timeZone ?? ownZone();
  const [typed, setTyped] = useState<Record<(typeof FIELDS)[number], string>>({
    site: place?.site ?? '',
    street: place?.street ?? '',
    postalCode: place?.postalCode ?? '',
    city: place?.city ?? '',
    country: place?.country ?? '',
    room: place?.room ?? '',
    timeZone: zone,
    effectiveOn: todayIn(zone),
  });
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const command = useCommand<Placement, unknown>({
    name: `platen.relocate.${device.id}`,
    send: (body, key) => moveDevice(device.id, body, key),
    shownBy: () => [deviceQuery(device.id).queryKey],
    touches: [['devices'], ['device-timeline', device.id]],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  const type = (field: (typeof FIELDS)[number], value: string) => {
    setTyped((old) => ({ ...old, [field]: value }));
    setMissing((old) => new Set([...old].filter((each) => each !== field)));
    command.forget();
  };
  const errorOf = (field: (typeof FIELDS)[number]) => {
    if (missing.has(field)) return t('relocate.missing');
    const said = problem?.at(field) ?? [];
    return said.length > 0 && <Messages messages={said} />;
  };
  const submit = () => {
    const empty = NEEDED.filter((field) => typed[field].trim() === '');
    setMissing(new Set(empty));
    if (empty.length > 0) return;
    command.send({
      site: typed.site.trim(),
      street: typed.street.trim(),
      postalCode: typed.postalCode.trim(),
      city: typed.city.trim(),
      country: typed.country.trim().toUpperCase(),
      room: typed.room.trim() || undefined,
      timeZone: typed.timeZone,
      effectiveOn: typed.effectiveOn || undefined,
    });
  };
  return (
    <FormDialog opened onClose={onClose} title={t('relocate.title', { serial: device.serialNumber })} submit={t('relocate.save')} command={command} fields={FIELDS} onSubmit={submit}>
      {device.monitoring && device.monitoring.status !== 'NOT_MONITORED' && <p>{t('relocate.monitored')}</p>}
      <TextInput label={t('relocate.site')} value={typed.site} onChange={(event) => type('site', event.currentTarget.value)} error={errorOf('site')} data-autofocus />
      <TextInput label={t('relocate.room')} value={typed.room} onChange={(event) => type('room', event.currentTarget.value)} error={errorOf('room')} />
      <TextInput label={t('relocate.street')} value={typed.street} onChange={(event) => type('street', event.currentTarget.value)} error={errorOf('street')} autoComplete="off" />
      <div className="p-pair">
        <TextInput label={t('relocate.postalCode')} value={typed.postalCode} onChange={(event) => type('postalCode', event.currentTarget.value)} error={errorOf('postalCode')} autoComplete="off" />
        <TextInput label={t('relocate.city')} value={typed.city} onChange={(event) => type('city', event.currentTarget.value)} error={errorOf('city')} autoComplete="off" />
      </div>
      <TextInput label={t('relocate.country')} description={t('relocate.countryHint')} value={typed.country} maxLength={2} onChange={(event) => type('country', event.currentTarget.value)} error={errorOf('country')} autoComplete="off" />
      <Select
        label={t('relocate.timeZone')}
        searchable
        comboboxProps={{ withinPortal: false }}
        value={typed.timeZone}
        onChange={(value) => value && type('timeZone', value)}
        data={[...new Set([typed.timeZone, ...Intl.supportedValuesOf('timeZone')])]}
        limit={60}
        error={errorOf('timeZone')}
      />
      <TextInput type="date" label={t('relocate.from')} value={typed.effectiveOn} onChange={(event) => type('effectiveOn', event.currentTarget.value)} error={errorOf('effectiveOn')} />
    </FormDialog>
  );
}
