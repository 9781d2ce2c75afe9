import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { close } from '../../api/queries';
import { ProblemNote } from '../../components/ProblemNote';
import { useTicketCommand } from './useTicketCommand';

/** Closing cannot be undone, so it is asked twice. */
export function CloseTicket({ reference }: { reference: string }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  const command = useTicketCommand<Record<string, never>>(reference, 'closure', (_, key) => close(reference, key), dialog.close);
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        {t('closing.close')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={t('closing.title', { reference })}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        attributes={{ header: { role: 'none' } }}
      >
        <p>{t('closing.text')}</p>
        {command.error && <ProblemNote command error={command.error} />}
        <div className="p-buttons">
          <Button onClick={() => command.send({})} disabled={command.isPending} aria-busy={command.isPending}>
            {t(command.isPending ? 'state.saving' : 'closing.yes')}
          </Button>
          <Button variant="default" onClick={dialog.close} disabled={command.isPending}>
            {t('closing.no')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
