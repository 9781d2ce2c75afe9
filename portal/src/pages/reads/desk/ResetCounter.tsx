import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { deviceQuery, readsQuery, resetCounter } from '../../../api/queries';
import type { DeviceDetail, ResetCounter as Body } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { CounterFields, counterPaths, typedCounters, type TypedCounters } from '../../../components/CounterFields';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { keysOf, type CounterKey } from '../../../lib/counters';
import { todayIn } from '../../../lib/format';

/** A counter was replaced or set back: the old final value and the new first one keep the billing meter going. */
export function ResetCounter({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const keys = keysOf(device.counters);
  const [resetOn, setResetOn] = useState(todayIn(device.location?.timeZone));
  const [before, setBefore] = useState<TypedCounters>({});
  const [after, setAfter] = useState<TypedCounters>({});
  const [unreadable, setUnreadable] = useState<{ before: readonly CounterKey[]; after: readonly CounterKey[] }>({ before: [], after: [] });
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const command = useCommand<Body, unknown>({
    name: `platen.reset.${device.id}`,
    send: (body, key) => resetCounter(device.id, body, key),
    shownBy: () => [deviceQuery(device.id).queryKey, readsQuery(device.id).queryKey],
    touches: [['device-timeline', device.id], ['devices']],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  const submit = () => {
    const old = typedCounters(before, keys);
    const now = typedCounters(after, keys);
    setEmpty(reason.trim() === '');
    setUnreadable({ before: 'unreadable' in old ? old.unreadable : [], after: 'unreadable' in now ? now.unreadable : [] });
    if ('counters' in old && 'counters' in now && reason.trim() !== '') {
      command.send({ resetOn, oldCounters: old.counters, newCounters: now.counters, reason: reason.trim() });
    }
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('reset.title')}
      submit={t('reset.save')}
      command={command}
      fields={['resetOn', 'reason', ...counterPaths(keys, 'oldCounters'), ...counterPaths(keys, 'newCounters')]}
      onSubmit={submit}
    >
      <p>{t('reset.hint')}</p>
      <TextInput
        type="date"
        label={t('reset.on')}
        value={resetOn}
        onChange={(event) => {
          setResetOn(event.currentTarget.value);
          command.forget();
        }}
        error={problem && problem.at('resetOn').length > 0 && <Messages messages={problem.at('resetOn')} />}
      />
      <CounterFields
        keys={keys}
        typed={before}
        onType={(typed) => {
          setBefore(typed);
          command.forget();
        }}
        unreadable={unreadable.before}
        error={command.error}
        path="oldCounters"
        previous={device.previous?.counters}
        label={(counter) => t('reset.old', { counter })}
      />
      <CounterFields
        keys={keys}
        typed={after}
        onType={(typed) => {
          setAfter(typed);
          command.forget();
        }}
        unreadable={unreadable.after}
        error={command.error}
        path="newCounters"
        label={(counter) => t('reset.new', { counter })}
      />
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
      />
    </FormDialog>
  );
}
