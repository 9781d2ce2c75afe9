import { Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { FormDialog } from './FormDialog';
import { Messages } from './Messages';

/** A decision that is final, with the reason for it. */
export function ReasonDialog({
  title,
  submit,
  text,
  hint,
  optional,
  command,
  onClose,
}: {
  title: string;
  submit: string;
  /** What it leads to. */
  text: string;
  /** Who reads the reason. */
  hint?: ReactNode;
  optional?: boolean;
  command: { readonly error: Error | null; readonly isPending: boolean; readonly send: (reason: string) => void; readonly forget: () => void };
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const said = command.error instanceof Problem ? command.error.at('reason') : [];
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={title}
      submit={submit}
      command={command}
      fields={['reason']}
      onSubmit={() => {
        const missing = !optional && reason.trim() === '';
        setMissing(missing);
        if (!missing) command.send(reason.trim());
      }}
    >
      <p>{text}</p>
      <Textarea
        label={t(optional ? 'request.reasonOptional' : 'correction.reason')}
        description={hint}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
          command.forget();
        }}
        error={isMissing ? t('correction.reasonEmpty') : said.length > 0 && <Messages messages={said} />}
        autosize
        minRows={2}
        data-autofocus
      />
    </FormDialog>
  );
}
