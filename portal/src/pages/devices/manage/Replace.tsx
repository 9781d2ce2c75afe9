import { TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { deviceQuery, replaceDevice } from '../../../api/queries';
import type { DeviceDetail, ReplaceDevice } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { CounterFields, counterPaths, typedCounters, type TypedCounters } from '../../../components/CounterFields';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { keysOf, type CounterKey } from '../../../lib/counters';
import { todayIn } from '../../../lib/format';
import { DevicePicker } from '../../tickets/DevicePicker';

/** Another machine takes over; the billing meter goes on from what both show on that day. */
export function Replace({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [newDeviceId, setNewDeviceId] = useState('');
  const successor = useQuery({ ...deviceQuery(newDeviceId), enabled: newDeviceId !== '' });
  const oldKeys = keysOf(device.counters);
  const newKeys = keysOf(successor.data?.counters ?? []);
  const [replacedOn, setReplacedOn] = useState(todayIn(device.location?.timeZone));
  const [final, setFinal] = useState<TypedCounters>({});
  const [first, setFirst] = useState<TypedCounters>({});
  const [unreadable, setUnreadable] = useState<{ final: readonly CounterKey[]; first: readonly CounterKey[] }>({ final: [], first: [] });
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const command = useCommand<ReplaceDevice, unknown>({
    name: `platen.replacement.${device.id}`,
    send: (body, key) => replaceDevice(device.id, body, key),
    shownBy: () => [deviceQuery(device.id).queryKey],
    touches: [['devices'], ['device'], ['device-timeline', device.id], ['reads', device.id]],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  const submit = () => {
    const old = typedCounters(final, oldKeys);
    const now = typedCounters(first, newKeys);
    setMissing(newDeviceId === '' || reason.trim() === '');
    setUnreadable({ final: 'unreadable' in old ? old.unreadable : [], first: 'unreadable' in now ? now.unreadable : [] });
    if (newDeviceId === '' || reason.trim() === '' || !('counters' in old) || !('counters' in now)) return;
    command.send({ newDeviceId, replacedOn, finalCounters: old.counters, firstCounters: now.counters, reason: reason.trim() });
  };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('replacement.of', { serial: device.serialNumber })}
      submit={t('replacement.save')}
      command={command}
      fields={['newDeviceId', 'replacedOn', 'reason', ...counterPaths(oldKeys, 'finalCounters'), ...counterPaths(newKeys, 'firstCounters')]}
      onSubmit={submit}
    >
      <p>{t('replacement.text')}</p>
      <DevicePicker
        value={newDeviceId}
        onChange={(id) => {
          setNewDeviceId(id);
          command.forget();
        }}
        accountId={undefined}
        optional={false}
        error={missing && newDeviceId === '' ? t('replacement.chooseDevice') : problem && problem.at('newDeviceId').length > 0 && <Messages messages={problem.at('newDeviceId')} />}
      />
      <TextInput
        type="date"
        label={t('reset.on')}
        value={replacedOn}
        onChange={(event) => {
          setReplacedOn(event.currentTarget.value);
          command.forget();
        }}
        error={problem && problem.at('replacedOn').length > 0 && <Messages messages={problem.at('replacedOn')} />}
      />
      <CounterFields
        keys={oldKeys}
        typed={final}
        onType={(typed) => {
          setFinal(typed);
          command.forget();
        }}
        unreadable={unreadable.final}
        error={command.error}
        path="finalCounters"
        previous={device.previous?.counters}
        label={(counter) => t('replacement.final', { counter })}
      />
      <CounterFields
        keys={newKeys}
        typed={first}
        onType={(typed) => {
          setFirst(typed);
          command.forget();
        }}
        unreadable={unreadable.first}
        error={command.error}
        path="firstCounters"
        label={(counter) => t('replacement.first', { counter })}
      />
      <Textarea
        label={t('correction.reason')}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
          command.forget();
        }}
        error={missing && reason.trim() === '' ? t('correction.reasonEmpty') : problem && problem.at('reason').length > 0 && <Messages messages={problem.at('reason')} />}
        autosize
        minRows={2}
      />
    </FormDialog>
  );
}
