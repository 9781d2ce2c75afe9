import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './ProblemNote';

/** What cannot be undone is asked twice. */
export function ConfirmDialog({
  opened,
  title,
  text,
  yes,
  no,
  command,
  onYes,
  onClose,
}: {
  opened: boolean;
  title: string;
  text: string;
  yes: string;
  no?: string;
  command: { readonly error: Error | null; readonly isPending: boolean };
  onYes: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }} attributes={{ header: { role: 'none' } }}>
      <p>{text}</p>
      {command.error && <ProblemNote command error={command.error} />}
      <div className="p-buttons">
        <Button onClick={onYes} disabled={command.isPending} aria-busy={command.isPending}>
          {command.isPending ? t('state.saving') : yes}
        </Button>
        <Button variant="default" onClick={onClose} disabled={command.isPending}>
          {no ?? t('action.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
