import { Button, Textarea, type ButtonProps } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { resolve } from '../../api/queries';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { Section } from '../../components/Section';
import { useTicketCommand } from './useTicketCommand';

/** Says what was done; the customer reads it. */
export function ResolutionForm({ reference, label, button, size }: { reference: string; label: string; button: string; size?: ButtonProps['size'] }) {
  const { t } = useTranslation();
  const [text, setText, dropText] = useSessionStorage({ key: `platen.resolution.${reference}`, defaultValue: '', getInitialValueInEffect: false });
  const [isEmpty, setEmpty] = useState(false);
  const command = useTicketCommand<string>(reference, 'resolution', (resolution, key) => resolve(reference, resolution, key), dropText);
  const problem = command.error instanceof Problem ? command.error : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() !== '') command.send(text.trim());
  };
  return (
    <form onSubmit={onSubmit} noValidate aria-label={label}>
      <Section title={label}>
        <Textarea
          label={t('resolution.whatWasDone')}
          description={t('resolution.hint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setEmpty(false);
            command.forget();
          }}
          error={isEmpty ? t('resolution.empty') : problem && problem.at('resolution').length > 0 && <Messages messages={problem.at('resolution')} />}
          autosize
          minRows={3}
          size={size === 'xl' ? 'md' : undefined}
        />
        {command.error && <ProblemNote command error={command.error} others={problem?.beside(['resolution'])} />}
        <div className="p-buttons">
          <Button type="submit" size={size} variant={size ? 'filled' : 'default'} fullWidth={size === 'xl'} disabled={command.isPending} aria-busy={command.isPending}>
            {t(command.isPending ? 'state.saving' : button)}
          </Button>
        </div>
      </Section>
    </form>
  );
}
