import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardEngineer, Dispatch, TicketRow, Visit } from '../../api/types';
import { Empty } from '../../components/Empty';
import { Icon } from '../../components/Icon';
import { useStateText } from '../../components/TicketBits';
import { useFormat } from '../../components/useFormat';
import { useTick } from '../../components/useTick';
import { CLOSES, COLUMNS, OPENS, blockOf, clock, instantAt, lanesOf, minuteAt, minutesBetween, nowPart, type Block } from '../../lib/board';
import { useJustChanged } from '../../live/changes';
import type { Plan } from './DispatchDialog';
import { take, taken } from './dragged';
import type { Planned } from './useDispatch';

const HOURS = Array.from({ length: CLOSES - OPENS }, (_, index) => OPENS + index);

interface Actions {
  readonly onDrop: (reference: string, plan: Dispatch) => void;
  readonly onAsk: (ticket: { reference: string; subject: string }, plan: Plan) => void;
}

/** Engineers × time. Every visit can be dragged, and does the same by the button on it. */
export function DayBoard({
  engineers,
  day,
  saving,
  unplanned,
  ...actions
}: {
  engineers: readonly BoardEngineer[];
  day: string;
  saving: Planned | undefined;
  unplanned: readonly TicketRow[];
} & Actions) {
  const { t } = useTranslation();
  useTick(30_000);
  if (engineers.length === 0) return <Empty title={t('board.noEngineers')}>{t('board.noEngineersHint')}</Empty>;
  return (
    <div role="table" aria-label={t('nav.board')} className="p-board">
      <div role="row" className="p-board-row p-board-hours">
        <span role="columnheader">{t('dispatch.engineer')}</span>
        <span role="columnheader" className="p-board-scale">
          <span className="p-hidden">{t('board.hours', { from: clock(OPENS * 60), until: clock(CLOSES * 60) })}</span>
          {HOURS.map((hour) => (
            <span key={hour} aria-hidden="true">
              {clock(hour * 60)}
            </span>
          ))}
        </span>
      </div>
      {engineers.map((engineer) => (
        <EngineerRow key={engineer.userId} engineer={engineer} day={day} saving={saving} subjects={unplanned} {...actions} />
      ))}
    </div>
  );
}

function EngineerRow({
  engineer,
  day,
  saving,
  subjects,
  onDrop,
  onAsk,
}: {
  engineer: BoardEngineer;
  day: string;
  saving: Planned | undefined;
  subjects: readonly TicketRow[];
} & Actions) {
  const { t } = useTranslation();
  const [ghost, setGhost] = useState<{ minute: number; minutes: number } | null>(null);
  const isSaved = (visit: Visit) => saving?.reference !== visit.reference;
  const shown: readonly (Visit & { isSaving?: boolean })[] = [
    ...engineer.visits.filter(isSaved),
    ...(saving?.plan.engineerId === engineer.userId ? [savingVisit(saving, engineer, subjects)] : []),
  ];
  const placed = [...shown].sort(byStart).flatMap((visit) => {
    const block = blockOf(visit, day);
    return block ? [{ visit, block }] : [];
  });
  const lanes = lanesOf(placed.map(({ block }) => block));
  const now = nowPart(day);

  const startOf = (event: DragEvent<HTMLElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    return Math.max(OPENS * 60, minuteAt(event.clientX - area.left, area.width) - (taken()?.grabbed ?? 0));
  };
  const onDragOver = (event: DragEvent<HTMLElement>) => {
    const what = taken();
    if (!what) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    const minute = startOf(event);
    if (ghost?.minute !== minute || ghost.minutes !== what.minutes) setGhost({ minute, minutes: what.minutes });
  };
  const onDropHere = (event: DragEvent<HTMLElement>) => {
    const what = taken();
    setGhost(null);
    if (!what) return;
    event.preventDefault();
    const minute = startOf(event);
    onDrop(what.reference, { engineerId: engineer.userId, from: instantAt(day, minute), until: instantAt(day, minute + what.minutes) });
    take(null);
  };
  const ghostBlock = ghost && blockOf({ from: instantAt(day, ghost.minute), until: instantAt(day, ghost.minute + ghost.minutes) }, day);

  return (
    <div role="row" className="p-board-row">
      <span role="rowheader" className="p-board-name">
        <strong title={engineer.name}>{engineer.name}</strong>
        <span className="p-quiet">{engineer.regions.join(', ')}</span>
      </span>
      <div role="cell" className="p-board-cell" onDragOver={onDragOver} onDragLeave={() => setGhost(null)} onDrop={onDropHere}>
        <ul className="p-board-day" aria-label={t('board.visitsOf', { name: engineer.name })}>
          {placed.map(({ visit, block }, index) => (
            <VisitCard
              key={visit.reference}
              visit={visit}
              block={block}
              lane={lanes[index] ?? 1}
              isSaving={visit.isSaving ?? false}
              onAsk={() => onAsk(visit, { engineerId: engineer.userId, from: visit.from, until: visit.until })}
            />
          ))}
        </ul>
        {placed.length === 0 && <span className="p-board-free p-quiet">{t('board.free')}</span>}
        {ghost && ghostBlock && (
          <span className="p-board-ghost" aria-hidden="true" style={placeOf(ghostBlock, 1)}>
            {clock(ghost.minute)}
          </span>
        )}
        {now !== null && <span className="p-board-now" aria-hidden="true" style={{ left: `${now * 100}%` }} />}
      </div>
    </div>
  );
}

