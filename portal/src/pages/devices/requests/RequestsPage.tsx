import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { deviceRequestsQuery, requestDevice, validateSerial } from '../../../api/queries';
import type { DeviceRequest, FoundDevice, RequestDevice } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { useSession } from '../../../app/session';
import type { Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Messages } from '../../../components/Messages';
import { PageHeading } from '../../../components/PageHeading';
import { PagedTable } from '../../../components/PagedTable';
import { ProblemNote } from '../../../components/ProblemNote';
import { Section } from '../../../components/Section';
import { useFormat } from '../../../components/useFormat';
import { DevicesNav } from '../DevicesNav';
import { DecideRequest } from './DecideRequest';
import '../../../styles/devices.css';

const route = getRouteApi('/devices/requests');
const SIZE = 25;

/** A customer asks to have a machine on his account; the web administrator decides. */
export function RequestsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { can, isStaff } = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const decides = can('ACCESS_REVIEW');
  const [deciding, decide] = useState<{ request: DeviceRequest; decision: 'approval' | 'rejection' } | null>(null);
  const filter = { page: (search.page ?? 1) - 1, size: SIZE, state: decides && search.state !== 'ALL' ? ('OPEN' as const) : undefined };
  const requests = useQuery(deviceRequestsQuery(filter));
  const columns: readonly Column<DeviceRequest>[] = [
    {
      key: 'number',
      header: t('correction.number'),
      cell: (request) => (
        <span className="p-two-lines">
          <span className="p-figure">{request.number}</span>
          <span className="p-quiet">{format.instant(request.requestedAt)}</span>
        </span>
      ),
    },
    {
      key: 'device',
      header: t('device.device'),
      cell: (request) => (
        <span className="p-two-lines">
          <span>{request.serialNumber}</span>
          <span className="p-quiet">{request.model}</span>
        </span>
      ),
    },
    ...(isStaff
      ? [
          {
            key: 'account',
            header: t('account.account'),
            cell: (request: DeviceRequest) => (
              <span className="p-two-lines">
                <span>{request.accountName}</span>
                {request.holder && <span className="p-quiet">{t('request.holder', { account: request.holder })}</span>}
              </span>
            ),
          },
        ]
      : []),
    { key: 'by', header: t('request.by'), cell: (request) => request.requester.name },
    { key: 'comment', header: t('correction.comment'), cell: (request) => request.reason ?? request.comment ?? '' },
    {
      key: 'state',
      header: t('ticket.state'),
      cell: (request) =>
        decides && request.state === 'OPEN' ? (
          <span className="p-actions">
            <Button size="xs" aria-label={t('request.approvalOf', { number: request.number })} onClick={() => decide({ request, decision: 'approval' })}>
              {t('correction.approve')}
            </Button>
            <Button size="xs" variant="default" aria-label={t('request.rejectionOf', { number: request.number })} onClick={() => decide({ request, decision: 'rejection' })}>
              {t('correction.reject')}
            </Button>
          </span>
        ) : (
          <span className={request.state === 'OPEN' ? 'p-tag p-tag-warn' : 'p-tag'}>{t(`requestState.${request.state}`)}</span>
        ),
    },
  ];
  return (
    <>
      <PageHeading title={t('devicesNav.requests')} sub={<p>{t(decides ? 'request.introReview' : 'request.intro')}</p>} />
      <DevicesNav />
      {!isStaff && can('DEVICE_BROWSE_ACCOUNT') && <NewRequest />}
      <PagedTable
        query={requests}
        filter={filter}
        label={t('devicesNav.requests')}
        columns={columns}
        idOf={(request) => request.number}
        onPage={(page) => void navigate({ search: (old) => ({ ...old, page: page + 1 }) })}
        gains
        empty={<Empty title={t('request.none')}>{t(decides ? 'request.noneHintReview' : 'request.noneHint')}</Empty>}
      />
      {deciding && <DecideRequest key={deciding.request.number + deciding.decision} {...deciding} onClose={() => decide(null)} />}
    </>
  );
}

