import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { deviceQuery, removeDevice } from '../../../api/queries';
import type { DeviceDetail } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';

/** The customer no longer holds the machine. */
export function RemoveFromAccount({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('removal.title')}
      </Button>
      {opened && <Form device={device} onClose={dialog.close} />}
    </>
  );
}

function Form({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const command = useCommand<string, unknown>({
    name: `platen.removal.${device.id}`,
    send: (text, key) => removeDevice(device.id, text, key),
    shownBy: () => [deviceQuery(device.id).queryKey],
    touches: [['devices'], ['device-timeline', device.id], ['customer']],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('removal.of', { serial: device.serialNumber })}
      submit={t('removal.yes')}
      command={command}
      fields={['reason']}
      onSubmit={() => {
        setEmpty(reason.trim() === '');
        if (reason.trim() !== '') command.send(reason.trim());
      }}
    >
      <p>{t('removal.text', { account: device.account?.name ?? '' })}</p>
      <Textarea
        label={t('correction.reason')}
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