function byStart(left: Visit, right: Visit): number {
  return Date.parse(left.from) - Date.parse(right.from);
}

function savingVisit({ reference, plan }: Planned, engineer: BoardEngineer, tickets: readonly TicketRow[]): Visit & { isSaving: boolean } {
  const known = engineer.visits.find((visit) => visit.reference === reference) ?? tickets.find((ticket) => ticket.reference === reference);
  return { reference, subject: known?.subject ?? '', state: 'DISPATCHED', from: plan.from, until: plan.until, isSaving: true };
}

function placeOf(block: Block, lane: number) {
  return { left: `${((block.column - 1) / COLUMNS) * 100}%`, width: `${(block.span / COLUMNS) * 100}%`, gridColumn: `${block.column} / span ${block.span}`, gridRow: lane };
}

function VisitCard({ visit, block, lane, isSaving, onAsk }: { visit: Visit; block: Block; lane: number; isSaving: boolean; onAsk: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateText = useStateText();
  const changed = useJustChanged(visit.reference);
  const isPlan = visit.state === 'DISPATCHED' && !isSaving;
  const times = `${format.time(visit.from)}–${format.time(visit.until)}`;
  const { gridColumn, gridRow } = placeOf(block, lane);
  return (
    <li
      className={`p-visit p-visit-${visit.state.toLowerCase()}`}
      style={{ gridColumn, gridRow }}
      data-changed={changed || undefined}
      data-saving={isSaving || undefined}
      draggable={isPlan}
      title={[visit.subject, times, visit.city, stateText(visit.state)].filter(Boolean).join(' · ')}
      onDragStart={(event) => {
        const area = event.currentTarget.getBoundingClientRect();
        const minutes = minutesBetween(visit);
        event.dataTransfer.setData('text/plain', visit.reference);
        event.dataTransfer.effectAllowed = 'move';
        take({ reference: visit.reference, minutes, grabbed: Math.floor((((event.clientX - area.left) / area.width) * minutes) / 15) * 15 });
      }}
      onDragEnd={() => take(null)}
    >
      <span className="p-visit-text">
        <Link to="/tickets/$reference" params={{ reference: visit.reference }} draggable={false}>
          {visit.reference}
        </Link>
        <span className="p-visit-times">
          {block.early && '← '}
          {times}
          {block.late && ' →'}
        </span>
        <span className="p-visit-subject">{[visit.subject, visit.city].filter(Boolean).join(' · ')}</span>
        <span className="p-visit-state">{isSaving ? t('state.saving') : stateText(visit.state)}</span>
      </span>
      {isPlan && (
        <UnstyledButton className="p-visit-again" aria-label={t('dispatch.againFor', { reference: visit.reference })} onClick={onAsk}>
          <Icon name="clock" />
        </UnstyledButton>
      )}
    </li>
  );
}
