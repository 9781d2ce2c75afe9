import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { agentsQuery } from '../../api/queries';
import type { Agent } from '../../api/types';
import { useSession } from '../../app/session';
import { Ago } from '../../components/Ago';
import type { Column } from '../../components/DataTable';
import { Empty } from '../../components/Empty';
import { PageHeading } from '../../components/PageHeading';
import { PagedTable } from '../../components/PagedTable';
import { SearchField } from '../../components/SearchField';
import { useFormat } from '../../components/useFormat';
import { AgentStanding } from './AgentStanding';

const route = getRouteApi('/agents');
const SIZE = 25;

export function AgentsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, sort: search.sort ?? 'lastHeard,asc', q: search.q ?? '' };
  const agents = useQuery(agentsQuery(filter));
  const count = (value: number) => <span className="p-figure">{format.count(value)}</span>;
  const columns: readonly Column<Agent>[] = [
    { key: 'name', header: t('agents.name'), sort: 'name', cell: (agent) => agent.name },
    ...(session.isStaff || session.accounts.length > 1
      ? [{ key: 'account', header: t('account.account'), sort: 'account', cell: (agent: Agent) => agent.account.name }]
      : []),
    { key: 'state', header: t('agents.state'), cell: (agent) => <AgentStanding agent={agent} /> },
    { key: 'heard', header: t('agents.lastHeard'), sort: 'lastHeard', cell: (agent) => (agent.lastHeard ? <Ago at={agent.lastHeard} /> : '–') },
    { key: 'printers', header: t('agents.printers'), numeric: true, cell: (agent) => agent.lastHeard && count(agent.printersFound) },
    { key: 'silent', header: t('agents.silentPrinters'), sort: 'printersSilent', numeric: true, cell: (agent) => agent.lastHeard && count(agent.printersSilent) },
    { key: 'buffered', header: t('agents.buffered'), numeric: true, cell: (agent) => agent.lastHeard && count(agent.bufferedReports) },
    { key: 'dropped', header: t('agents.dropped'), numeric: true, cell: (agent) => agent.lastHeard && count(agent.droppedReports) },
    { key: 'version', header: t('agents.version'), cell: (agent) => agent.version && <span className="p-figure">{agent.version}</span> },
  ];
  return (
    <>
      <PageHeading title={t('nav.agents')} />
      <div className="p-tools">
        <SearchField
          label={t('agents.search')}
          placeholder={t('agents.searchHint')}
          value={search.q ?? ''}
          onSearch={(q) => void navigate({ search: (old) => ({ ...old, q: q || undefined, page: undefined }), replace: true })}
        />
      </div>
      <PagedTable
        query={agents}
        filter={filter}
        label={t('nav.agents')}
        columns={columns}
        idOf={(agent) => agent.id}
        onSort={(sort) => void navigate({ search: (old) => ({ ...old, sort, page: undefined }) })}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        empty={
          search.q ? (
            <Empty title={t('agents.noneFound')} action={{ label: t('action.showAll'), onClick: () => void navigate({ search: {} }) }}>
              {t('agents.noneFoundHint')}
            </Empty>
          ) : (
            <Empty title={t('agents.none')}>{t('agents.noneHint')}</Empty>
          )
        }
      />
    </>
  );
}
