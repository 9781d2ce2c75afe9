import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { close } from '../../api/queries';
import { ConfirmDialog } from '../../components/ConfirmDialog';
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
      <ConfirmDialog
        opened={opened}
        title={t('closing.title', { reference })}
        text={t('closing.text')}
        yes={t('closing.yes')}
        no={t('closing.no')}
        command={command}
        onYes={() => command.send({})}
        onClose={dialog.close}
      />
    </>
  );
}
