import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandKey } from '../../api/commandKey';
import { Problem, type FieldMessage } from '../../api/problem';
import { deviceQuery, readsQuery, submitRead } from '../../api/queries';
import type { DeviceDetail, ReadAccepted, SubmitRead } from '../../api/types';
import { CounterList } from '../../components/CounterList';
import { Icon } from '../../components/Icon';
import { ProblemNote } from '../../components/ProblemNote';
import { ReadsPlot } from '../../components/ReadsPlot';
import { Section } from '../../components/Section';
import { useFormat } from '../../components/useFormat';
import { addDays } from '../../lib/corridor';
import { keysOf, parseCount, type CounterKey } from '../../lib/counters';
import { ownZone, todayIn } from '../../lib/format';

/** The read is stored when the answer comes; a view that lags longer than this does not keep the person waiting. */
const VIEW_MILLIS = 4_000;

type Draft = Partial<Record<CounterKey, string>>;

/**
 * A meter read for one device. The platform judges the values; here only what is no number at all is caught, so that every
 * rule has one home. What was typed is kept until it is accepted.
 */
export function ReadForm({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const keys = keysOf(device.counters);
  const zone = device.location?.timeZone;
  const today = todayIn(zone);
  const [draft, setDraft, dropDraft] = useSessionStorage<Draft>({ key: `platen.read.${device.id}`, defaultValue: {}, getInitialValueInEffect: false });
  const [readOn, setReadOn] = useState(today);
  const [shown, show] = useState<CounterKey>(keys[0] ?? 'total');
  const [unreadable, setUnreadable] = useState<ReadonlySet<CounterKey>>(new Set());
  const commandKey = useRef(new CommandKey());
  const warningRef = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const reads = useQuery(readsQuery(device.id));

  const submit = useMutation<ReadAccepted, Error, SubmitRead>({
    mutationFn: async (body) => {
      const attempt = commandKey.current;
      try {
        const accepted = await submitRead(device.id, body, attempt.of(body));
        attempt.settled();
        // "Saving" ends when the view shows it: these queries carry the consistency token of the answer.
        await Promise.race([
          Promise.allSettled([
            client.fetchQuery({ ...deviceQuery(device.id), staleTime: 0 }),
            client.fetchQuery({ ...readsQuery(device.id), staleTime: 0 }),
          ]),
          new Promise((resolve) => setTimeout(resolve, VIEW_MILLIS)),
        ]);
        return accepted;
      } catch (error) {
        attempt.settled(error);
        throw error;
      }
    },
    onSuccess: () => {
      dropDraft();
      void client.invalidateQueries({ queryKey: ['devices'] });
      void client.invalidateQueries({ queryKey: ['dashboard'] });
      void client.invalidateQueries({ queryKey: ['device-timeline', device.id] });
    },
  });

  const problem = submit.error instanceof Problem ? submit.error : null;
  const doubtful = problem !== null && problem.warnings.length > 0 && problem.warningToken !== undefined;

  useEffect(() => {
    if (!problem) return;
    // The curve of the counter in question is the one worth looking at.
    const named = [...problem.warnings, ...problem.errors].map(({ field }) => field.replace('counters.', ''));
    const asked = named.find((name): name is CounterKey => name === 'total' || name === 'blackWhite' || name === 'colour');
    if (asked) show(asked);
    if (doubtful) warningRef.current?.focus();
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [doubtful, problem]);

  const bodyOf = (warningToken?: string): SubmitRead | null => {
    const counters: SubmitRead['counters'] = {};
    const bad = new Set<CounterKey>();
    for (const key of keys) {
      const value = parseCount(draft[key] ?? '');
      if (value === 'not a number') bad.add(key);
      else if (value !== null) counters[key] = value;
    }
    setUnreadable(bad);
    if (bad.size > 0) return null;
    return { readOn, counters, ...(warningToken ? { warningToken } : {}) };
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf();
    if (body) submit.mutate(body);
  };
  const confirm = () => {
    const body = bodyOf(problem?.warningToken);
    if (body) submit.mutate(body);
  };
  const type = (key: CounterKey, value: string) => {
    setDraft({ ...draft, [key]: value });
    // The refusal was about other values than the ones now in the form.
    if (!submit.isPending && submit.error) submit.reset();
    setUnreadable((old) => new Set([...old].filter((each) => each !== key)));
  };

  if (submit.data) return <Accepted device={device} answer={submit.data} />;

  const previous = device.lastRead;
  const typedValue = parseCount(draft[shown] ?? '');
  const items = (reads.data?.items ?? []).filter((read) => !read.superseded);

  return (
    <div className="p-columns p-columns-form">
      <form ref={form} className="p-column" onSubmit={send} noValidate aria-label={t('read.title')}>
        <Section title={t('read.values')}>
          {previous ? (
            <p className="p-quiet">
              {t('read.previous')}: {format.date(previous.readOn)} · {t(`source.${previous.source}`)}
            </p>
          ) : (
            <p className="p-quiet">{t('read.first')}</p>
          )}
          {keys.map((key, index) => {
            const messages = [...(problem?.at(`counters.${key}`) ?? []), ...(problem?.at(key) ?? [])];
            const error = unreadable.has(key) ? t('read.notANumber') : messages.length > 0 ? <Messages messages={messages} /> : undefined;
            return (
              <TextInput
                key={key}
                label={t(`counter.${key}`)}
                description={previous?.counters[key] == null ? undefined : t('read.previousValue', { value: format.count(previous.counters[key] ?? 0) })}
                value={draft[key] ?? ''}
                onChange={(event) => type(key, event.currentTarget.value)}
                onFocus={() => show(key)}
                inputMode="numeric"
                autoComplete="off"
                autoFocus={index === 0}
                error={error}
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
            onChange={(event) => {
              setReadOn(event.currentTarget.value);
              if (!submit.isPending && submit.error) submit.reset();
            }}
            error={problem && problem.at('readOn').length > 0 ? <Messages messages={problem.at('readOn')} /> : undefined}
            size="md"
          />
          {submit.error && !doubtful && (
            <ProblemNote error={submit.error} others={problem?.beside(['readOn', ...keys.flatMap((key) => [key, `counters.${key}`])])} />
          )}
          {doubtful && problem && (
            <div role="alertdialog" aria-labelledby="doubt-title" aria-describedby="doubt-text" tabIndex={-1} ref={warningRef} className="p-note p-note-warn p-doubt">
              <Icon name="warning" />
              <div>
                <strong id="doubt-title">{t('read.doubtTitle')}</strong>
                <ul id="doubt-text">
                  {problem.warnings.map((warning) => (
                    <li key={warning.field + warning.code}>
                      {keys.length > 1 && <span>{t(`counter.${warning.field.replace('counters.', '')}`, { defaultValue: warning.field })}: </span>}
                      {warning.message}
                      {warning.low !== undefined && warning.high !== undefined && !saysTheRange(problem.warnings, warning.field) && (
                        <span className="p-quiet p-block">
                          {t('read.expectedBetween', { low: format.count(warning.low), high: format.count(warning.high) })}
                        </span>
                      )}
                      <span className="p-code p-block">{warning.code}</span>
                    </li>
                  ))}
                </ul>
                <div className="p-buttons">
                  <Button type="button" onClick={confirm} loading={submit.isPending}>
                    {t('read.confirm')}
                  </Button>
                  <Button type="button" variant="default" onClick={() => { submit.reset(); form.current?.querySelector('input')?.focus(); }}>
                    {t('read.change')}
                  </Button>
                </div>
              </div>
            </div>
          )}
          {!doubtful && (
            <div className="p-buttons">
              <Button type="submit" size="md" disabled={submit.isPending} aria-busy={submit.isPending}>
                {t(submit.isPending ? 'state.saving' : 'read.submit')}
              </Button>
              <span role="status" className="p-hidden">
                {submit.isPending ? t('state.saving') : ''}
              </span>
            </div>
          )}
        </Section>
      </form>
      <div className="p-column">
        <Section
          title={t('device.reads')}
          aside={
            keys.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t('counter.which')}
                value={shown}
                onChange={(value) => show(value as CounterKey)}
                data={keys.map((key) => ({ value: key, label: t(`counter.${key}`) }))}
              />
            )
          }
        >
          <ReadsPlot
            counter={t(`counter.${shown}`)}
            points={items.flatMap((read) => {
              const value = read.counters[shown];
              return value == null ? [] : [{ on: read.readOn, value, source: read.source }];
            })}
            perDay={device.expected?.[shown]?.perDay}
            today={today}
            typed={typeof typedValue === 'number' && readOn ? { on: readOn, value: typedValue } : undefined}
          />
        </Section>
      </div>
    </div>
  );
}

function Messages({ messages }: { messages: readonly FieldMessage[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {messages.map((message) => (
        <span key={message.code} className="p-block">
          {message.message}{' '}
          {message.previous !== undefined && !says(message.message, message.previous) && <span>{t('read.previousValue', { value: format.count(message.previous) })} </span>}
          <span className="p-code">{message.code}</span>
        </span>
      ))}
    </>
  );
}

/** Whether a warning of this field names the expected range already. */
function saysTheRange(warnings: readonly FieldMessage[], field: string): boolean {
  return warnings.some((warning) => warning.field === field && warning.code === 'OUTSIDE_EXPECTED_RANGE');
}

/** Whether a text already names a figure, in whatever grouping. */
function says(text: string, figure: number): boolean {
  return text.replaceAll(/(\d)[.,\s’'](?=\d{3})/g, '$1').includes(String(figure));
}

function Accepted({ device, answer }: { device: DeviceDetail; answer: ReadAccepted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div className="p-note p-note-ok p-accepted" role="status" tabIndex={-1} ref={note}>
      <Icon name="check" />
      <div>
        <strong>{t('read.accepted')}</strong>
        <p>
          <CounterList counters={answer.counters} /> · {format.date(answer.readOn)}
          {answer.confirmed && ` · ${t('read.confirmed')}`}
        </p>
        {answer.previous && (
          <p className="p-quiet">
            {t('read.previous')}: <CounterList counters={answer.previous.counters} /> · {format.date(answer.previous.readOn)}
          </p>
        )}
        <div className="p-buttons">
          <Button renderRoot={(props) => <Link to="/reads" {...props} />}>{t('read.toList')}</Button>
          <Button variant="default" renderRoot={(props) => <Link to="/devices/$deviceId" params={{ deviceId: device.id }} {...props} />}>
            {t('read.toDevice')}
          </Button>
        </div>
      </div>
    </div>
  );
}
