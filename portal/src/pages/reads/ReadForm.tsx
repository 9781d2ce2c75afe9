import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, isOutcomeUnknown } from '../../api/problem';
import type { DeviceDetail } from '../../api/types';
import { useSession } from '../../app/session';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { Section } from '../../components/Section';
import { useFormat } from '../../components/useFormat';
import { addDays } from '../../lib/corridor';
import { COUNTERS, keysOf, parseCount, type CounterKey } from '../../lib/counters';
import { ownZone, todayIn } from '../../lib/format';
import { ReadsCurve } from '../devices/ReadsCurve';
import { Accepted } from './Accepted';
import { OfferCorrection } from './corrections/OfferCorrection';
import { DoubtNote } from './DoubtNote';
import { readOf, useDraft } from './draft';
import { useSubmitRead } from './useSubmitRead';

/**
 * A meter read for one device. The platform judges the values; here only what is no number at all is caught, so that every
 * rule has one home. What was typed is kept until it is accepted.
 */
export function ReadForm({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { can } = useSession();
  const keys = keysOf(device.counters);
  const zone = device.location?.timeZone;
  const today = todayIn(zone);
  const [draft, setDraft, dropDraft] = useDraft(device.id);
  const readOn = draft.readOn ?? today;
  const [shown, show] = useState<CounterKey>(keys[0] ?? 'total');
  const [unreadable, setUnreadable] = useState<ReadonlySet<CounterKey>>(new Set());
  const [unsendable, countUnsendable] = useState(0);
  const question = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmitRead(device.id, dropDraft);
  const { doubt, error, lastError } = submit;
  const problem = error instanceof Problem ? error : null;

  // A refusal takes the focus to where it can be mended: the first field that is wrong, what is said, or the question.
  const mend = () => (form.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? note.current ?? question.current)?.focus();
  useEffect(() => {
    if (unsendable > 0) mend();
  }, [unsendable]);
  useEffect(() => {
    if (!lastError) return;
    // The curve of the counter in question is the one worth looking at.
    const asked = COUNTERS.find((key) => isNamedBy(lastError, key));
    if (asked) show(asked);
    mend();
  }, [lastError]);

  const send = (warningToken?: string) => {
    const typed = readOf(draft, keys, today);
    if ('read' in typed) {
      submit.send(typed.read, warningToken);
    } else {
      setUnreadable(typed.unreadable);
      countUnsendable((n) => n + 1);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const type = (key: CounterKey | 'readOn' | 'reason', value: string) => {
    setDraft({ ...draft, [key]: value });
    submit.forget();
    setUnreadable((old) => new Set([...old].filter((each) => each !== key)));
  };

  if (submit.accepted) return <Accepted deviceId={device.id} answer={submit.accepted} />;

  const previous = device.previous;
  const typedValue = parseCount(draft[shown] ?? '');

  return (
    <div className="p-columns p-columns-form">
      <form ref={form} className="p-column" onSubmit={onSubmit} noValidate aria-label={t('read.title')}>
        <Section title={t('read.values')}>
          {device.lastRead ? (
            <p className="p-quiet">
              {t('read.previous')}: {format.date(device.lastRead.readOn)} · {t(`source.${device.lastRead.source}`)}
              {previous?.resetOn && ` · ${t('read.reset', { date: format.date(previous.resetOn) })}`}
            </p>
          ) : (
            <p className="p-quiet">{t('read.first')}</p>
          )}
          {keys.map((key, index) => {
            const messages = [...(problem?.at(`counters.${key}`) ?? []), ...(problem?.at(key) ?? [])];
            return (
              <TextInput
                key={key}
                label={t(`counter.${key}`)}
                description={previous?.counters[key] == null ? undefined : t('read.previousValue', { value: format.count(previous.counters[key]) })}
                value={draft[key] ?? ''}
                onChange={(event) => type(key, event.currentTarget.value)}
                onFocus={() => show(key)}
                inputMode="numeric"
                autoComplete="off"
                autoFocus={index === 0}
                error={unreadable.has(key) ? t('read.notANumber') : messages.length > 0 && <Messages messages={messages} />}
                size="md"
                className="p-count-input"
                rightSection={<span className="p-unit">{t('read.pages')}</span>}
                rightSectionWidth={64}
              />
            );
          })}
          <TextInput
            type="date"
            label={t('read.dateField')}
            description={zone && zone !== ownZone() ? t('read.dateZone', { zone }) : undefined}
            value={readOn}
            max={today}
            min={addDays(today, -30)}
            onChange={(event) => type('readOn', event.currentTarget.value)}
            error={problem && problem.at('readOn').length > 0 && <Messages messages={problem.at('readOn')} />}
            size="md"
          />
          {can('METER_PHONE') && (
            <TextInput
              label={t('phone.reason')}
              description={t('phone.reasonHint')}
              value={draft.reason ?? ''}
              maxLength={200}
              onChange={(event) => type('reason', event.currentTarget.value)}
              error={problem && problem.at('reason').length > 0 && <Messages messages={problem.at('reason')} />}
              size="md"
            />
          )}
          {error && (
            <ProblemNote ref={note} command error={error} others={problem?.beside(['readOn', 'reason', ...keys.flatMap((key) => [key, `counters.${key}`])])} />
          )}
          {problem && can('METER_CORRECT') && keys.some((key) => draft[key]) && (
            <OfferCorrection device={device} typed={{ total: draft.total, blackWhite: draft.blackWhite, colour: draft.colour }} readOn={readOn} />
          )}
          {doubt ? (
            <DoubtNote
              ref={question}
              doubt={doubt}
              withCounters={keys.length > 1}
              mayBeSaved={isOutcomeUnknown(error)}
              isSaving={submit.isPending}
              onConfirm={() => send(doubt.warningToken)}
              onChange={() => {
                submit.forget();
                form.current?.querySelector('input')?.focus();
              }}
            />
          ) : (
            <div className="p-buttons">
              <Button type="submit" size="md" disabled={submit.isPending} aria-busy={submit.isPending}>
                {t(submit.isPending ? 'state.saving' : 'read.submit')}
              </Button>
            </div>
          )}
          <span role="status" className="p-hidden">
            {submit.isPending ? t('state.saving') : ''}
          </span>
        </Section>
      </form>
      <div className="p-column">
        <ReadsCurve
          device={device}
          counter={shown}
          onCounter={show}
          typed={typeof typedValue === 'number' && readOn ? { on: readOn, value: typedValue } : undefined}
        />
      </div>
    </div>
  );
}

function isNamedBy(error: Error, counter: CounterKey): boolean {
  return error instanceof Problem && [...error.warnings, ...error.errors].some(({ field }) => field.replace('counters.', '') === counter);
}
