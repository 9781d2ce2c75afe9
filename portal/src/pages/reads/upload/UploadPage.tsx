import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../../api/commandKey';
import { uploadReads, uploadsQuery } from '../../../api/queries';
import type { MeterUpload } from '../../../api/types';
import type { Column } from '../../../components/DataTable';
import { DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Icon } from '../../../components/Icon';
import { PageHeading } from '../../../components/PageHeading';
import { ProblemNote } from '../../../components/ProblemNote';
import { QueryNote } from '../../../components/QueryNote';
import { Section } from '../../../components/Section';
import { useFormat } from '../../../components/useFormat';
import { ReadsNav } from '../ReadsNav';
import '../../../styles/reads.css';

/** Many reads at once: the filled-in spreadsheet is dropped here. */
export function UploadPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const uploads = useQuery(uploadsQuery);
  const upload = useMutation({
    mutationFn: (file: File) => uploadReads(file, newKey()),
    onSuccess: (started) => {
      void client.invalidateQueries({ queryKey: ['uploads'] });
      void navigate({ to: '/reads/upload/$uploadId', params: { uploadId: started.id } });
    },
  });
  return (
    <>
      <PageHeading
        title={t('upload.title')}
        sub={<p>{t('upload.intro')}</p>}
        actions={
          <Button variant="default" component="a" href="/api/meters/due/template.xlsx" download>
            {t('due.download')}
          </Button>
        }
      />
      <ReadsNav />
      <DropZone isBusy={upload.isPending} onFile={(file) => upload.mutate(file)} />
      {upload.error && <ProblemNote command error={upload.error} title={t('upload.refused')} />}
      <Section title={t('upload.earlier')} className="p-later">
        <QueryNote query={uploads} />
        {uploads.data && (uploads.data.items.length === 0 ? <Empty title={t('upload.none')}>{t('upload.noneHint')}</Empty> : <Earlier uploads={uploads.data.items} />)}
      </Section>
    </>
  );
}

function DropZone({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !isBusy) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className="p-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <Icon name="meter" />
      <p>
        <strong>{t(isBusy ? 'upload.sending' : 'upload.drop')}</strong>
      </p>
      <p className="p-quiet">{t('upload.limits')}</p>
      <input
        ref={input}
        id={id}
        type="file"
        className="p-hidden"
        tabIndex={-1}
        aria-label={t('upload.choose')}
        accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()} disabled={isBusy} aria-busy={isBusy}>
        {t(isBusy ? 'state.saving' : 'upload.choose')}
      </Button>
    </div>
  );
}

function Earlier({ uploads }: { uploads: readonly MeterUpload[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly Column<MeterUpload>[] = [
    {
      key: 'file',
      header: t('upload.file'),
      cell: (upload) => (
        <Link to="/reads/upload/$uploadId" params={{ uploadId: upload.id }}>
          {upload.fileName ?? t('upload.unnamed')}
        </Link>
      ),
    },
    { key: 'at', header: t('upload.at'), cell: (upload) => <span className="p-when">{format.instant(upload.startedAt)}</span> },
    { key: 'state', header: t('ticket.state'), cell: (upload) => t(`uploadState.${upload.state}`) },
    { key: 'captured', header: t('upload.captured'), numeric: true, cell: (upload) => <span className="p-figure">{format.count(upload.captured)}</span> },
    { key: 'warnings', header: t('upload.warnings'), numeric: true, cell: (upload) => <span className="p-figure">{format.count(upload.warnings)}</span> },
    { key: 'errors', header: t('upload.errors'), numeric: true, cell: (upload) => <span className="p-figure">{format.count(upload.errors)}</span> },
  ];
  return <DataTable label={t('upload.earlier')} columns={columns} rows={uploads} idOf={(upload) => upload.id} />;
}