/** First the serial number is looked up, then what it belongs to is shown, then it is asked for. */
function NewRequest() {
  const { t } = useTranslation();
  const { account, accounts } = useSession();
  const accountId = account?.id ?? accounts[0]?.id ?? '';
  const [serial, setSerial] = useState('');
  const [comment, setComment] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [found, setFound] = useState<readonly FoundDevice[]>([]);
  const [sent, setSent] = useState<string | null>(null);
  const lookUp = useCommand<{ accountId: string; serialNumber: string }, FoundDevice & { candidates?: FoundDevice[] }>({
    name: 'platen.validate-serial',
    send: validateSerial,
    touches: [],
    // Several only where models of different makers happen to share a number.
    onDone: (answer) => setFound(answer.candidates ?? [answer]),
  });
  const ask = useCommand<RequestDevice, { number: string }>({
    name: 'platen.request-device',
    send: requestDevice,
    touches: [['device-requests']],
    onDone: ({ number }) => {
      setSent(number);
      setFound([]);
      setSerial('');
      setComment('');
    },
  });
  const problem = lookUp.error instanceof Problem ? lookUp.error : null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(serial.trim() === '');
    setSent(null);
    if (serial.trim() !== '') lookUp.send({ accountId, serialNumber: serial.trim() });
  };
  return (
    <Section title={t('request.new')} className="p-before">
      <form className="p-tools" onSubmit={onSubmit} noValidate>
        <TextInput
          label={t('request.serial')}
          description={t('request.serialHint')}
          value={serial}
          onChange={(event) => {
            setSerial(event.currentTarget.value);
            setFound([]);
            setEmpty(false);
            lookUp.forget();
          }}
          autoComplete="off"
          error={isEmpty ? t('request.serialEmpty') : problem && problem.at('serialNumber').length > 0 && <Messages messages={problem.at('serialNumber')} />}
        />
        <Button type="submit" variant="default" disabled={lookUp.isPending} aria-busy={lookUp.isPending}>
          {t('request.check')}
        </Button>
      </form>
      {problem?.code === 'ALREADY_IN_ACCOUNT' ? (
        <ProblemNote command error={lookUp.error} />
      ) : (
        lookUp.error && problem?.at('serialNumber').length !== 1 && <ProblemNote error={lookUp.error} />
      )}
      {problem?.code === 'ALREADY_IN_ACCOUNT' && (
        <p>
          <Link to="/devices/assign" search={{ q: serial.trim() }}>
            {t('request.toAssign')}
          </Link>
        </p>
      )}
      {sent && (
        <div className="p-note p-note-ok" role="status">
          <strong>{t('request.sent', { number: sent })}</strong>
        </div>
      )}
      {found.map((device) => (
        <div key={device.deviceId} className="p-found">
          <dl className="p-facts">
            <div>
              <dt>{t('request.serial')}</dt>
              <dd className="p-figure">{device.serialNumber}</dd>
            </div>
            <div>
              <dt>{t('request.model')}</dt>
              <dd>{[device.manufacturer, device.model].filter(Boolean).join(' ')}</dd>
            </div>
            <div>
              <dt>{t('device.location')}</dt>
              <dd>{device.location ? [device.location.site, device.location.room, device.location.street, device.location.city].filter(Boolean).join(', ') : '–'}</dd>
            </div>
          </dl>
          <p>{t('request.isIt')}</p>
          <Textarea label={t('request.comment')} description={t('request.commentHint')} value={comment} maxLength={500} onChange={(event) => setComment(event.currentTarget.value)} autosize minRows={2} />
          {ask.error && <ProblemNote command error={ask.error} />}
          <div className="p-buttons">
            <Button disabled={ask.isPending} aria-busy={ask.isPending} onClick={() => ask.send({ accountId, deviceId: device.deviceId, comment: comment.trim() || undefined })}>
              {t(ask.isPending ? 'state.saving' : 'request.send')}
            </Button>
          </div>
        </div>
      ))}
    </Section>
  );
}
