import { useTranslation } from 'react-i18next';
import { deviceQuery, removeDevice } from '../../../api/queries';
import type { DeviceDetail } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { ReasonDialog } from '../../../components/ReasonDialog';

/** The customer no longer holds the machine. */
export function RemoveFromAccount({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand<string, unknown>({
    name: `platen.removal.${device.id}`,
    send: (reason, key) => removeDevice(device.id, reason, key),
    shownBy: () => [deviceQuery(device.id).queryKey],
    touches: [['devices'], ['device-timeline', device.id], ['customer']],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('removal.of', { serial: device.serialNumber })}
      submit={t('removal.yes')}
      text={t('removal.text', { account: device.account?.name ?? '' })}
      command={command}
      onClose={onClose}
    />
  );
}
