import { Checkbox, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { closeInvestigation, deviceQuery } from '../../../api/queries';
import type { CloseInvestigation as Body, Investigation } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { CounterFields, counterPaths, typedCounters, type TypedCounters } from '../../../components/CounterFields';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { keysOf, type CounterKey } from '../../../lib/counters';
import { todayIn } from '../../../lib/format';

/** It ends with an explanation, and with a read where one is to be stored. */
export function CloseInvestigation({ investigation, onClose }: { investigation: Investigation; onClose: () => void }) {
  const { t } = useTranslation();
  const device = useQuery(deviceQuery(investigation.deviceId));
  const keys = keysOf(device.data?.counters ?? []);
  const [explanation, setExplanation] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [withRead, setWithRead] = useState(false);
  const [readOn, setReadOn] = useState(investigation.readOn ?? todayIn(device.data?.location?.timeZone));
  const [typed, setTyped] = useState<TypedCounters>(
    Object.fromEntries(Object.entries(investigation.counters ?? {}).map(([key, value]) => [key, String(value)])) as TypedCounters,
  );
  const [unreadable, setUnreadable] = useState<readonly CounterKey[]>([]);
  const command = useCommand<Body, unknown>({
    name: `platen.investigation.${investigation.number}`,
    send: (body, key) => closeInvestigation(investigation.number, body, key),
    shownBy: () => [],
    touches: [['investigations'], ['device', investigation.deviceId], ['reads', investigation.deviceId]],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  const submit = () => {
    setEmpty(explanation.trim() === '');
    const read = typedCounters(typed, keys);
    if (withRead && 'unreadable' in read) {
      setUnreadable(read.unreadable);
      return;
    }
    if (explanation.trim() === '') return;
    command.send({
      explanation: explanation.trim(),
      ...(withRead && 'counters' in read ? { read: { counters: read.counters, readOn, reason: explanation.trim() } } : {}),
    });
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('investigation.closeOf', { number: investigation.number })}
      submit={t('investigation.close')}
      command={command}
      fields={['explanation', 'readOn', 'read.readOn', ...counterPaths(keys), ...counterPaths(keys, 'read.counters')]}
      onSubmit={submit}
    >
      <Textarea
        label={t('investigation.explanation')}
        description={t('resolution.hint')}
        value={explanation}
        onChange={(event) => {
          setExplanation(event.currentTarget.value);
          setEmpty(false);
          command.forget();
        }}
        error={isEmpty ? t('investigation.explanationEmpty') : problem && problem.at('explanation').length > 0 && <Messages messages={problem.at('explanation')} />}
        autosize
        minRows={2}
        data-autofocus
      />
      <Checkbox label={t('investigation.withRead')} checked={withRead} onChange={(event) => setWithRead(event.currentTarget.checked)} />
      {withRead && (
        <>
          <TextInput
            type="date"
            label={t('read.dateField')}
            value={readOn}
            onChange={(event) => {
              setReadOn(event.currentTarget.value);
              command.forget();
            }}
            error={problem && [...problem.at('readOn'), ...problem.at('read.readOn')].length > 0 && <Messages messages={[...problem.at('readOn'), ...problem.at('read.readOn')]} />}
          />
          <CounterFields
            keys={keys}
            typed={typed}
            onType={(next) => {
              setTyped(next);
              setUnreadable([]);
              command.forget();
            }}
            unreadable={unreadable}
            error={command.error}
            path="read.counters"
            previous={device.data?.previous?.counters}
          />
        </>
      )}
    </FormDialog>
  );
}
