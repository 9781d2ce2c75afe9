import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { giveBackDevice } from '../../../api/queries';
import type { Device } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { useSession } from '../../../app/session';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { MoreItem, MoreMenu } from '../../../components/MoreMenu';

type Action = Device['actions'][number];

/** What can be done with a device now; what cannot says why. */
export function DeviceActions({ device }: { device: Device }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [opened, dialog] = useDisclosure(false);
  const more = useRef<HTMLButtonElement>(null);
  const actionOf = (name: Action['action']) => device.actions.find(({ action }) => action === name);
  const named = (name: Action['action']) => t(`deviceAction.${name}Of`, { serial: device.serialNumber });
  const whyNot = (action: Action) => (action.allowed ? undefined : t(`deviceReason.${action.reason}`, { defaultValue: action.reason ?? '' }));
  const supplies = actionOf('ORDER_SUPPLIES');
  const remove = actionOf('REMOVE');
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
      <MoreMenu size="xs" label={t('deviceAction.moreOf', { serial: device.serialNumber })} ref={more}>
        {supplies && can('ORDER_VIEW') && (
          <MoreItem why={whyNot(supplies)} renderRoot={(root) => <Link to="/orders" search={{ q: device.serialNumber, state: 'all' }} {...root} />}>
            {t('deviceAction.seeSupplies')}
          </MoreItem>
        )}
        {remove && (
          <MoreItem why={whyNot(remove)} disabled={!remove.allowed} onClick={dialog.open}>
            {t('deviceAction.REMOVE')}
          </MoreItem>
        )}
      </MoreMenu>
      <Remove
        device={device}
        opened={opened}
        onClose={() => {
          dialog.close();
          // The item that opened the dialog went with its menu.
          setTimeout(() => more.current?.focus());
        }}
      />
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
