import { TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, isOutcomeUnknown } from '../../../api/problem';
import type { DueRead } from '../../../api/types';
import { Icon } from '../../../components/Icon';
import { Messages } from '../../../components/Messages';
import { ProblemNote } from '../../../components/ProblemNote';
import { useFormat } from '../../../components/useFormat';
import { keysOf, parseCount, type CounterKey } from '../../../lib/counters';
import { todayIn } from '../../../lib/format';
import { DeviceLink, Place } from '../../devices/DeviceLink';
import { DoubtNote } from '../DoubtNote';
import { readOf, useDraft } from '../draft';
import { useSubmitRead } from '../useSubmitRead';
import { CorridorStrip } from './CorridorStrip';

/**
 * One device of the due list. Enter goes on to the next field, and from the last field of the row it hands the read in while
 * the typing goes on below; what is wrong with it stays beside it.
 */
export function DueRow({
  due,
  readOn,
  onNext,
  onAccepted,
}: {
  due: DueRead;
  /** The day for all rows; today where empty. */
  readOn: string;
  onNext: (from: HTMLElement, step: 1 | -1) => void;
  onAccepted: (deviceId: string) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useId();
  const row = useRef<HTMLLIElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const keys = keysOf(due.counters);
  const [draft, setDraft, dropDraft] = useDraft(due.deviceId);
  const [unreadable, setUnreadable] = useState<ReadonlySet<CounterKey>>(new Set());
  const submit = useSubmitRead(due.deviceId, () => {
    dropDraft();
    onAccepted(due.deviceId);
  });
  const { doubt, error } = submit;
  const problem = error instanceof Problem ? error : null;
  const dayProblem = problem?.at('readOn') ?? [];
  // What its field says is not said twice: in a list of fifty rows the room is dear.
  const isSaidBeside = problem !== null && problem.errors.length > 0 && problem.beside(['readOn', ...keys.flatMap((key) => [key, `counters.${key}`])]).length === 0;

  // Another day is another read: what was said of the one before no longer counts.
  const { forget } = submit;
  useEffect(() => forget(), [readOn]); // eslint-disable-line

  const send = (warningToken?: string) => {
    const typed = readOf({ ...draft, readOn: readOn || undefined }, keys, todayIn(due.location?.timeZone));
    if ('read' in typed) submit.send(typed.read, warningToken);
    else setUnreadable(typed.unreadable);
  };
  const type = (key: CounterKey, value: string) => {
    setDraft({ ...draft, [key]: value });
    submit.forget();
    setUnreadable((old) => new Set([...old].filter((each) => each !== key)));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, key: CounterKey) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onNext(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (doubt) {
      question.current?.focus();
      return;
    }
    const isLast = key === keys.at(-1);
    // An untouched row is passed over: not every device has to be read today.
    if (isLast && keys.some((each) => (draft[each] ?? '').trim() !== '')) send();
    onNext(event.currentTarget, 1);
  };

  if (submit.accepted) {
    return (
      <li className="p-due">
        <span className="p-due-done" role="status">
          <Icon name="check" />
          {t('due.accepted', { serial: due.serialNumber })}
        </span>
      </li>
    );
  }

  return (
    <li ref={row} className="p-due" aria-labelledby={name} aria-busy={submit.isPending || undefined} data-wrong={problem || unreadable.size > 0 ? true : undefined}>
      <div className="p-due-device" id={name}>
        <DeviceLink device={{ id: due.deviceId, serialNumber: due.serialNumber, model: due.model }} />
        <Place device={due} />
      </div>
      <div className="p-due-day">
        <span>{t('due.dueOn', { date: format.date(due.dueOn) })}</span>
        <span className="p-quiet">
          {due.lastRead ? t('due.lastRead', { date: format.date(due.lastRead.readOn) }) : t('device.noRead')}
        </span>
        {due.previous?.resetOn && <span className="p-quiet">{t('read.reset', { date: format.date(due.previous.resetOn) })}</span>}
      </div>
      <div className="p-due-counters">
        {keys.map((key) => {
          const typed = parseCount(draft[key] ?? '');
          const last = due.previous?.counters[key];
          const corridor = due.expected?.[key];
          const messages = [...(problem?.at(`counters.${key}`) ?? []), ...(problem?.at(key) ?? [])];
          const hint = `${name}-${key}`;
          return (
            <div key={key} className="p-due-counter">
              <TextInput
                label={t(`counter.${key}`)}
                value={draft[key] ?? ''}
                onChange={(event) => type(key, event.currentTarget.value)}
                onKeyDown={(event) => onKey(event, key)}
                data-due={key}
                inputMode="numeric"
                autoComplete="off"
                enterKeyHint="next"
                disabled={submit.isPending}
                aria-describedby={corridor?.low != null ? hint : undefined}
                error={unreadable.has(key) ? t('read.notANumber') : messages.length > 0 && <Messages messages={messages} />}
                className="p-count-input"
              />
              {last != null && <span className="p-quiet p-due-last">{t('read.previousValue', { value: format.count(last) })}</span>}
              {corridor?.low != null && corridor.high != null && last != null && <CorridorStrip id={hint} last={last} corridor={{ low: corridor.low, high: corridor.high }} typed={typeof typed === 'number' ? typed : null} />}
            </div>
          );
        })}
      </div>
      {submit.isPending && (
        <span role="status" className="p-quiet p-due-said">
          {t('state.saving')}
        </span>
      )}
      {dayProblem.length > 0 && (
        <div role="alert" className="p-due-said p-due-error">
          <Messages messages={dayProblem} />
        </div>
      )}
      {error && !isSaidBeside && <div className="p-due-said">
        <ProblemNote command error={error} others={problem?.beside(['readOn', ...keys.flatMap((key) => [key, `counters.${key}`])])} />
      </div>}
      {doubt && (
        <div className="p-due-said">
          <DoubtNote
            ref={question}
            doubt={doubt}
            withCounters={keys.length > 1}
            mayBeSaved={isOutcomeUnknown(error)}
            isSaving={submit.isPending}
            onConfirm={() => send(doubt.warningToken)}
            onChange={() => {
              submit.forget();
              row.current?.querySelector('input')?.focus();
            }}
          />
        </div>
      )}
    </li>
  );
}
