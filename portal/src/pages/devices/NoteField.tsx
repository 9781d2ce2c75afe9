import { TextInput } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { changeNote, deviceQuery } from '../../api/queries';
import type { Device } from '../../api/types';
import { useCommand } from '../../api/useCommand';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { useFormat } from '../../components/useFormat';

/** One of a device's two notes. Leaving the field stores it; everybody of the account who sees the device reads it. */
export function NoteField({ device, note, withEditor, labelHidden }: { device: Pick<Device, 'id' | 'serialNumber' | 'notes'>; note: 1 | 2; withEditor?: boolean; labelHidden?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useId();
  const stored = device.notes.find((each) => each.note === note);
  const text = stored?.text ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const command = useCommand<string, unknown>({
    name: `platen.note.${device.id}.${note}`,
    send: (value, key) => changeNote(device.id, note, value, key),
    shownBy: () => [deviceQuery(device.id).queryKey],
    touches: [['devices'], ['device-timeline', device.id]],
    onDone: () => setTyped(null),
  });
  // Somebody else's edit shows at once, unless this field is being typed in.
  useEffect(() => {
    if (typed !== null && typed.trim() === text) setTyped(null);
  }, [text]); // eslint-disable-line
  const problem = command.error instanceof Problem ? command.error : null;
  const said = problem?.at('text') ?? [];
  const save = () => {
    if (typed === null) return;
    if (typed.trim() === text) setTyped(null);
    else command.send(typed.trim());
  };
  const label = t('device.note', { number: note });
  return (
    <>
      <TextInput
        label={labelHidden ? undefined : label}
        aria-label={labelHidden ? t('device.noteOf', { number: note, serial: device.serialNumber }) : undefined}
        aria-describedby={withEditor && stored ? hint : undefined}
        value={typed ?? text}
        placeholder={labelHidden ? label : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          command.forget();
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape' && typed !== null) {
            setTyped(null);
            command.forget();
          }
        }}
        error={said.length > 0 && <Messages messages={said} />}
        autoComplete="off"
        size={labelHidden ? 'xs' : undefined}
        rightSection={command.isPending ? <span className="p-quiet p-note-state">…</span> : undefined}
      />
      <span role="status" className="p-hidden">
        {command.isPending ? t('state.saving') : ''}
      </span>
      {withEditor && stored && (
        <p id={hint} className="p-quiet p-note-by">
          {t('device.noteBy', { name: stored.by?.name ?? t('timeline.byPlatform'), at: format.instant(stored.at) })}
        </p>
      )}
      {command.error && said.length === 0 && <ProblemNote command error={command.error} onRetry={save} />}
    </>
  );
}
