import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { ProblemNote } from './ProblemNote';

interface Command {
  readonly error: Error | null;
  readonly isPending: boolean;
}

/** A few fields and one button that sends them. What no field shows of a refusal is said above the button. */
export function FormDialog({
  opened,
  onClose,
  title,
  submit,
  command,
  fields,
  onSubmit,
  children,
}: {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the button does. */
  submit: string;
  command: Command;
  /** The fields that show their own messages. */
  fields: readonly string[];
  onSubmit: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const problem = command.error instanceof Problem ? command.error : null;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      <form
        className="p-dialog"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {command.error && <ProblemNote command error={command.error} others={problem?.beside(fields)} />}
        <div className="p-buttons">
          <Button type="submit" disabled={command.isPending} aria-busy={command.isPending}>
            {command.isPending ? t('state.saving') : submit}
          </Button>
          <Button type="button" variant="default" onClick={onClose} disabled={command.isPending}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
