import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { giveBackDevice } from '../../../api/queries';
import type { Device } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { ConfirmDialog } from '../../../components/ConfirmDialog';

type Action = Device['actions'][number];

/** What can be done with a device now; what cannot says why. */
export function DeviceActions({ device }: { device: Device }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const actionOf = (name: Action['action']) => device.actions.find(({ action }) => action === name);
  const named = (name: Action['action']) => t(`deviceAction.${name}Of`, { serial: device.serialNumber });
  return (
    <span className="p-actions">
      <Offered action={actionOf('ENTER_READ')} label={named('ENTER_READ')}>
        {(props) => (
          <Button size="xs" variant="default" {...props} renderRoot={(root) => <Link to="/reads/$deviceId" params={{ deviceId: device.id }} {...root} />}>
            {t('deviceAction.ENTER_READ')}
          </Button>
        )}
      </Offered>
      <Offered action={actionOf('REQUEST_SERVICE')} label={named('REQUEST_SERVICE')}>
        {(props) => (
          <Button size="xs" variant="default" {...props} renderRoot={(root) => <Link to="/tickets/new" search={{ device: device.id }} {...root} />}>
            {t('deviceAction.REQUEST_SERVICE')}
          </Button>
        )}
      </Offered>
      <Offered action={actionOf('ORDER_SUPPLIES')} label={named('ORDER_SUPPLIES')}>
        {(props) => (
          <Button size="xs" variant="default" {...props} renderRoot={(root) => <Link to="/orders" {...root} />}>
            {t('deviceAction.ORDER_SUPPLIES')}
          </Button>
        )}
      </Offered>
      <Offered action={actionOf('REMOVE')} label={named('REMOVE')}>
        {(props) => (
          <Button size="xs" variant="default" {...props} onClick={dialog.open}>
            {t('deviceAction.REMOVE')}
          </Button>
        )}
      </Offered>
      <Remove device={device} opened={opened} onClose={dialog.close} />
    </span>
  );
}

/** A disabled button says nothing to a keyboard: it stays in reach and tells its reason. */
function Offered({ action, label, children }: { action: Action | undefined; label: string; children: (props: { 'aria-label': string }) => ReactNode }) {
  const { t } = useTranslation();
  const reason = useId();
  if (!action) return null;
  if (action.allowed) return children({ 'aria-label': label });
  const why = t(`deviceReason.${action.reason}`, { defaultValue: action.reason ?? '' });
  return (
    <span>
      <Button size="xs" variant="default" data-disabled aria-disabled="true" aria-label={label} aria-describedby={reason} title={why} onClick={(event) => event.preventDefault()}>
        {t(`deviceAction.${action.action}`)}
      </Button>
      <span id={reason} className="p-hidden">
        {why}
      </span>
    </span>
  );
}

function Remove({ device, opened, onClose }: { device: Device; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand<string, unknown>({
    name: `platen.give-back.${device.id}`,
    send: (id, key) => giveBackDevice(id, key),
    touches: [['devices'], ['device', device.id], ['dashboard'], ['due']],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={t('deviceAction.removeTitle', { serial: device.serialNumber })}
      text={t('deviceAction.removeText')}
      yes={t('deviceAction.removeYes')}
      command={command}
      onYes={() => command.send(device.id)}
      onClose={onClose}
    />
  );
}
