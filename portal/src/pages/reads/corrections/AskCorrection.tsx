import { Button, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { requestCorrection, usageLinesQuery } from '../../../api/queries';
import type { DeviceDetail, RequestCorrection, UsageLines } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { CounterFields, counterPaths, typedCounters, type TypedCounters } from '../../../components/CounterFields';
import { DataTable, type Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { QueryNote } from '../../../components/QueryNote';
import { Section } from '../../../components/Section';
import { useFormat } from '../../../components/useFormat';
import { counterOf, keysOf, type CounterKey } from '../../../lib/counters';

type Line = UsageLines['lines'][number];

/** The usage lines of the device's last invoice, from which a correction is asked for. */
export function LastUsage({ device }: { device: DeviceDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const usage = useQuery(usageLinesQuery(device.id));
  const [asking, ask] = useState<Line | null>(null);
  const columns: readonly Column<Line>[] = [
    { key: 'counter', header: t('counter.which'), cell: (line) => t(`counter.${counterOf(line.counter)}`) },
    { key: 'from', header: t('invoice.start'), numeric: true, cell: (line) => <Figure on={line.from} value={line.previous} /> },
    { key: 'until', header: t('invoice.end'), numeric: true, cell: (line) => <Figure on={line.until} value={line.current} /> },
    {
      key: 'correct',
      header: t('correction.ask'),
      headerHidden: true,
      cell: (line) => (
        <Button size="xs" variant="default" onClick={() => ask(line)} aria-label={t('correction.askFor', { counter: t(`counter.${counterOf(line.counter)}`) })}>
          {t('correction.ask')}
        </Button>
      ),
    },
  ];
  const open = usage.data?.openCorrection;
  return (
    <Section title={t('correction.lastUsage')} className="p-later">
      <QueryNote query={usage} />
      {usage.data && !usage.data.number && <Empty title={t('correction.notInvoiced')}>{t('correction.notInvoicedHint')}</Empty>}
      {usage.data?.number && (
        <>
          <p className="p-quiet">{t('correction.onInvoice', { number: usage.data.number, from: format.date(usage.data.from ?? ''), until: format.date(usage.data.until ?? '') })}</p>
          {open && (
            <p>
              <Button size="xs" variant="default" onClick={() => void navigate({ to: '/reads/corrections/$number', params: { number: open } })}>
                {t('correction.pending', { number: open })}
              </Button>
            </p>
          )}
          <DataTable label={t('correction.lastUsage')} columns={open ? columns.slice(0, -1) : columns} rows={usage.data.lines} idOf={(line) => `${line.counter} ${line.until}`} />
        </>
      )}
      {asking && usage.data?.invoiceId && (
        <AskCorrection
          deviceId={device.id}
          keys={keysOf(device.counters)}
          invoiceId={usage.data.invoiceId}
          readOn={asking.until}
          start={Object.fromEntries(usage.data.lines.filter(({ until }) => until === asking.until).map((line) => [counterOf(line.counter), String(line.current)]))}
          onClose={() => ask(null)}
        />
      )}
    </Section>
  );
}

function Figure({ on, value }: { on: string; value: number }) {
  const format = useFormat();
  return (
    <span className="p-two-lines">
      <span className="p-figure">{format.count(value)}</span>
      <span className="p-quiet">{format.date(on)}</span>
    </span>
  );
}

/** Asks billing to correct a read; filled with what was invoiced, or with what was typed and refused. */
export function AskCorrection({
  deviceId,
  keys,
  invoiceId,
  readOn,
  start,
  onClose,
}: {
  deviceId: string;
  keys: readonly CounterKey[];
  invoiceId: string;
  readOn: string;
  start: TypedCounters;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [day, setDay] = useState(readOn);
  const [typed, setTyped] = useState<TypedCounters>(start);
  const [unreadable, setUnreadable] = useState<readonly CounterKey[]>([]);
  const [comment, setComment] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const command = useCommand<RequestCorrection, { number: string }>({
    name: `platen.correction.${deviceId}`,
    send: (body, key) => requestCorrection(deviceId, body, key),
    shownBy: () => [usageLinesQuery(deviceId).queryKey],
    touches: [['corrections']],
    onDone: ({ number }) => void navigate({ to: '/reads/corrections/$number', params: { number } }),
  });
  const problem = command.error instanceof Problem ? command.error : null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('correction.ask')}
      submit={t('correction.send')}
      command={command}
      fields={['readOn', 'comment', ...counterPaths(keys)]}
      onSubmit={() => {
        const read = typedCounters(typed, keys);
        setEmpty(comment.trim() === '');
        if ('unreadable' in read) setUnreadable(read.unreadable);
        else if (comment.trim() !== '') command.send({ invoiceId, readOn: day, counters: read.counters, comment: comment.trim() });
      }}
    >
      <p>{t('correction.askHint')}</p>
      <TextInput
        type="date"
        label={t('read.dateField')}
        value={day}
        onChange={(event) => {
          setDay(event.currentTarget.value);
          command.forget();
        }}
        error={problem && problem.at('readOn').length > 0 && <Messages messages={problem.at('readOn')} />}
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
      />
      <Textarea
        label={t('correction.comment')}
        description={t('correction.commentHint')}
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
