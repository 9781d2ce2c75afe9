import { Button, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueQuery } from '../../../api/queries';
import type { DueRead } from '../../../api/types';
import { Empty } from '../../../components/Empty';
import { PageHeading } from '../../../components/PageHeading';
import { Pager } from '../../../components/Pager';
import { QueryNote } from '../../../components/QueryNote';
import { SearchField } from '../../../components/SearchField';
import { addDays } from '../../../lib/corridor';
import { dueRows } from '../../../lib/dueRows';
import { todayIn } from '../../../lib/format';
import { ReadsNav } from '../ReadsNav';
import { DueRow } from './DueRow';
import '../../../styles/reads.css';

const route = getRouteApi('/reads');
const SIZE = 100;
/** Long enough to see the tick, short enough not to be in the way. */
const TICK_MILLIS = 2_500;

/** The reads that are due, typed in one after the other with the keyboard alone. */
export function DuePage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, serialNumber: search.q ?? '' };
  const due = useQuery(dueQuery(filter));
  const [readOn, setReadOn] = useState('');
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const shown = useRef<{ filter: string; rows: readonly DueRead[] }>({ filter: '', rows: [] });

  const asked = JSON.stringify(filter);
  if (due.data && !due.isPlaceholderData) {
    shown.current = {
      filter: asked,
      rows: dueRows(shown.current.filter === asked ? shown.current.rows : [], due.data.items, leaving, (row) => row.deviceId),
    };
  }
  const rows = shown.current.rows;

  const onAccepted = (deviceId: string) => {
    setLeaving((old) => new Set(old).add(deviceId));
    setDone((count) => count + 1);
    void client.invalidateQueries({ queryKey: ['due'] });
    setTimeout(() => setLeaving((old) => new Set([...old].filter((each) => each !== deviceId))), TICK_MILLIS);
  };
  const onNext = (from: HTMLElement, step: 1 | -1) => {
    const fields = [...(list.current?.querySelectorAll<HTMLInputElement>('input[data-due]') ?? [])];
    const next = fields[fields.indexOf(from as HTMLInputElement) + step];
    next?.focus();
    next?.select();
  };

  const today = todayIn(undefined);
  return (
    <>
      <PageHeading
        title={t('nav.reads')}
        sub={<p>{t('due.intro')}</p>}
        actions={
          rows.length > 0 && (
            <Button variant="default" component="a" href="/api/meters/due/template.xlsx" download>
              {t('due.download')}
            </Button>
          )
        }
      />
      <ReadsNav />
      <div className="p-tools">
        <SearchField
          label={t('due.search')}
          placeholder={t('due.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
        <TextInput
          type="date"
          label={t('due.readOn')}
          description={t('due.readOnHint')}
          value={readOn}
          min={addDays(today, -30)}
          max={addDays(today, 1)}
          onChange={(event) => setReadOn(event.currentTarget.value)}
        />
      </div>
      <QueryNote query={due} />
      <p role="status" className="p-hidden">
        {done > 0 ? t('due.done', { count: done }) : ''}
      </p>
      {due.data && rows.length === 0 && (
        search.q ? (
          <Empty title={t('due.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: {} }) }}>
            {t('due.noneFoundHint')}
          </Empty>
        ) : (
          <Empty title={t(done > 0 ? 'due.allDone' : 'due.none')} action={{ to: '/reads/history', label: t('due.toHistory') }}>
            {t('due.noneHint')}
          </Empty>
        )
      )}
      {rows.length > 0 && (
        <>
          <p className="p-quiet p-due-keys">{t('due.keys')}</p>
          <ul ref={list} className="p-dues" aria-label={t('readsNav.due')}>
            {rows.map((row) => (
              <DueRow key={row.deviceId} due={row} readOn={readOn} onNext={onNext} onAccepted={onAccepted} />
            ))}
          </ul>
          {due.data && due.data.total > SIZE && (
            <Pager page={filter.page} size={SIZE} total={due.data.total} onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })} />
          )}
        </>
      )}
      {rows.length > 0 && (
        <p className="p-due-many">
          <Link to="/reads/upload">{t('due.many')}</Link>
        </p>
      )}
    </>
  );
}
