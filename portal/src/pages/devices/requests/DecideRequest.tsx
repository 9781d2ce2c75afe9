import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { decideDeviceRequest } from '../../../api/queries';
import type { DeviceRequest } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';

export function DecideRequest({ request, decision, onClose }: { request: DeviceRequest; decision: 'approval' | 'rejection'; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const needsReason = decision === 'rejection';
  const command = useCommand<string, unknown>({
    name: `platen.device-request.${request.number}.${decision}`,
    send: (text, key) => decideDeviceRequest(request.number, decision, text, key),
    touches: [['device-requests'], ['devices']],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`request.${decision}Of`, { number: request.number })}
      submit={t(decision === 'approval' ? 'correction.approve' : 'correction.reject')}
      command={command}
      fields={['reason']}
      onSubmit={() => {
        const missing = needsReason && reason.trim() === '';
        setEmpty(missing);
        if (!missing) command.send(reason.trim());
      }}
    >
      <p>{t(`request.${decision}Hint`, { serial: request.serialNumber, account: request.accountName })}</p>
      <Textarea
        label={t(needsReason ? 'correction.reason' : 'request.reasonOptional')}
        description={t('resolution.hint')}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setEmpty(false);
          command.forget();
        }}
        error={isEmpty ? t('correction.reasonEmpty') : problem && problem.at('reason').length > 0 && <Messages messages={problem.at('reason')} />}
        autosize
        minRows={2}
        data-autofocus
      />
    </FormDialog>
  );
}
