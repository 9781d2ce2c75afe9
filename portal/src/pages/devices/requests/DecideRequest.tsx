import { useTranslation } from 'react-i18next';
import { decideDeviceRequest } from '../../../api/queries';
import type { DeviceRequest } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { ReasonDialog } from '../../../components/ReasonDialog';

export function DecideRequest({ request, decision, onClose }: { request: DeviceRequest; decision: 'approval' | 'rejection'; onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand<string, unknown>({
    name: `platen.device-request.${request.number}.${decision}`,
    send: (reason, key) => decideDeviceRequest(request.number, decision, reason, key),
    touches: [['device-requests'], ['devices']],
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t(`request.${decision}Of`, { number: request.number })}
      submit={t(decision === 'approval' ? 'correction.approve' : 'correction.reject')}
      text={t(`request.${decision}Hint`, { serial: request.serialNumber, account: request.accountName })}
      hint={t('resolution.hint')}
      optional={decision === 'approval'}
      command={command}
      onClose={onClose}
    />
  );
}
