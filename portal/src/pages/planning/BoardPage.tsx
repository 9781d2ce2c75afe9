import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, isOutcomeUnknown } from '../../api/problem';
import { boardQuery } from '../../api/queries';
import type { Board } from '../../api/types';
import { useSession } from '../../app/session';
import { Empty } from '../../components/Empty';
import { Icon } from '../../components/Icon';
import { PageHeading } from '../../components/PageHeading';
import { ProblemNote } from '../../components/ProblemNote';
import { QueryNote } from '../../components/QueryNote';
import { useFormat } from '../../components/useFormat';
import { useTick } from '../../components/useTick';
import { dayOf, instantAt } from '../../lib/board';
import { addDays } from '../../lib/corridor';
import { ownZone } from '../../lib/format';
import { DayBoard } from './DayBoard';
import { DispatchDialog, type Plan } from './DispatchDialog';
import { Unplanned } from './Unplanned';
import { useDispatch } from './useDispatch';
import '../../styles/board.css';

const route = getRouteApi('/board');

interface Asked {
  readonly ticket: { readonly reference: string; readonly subject: string };
  readonly plan: Plan;
}

export function BoardPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const format = useFormat();
  const navigate = route.useNavigate();
  // The day turns at midnight under an open board.
  useTick(60_000);
  const today = dayOf(new Date());
  const day = route.useSearch().day ?? today;
  const query = boardQuery(instantAt(day, 0), instantAt(day, 1440));
  const board = useQuery({ ...query, enabled: can('DISPATCH') });
  const show = (other: string) => void navigate({ search: { day: other === today ? undefined : other } });

  if (!can('DISPATCH')) {
    return (
      <>
        <PageHeading title={t('nav.board')} />
        <Empty title={t('board.notAllowed')} action={{ to: '/', label: t('action.home') }} />
      </>
    );
  }
  return (
    <>
      <PageHeading title={t('nav.board')} sub={<p>{`${format.day(day)} · ${t('board.zone', { zone: ownZone() })}`}</p>} />
      <div className="p-tools" role="group" aria-label={t('board.dayShown')}>
        <Button variant="default" leftSection={<Icon name="back" />} onClick={() => show(addDays(day, -1))}>
          {t('board.before')}
        </Button>
        <Button variant="default" disabled={day === today} onClick={() => show(today)}>
          {t('board.today')}
        </Button>
        <Button variant="default" rightSection={<Icon name="forward" />} onClick={() => show(addDays(day, 1))}>
          {t('board.after')}
        </Button>
        <TextInput type="date" aria-label={t('dispatch.day')} value={day} onChange={(event) => event.currentTarget.value && show(event.currentTarget.value)} />
      </div>
      <QueryNote query={board} />
      {board.data && <Plans board={board.data} day={day} boardKey={query.queryKey} isOld={board.isPlaceholderData} />}
    </>
  );
}

function Plans({ board, day, boardKey, isOld }: { board: Board; day: string; boardKey: readonly unknown[]; isOld: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, ask] = useState<Asked | null>(null);
  const drop = useDispatch(undefined, boardKey);
  const dropped = drop.sent;
  const subjectOf = (reference: string) =>
    [...board.unplanned, ...board.engineers.flatMap(({ visits }) => visits)].find((each) => each.reference === reference)?.subject ?? '';
  const nameOf = (engineerId: string) => board.engineers.find(({ userId }) => userId === engineerId)?.name ?? '';
  const isBeyond = Date.parse(instantAt(day, 0)) >= Date.parse(board.until) || Date.parse(instantAt(day, 1440)) <= Date.parse(board.from);
  return (
    <>
      {drop.error && dropped && (
        <div className="p-board-refusal">
          <ProblemNote
            command
            title={t(isOutcomeUnknown(drop.error) ? 'board.notConfirmed' : 'board.notPlanned', { reference: dropped.reference, engineer: nameOf(dropped.plan.engineerId), time: format.time(dropped.plan.from) })}
            error={drop.error}
            others={drop.error instanceof Problem ? drop.error.errors : undefined}
          />
          <div className="p-buttons">
            <Button onClick={() => ask({ ticket: { reference: dropped.reference, subject: subjectOf(dropped.reference) }, plan: dropped.plan })}>
              {t('board.otherPlan')}
            </Button>
            <Button variant="default" onClick={drop.forget}>
              {t('board.dismiss')}
            </Button>
          </div>
        </div>
      )}
      {isBeyond && !isOld && <p className="p-note p-note-warn p-note-plain">{t('board.beyond', { from: format.instant(board.from), until: format.instant(board.until) })}</p>}
      <div className="p-board-page" aria-busy={isOld}>
        <DayBoard
          engineers={board.engineers}
          day={day}
          saving={drop.isPending ? dropped : undefined}
          unplanned={board.unplanned}
          onDrop={(reference, plan) => drop.send({ reference, plan })}
          onAsk={(ticket, plan) => ask({ ticket, plan })}
        />
        <Unplanned tickets={board.unplanned} saving={drop.isPending ? dropped?.reference : undefined} onAsk={(ticket) => ask({ ticket, plan: { engineerId: '', day } })} />
      </div>
      <p role="status" className="p-hidden">
        {drop.isPending ? t('state.saving') : ''}
      </p>
      {asked && (
        <DispatchDialog
          ticket={asked.ticket}
          engineers={board.engineers}
          plan={asked.plan}
          board={boardKey}
          onClose={() => {
            ask(null);
            drop.forget();
          }}
        />
      )}
    </>
  );
}
