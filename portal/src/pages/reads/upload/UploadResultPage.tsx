import { Button, Checkbox, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { confirmUpload, uploadQuery, uploadRowsQuery } from '../../../api/queries';
import type { MeterUpload, MeterUploadRow } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import type { Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Icon } from '../../../components/Icon';
import { PageHeading } from '../../../components/PageHeading';
import { PagedTable } from '../../../components/PagedTable';
import { PageQueryNote, QueryNote } from '../../../components/QueryNote';
import { ProblemNote } from '../../../components/ProblemNote';
import { Section } from '../../../components/Section';
import { useFormat } from '../../../components/useFormat';
import { ReadsNav } from '../ReadsNav';
import '../../../styles/reads.css';

const route = getRouteApi('/reads/upload/$uploadId');
const SIZE = 100;

/** What became of an uploaded spreadsheet: live while it is worked off, then what needs attention, row by row. */
export function UploadResultPage() {
  const { t } = useTranslation();
  const { uploadId } = route.useParams();
  const upload = useQuery(uploadQuery(uploadId));
  if (upload.error instanceof Problem && upload.error.status === 404) {
    return (
      <>
        <PageHeading title={t('upload.notFoundTitle')} />
        <Empty title={t('upload.notFound')} action={{ to: '/reads/upload', label: t('upload.toList') }} />
      </>
    );
  }
  if (!upload.data) return <PageQueryNote query={upload} />;
  return (
    <>
      <PageHeading
        title={upload.data.fileName ?? t('upload.unnamed')}
        sub={
          <p>
            <Link to="/reads/upload">{t('upload.toList')}</Link>
          </p>
        }
        actions={
          upload.data.state === 'DONE' && (
            <Button variant="default" component="a" href={`/api/meter-uploads/${uploadId}/result.xlsx`} download>
              {t('upload.result')}
            </Button>
          )
        }
      />
      <ReadsNav />
      <QueryNote query={upload} />
      <Progressing upload={upload.data} />
      {upload.data.warnings + upload.data.errors > 0 && <Attention upload={upload.data} />}
      {upload.data.state === 'DONE' && upload.data.warnings + upload.data.errors === 0 && (
        <div className="p-note p-note-ok" role="status">
          <Icon name="check" />
          <strong>{t('upload.allCaptured', { count: upload.data.captured })}</strong>
        </div>
      )}
    </>
  );
}

function Progressing({ upload }: { upload: MeterUpload }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = upload.rows === 0 ? 100 : (upload.done / upload.rows) * 100;
  const figures = [
    { label: t('upload.captured'), value: upload.captured },
    { label: t('upload.warnings'), value: upload.warnings },
    { label: t('upload.errors'), value: upload.errors },
    { label: t('upload.untouched'), value: upload.untouched },
  ];
  return (
    <>
      {upload.state !== 'DONE' && (
        <div className="p-upload-progress">
          <Progress value={share} size="lg" aria-label={t('upload.progress')} />
          <p role="status">{t('upload.rowsDone', { done: format.count(upload.done), rows: format.count(upload.rows) })}</p>
        </div>
      )}
      <dl className="p-facts p-upload-figures">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="p-big p-figure">{format.count(value)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Attention({ upload }: { upload: MeterUpload }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const filter = { page, size: SIZE };
  const rows = useQuery(uploadRowsQuery(upload.id, filter));
  const confirm = useCommand<{ rows?: number[]; all?: boolean }, unknown>({
    name: `platen.upload.${upload.id}.confirm`,
    send: (body, key) => confirmUpload(upload.id, body, key),
    shownBy: () => [uploadQuery(upload.id).queryKey, uploadRowsQuery(upload.id, filter).queryKey],
    touches: [['uploads'], ['upload-rows', upload.id], ['due'], ['devices'], ['dashboard']],
    onDone: () => setChosen(new Set()),
  });
  const choose = (row: number, isChosen: boolean) =>
    setChosen((old) => (isChosen ? new Set(old).add(row) : new Set([...old].filter((each) => each !== row))));
  const columns: readonly Column<MeterUploadRow>[] = [
    {
      key: 'row',
      header: t('upload.row'),
      cell: (row) =>
        row.state === 'WARNING' ? (
          <Checkbox
            label={format.count(row.row)}
            aria-label={t('upload.chooseRow', { row: row.row, serial: row.serialNumber })}
            checked={chosen.has(row.row)}
            onChange={(event) => choose(row.row, event.currentTarget.checked)}
          />
        ) : (
          <span className="p-figure">{format.count(row.row)}</span>
        ),
    },
    { key: 'serial', header: t('device.device'), cell: (row) => <span className="p-serial">{row.serialNumber}</span> },
    {
      key: 'state',
      header: t('ticket.state'),
      cell: (row) => <span className={row.state === 'ERROR' ? 'p-tag p-tag-danger' : 'p-tag p-tag-warn'}>{t(`uploadRow.${row.state}`)}</span>,
    },
    { key: 'value', header: t('upload.value'), cell: (row) => <span className="p-figure">{/^\d{1,12}$/.test(row.value ?? '') ? format.count(Number(row.value)) : row.value}</span> },
    {
      key: 'message',
      header: t('upload.why'),
      cell: (row) => (
        <span className="p-two-lines">
          <span>{row.message}</span>
          <span className="p-code">{row.code}</span>
        </span>
      ),
    },
  ];
  return (
    <Section
      title={t('upload.attention')}
      className="p-later"
      aside={
        upload.warnings > 0 && (
          <span className="p-buttons">
            <Button size="xs" disabled={chosen.size === 0 || confirm.isPending} onClick={() => confirm.send({ rows: [...chosen].sort((a, b) => a - b) })}>
              {t('upload.confirmChosen', { count: chosen.size })}
            </Button>
            <Button size="xs" variant="default" disabled={confirm.isPending || upload.state !== 'DONE'} onClick={() => confirm.send({ all: true })}>
              {t('upload.confirmAll', { count: upload.warnings })}
            </Button>
          </span>
        )
      }
    >
      <p className="p-quiet">{t('upload.attentionHint')}</p>
      {confirm.error && <ProblemNote command error={confirm.error} />}
      <PagedTable query={rows} filter={filter} label={t('upload.attention')} columns={columns} idOf={(row) => String(row.row)} onPage={setPage} gains empty={null} />
    </Section>
  );
}
