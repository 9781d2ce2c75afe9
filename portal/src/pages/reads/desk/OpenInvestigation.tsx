import { TextInput, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { openInvestigation } from '../../../api/queries';
import type { DeviceDetail, OpenInvestigation as Body } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { CounterFields, counterPaths, typedCounters, type TypedCounters } from '../../../components/CounterFields';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { keysOf, type CounterKey } from '../../../lib/counters';
import { todayIn } from '../../../lib/format';

/** The customer kept the rules and was refused all the same: somebody has to look into it. */
export function OpenInvestigation({ device, onClose }: { device: DeviceDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keys = keysOf(device.counters);
  const [readOn, setReadOn] = useState(todayIn(device.location?.timeZone));
  const [typed, setTyped] = useState<TypedCounters>({});
  const [unreadable, setUnreadable] = useState<readonly CounterKey[]>([]);
  const [comment, setComment] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const command = useCommand<Body, { number: string }>({
    name: `platen.investigation.${device.id}`,
    send: (body, key) => openInvestigation(device.id, body, key),
    touches: [['investigations'], ['device-timeline', device.id]],
    onDone: () => void navigate({ to: '/reads/investigations' }),
  });
  const problem = command.error instanceof Problem ? command.error : null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('investigation.open')}
      submit={t('investigation.open')}
      command={command}
      fields={['readOn', 'comment', ...counterPaths(keys)]}
      onSubmit={() => {
        const read = typedCounters(typed, keys);
        setEmpty(comment.trim() === '');
        if ('unreadable' in read) setUnreadable(read.unreadable);
        else if (comment.trim() !== '') {
          const claimed = Object.keys(read.counters).length > 0;
          command.send({ comment: comment.trim(), ...(claimed ? { counters: read.counters, readOn } : {}) });
        }
      }}
    >
      <p>{t('investigation.openHint')}</p>
      <TextInput type="date" label={t('read.dateField')} value={readOn} onChange={(event) => setReadOn(event.currentTarget.value)} error={problem && problem.at('readOn').length > 0 && <Messages messages={problem.at('readOn')} />} />
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
        previous={device.previous?.counters}
      />
      <Textarea
        label={t('correction.comment')}
        value={comment}
        onChange={(event) => {
          setComment(event.currentTarget.value);
          setEmpty(false);
          command.forget();
        }}
        error={isEmpty ? t('correction.commentEmpty') : problem && problem.at('comment').length > 0 && <Messages messages={problem.at('comment')} />}
        autosize
        minRows={2}
      />
    </FormDialog>
  );
}
