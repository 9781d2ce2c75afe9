import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, isOutcomeUnknown } from '../../api/problem';
import type { StaffPerson, TicketRow } from '../../api/types';
import { Messages } from '../../components/Messages';
import { ProblemNote } from '../../components/ProblemNote';
import { useFormat } from '../../components/useFormat';
import { clock, dayOf, firstMinute, instantAt, minuteOf, minuteOfClock, minutesBetween } from '../../lib/board';
import { ownZone } from '../../lib/format';
import { useDispatch } from './useDispatch';

const DURATIONS = [30, 45, 60, 90, 120, 180, 240, 480];

export interface Plan {
  readonly engineerId: string;
  readonly from?: string;
  readonly until?: string;
  /** Where no window is given: the day the board shows. */
  readonly day?: string;
}

/** Plans a visit without a mouse: who, when and how long. A refusal explains itself here. */
export function DispatchDialog({
  ticket,
  engineers,
  plan,
  board,
  onClose,
}: {
  ticket: Pick<TicketRow, 'reference' | 'subject'> & Partial<Pick<TicketRow, 'region'>>;
  engineers: readonly StaffPerson[];
  plan: Plan;
  board?: readonly unknown[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const startsOn = plan.from ? dayOf(new Date(plan.from)) : (plan.day ?? dayOf(new Date()));
  const planned = plan.from && plan.until ? minutesBetween({ from: plan.from, until: plan.until }) : 60;
  const [engineerId, setEngineer] = useState(plan.engineerId);
  const [day, setDay] = useState(startsOn);
  const [start, setStart] = useState(clock(plan.from ? minuteOf(plan.from) : firstMinute(startsOn)));
  const [minutes, setMinutes] = useState(planned);
  const [missing, setMissing] = useState<ReadonlySet<'engineer' | 'day' | 'start'>>(new Set());
  const command = useDispatch(onClose, board);
  const problem = command.error instanceof Problem ? command.error : null;
  const durations = DURATIONS.includes(planned) ? DURATIONS : [...DURATIONS, planned].sort((a, b) => a - b);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const minute = minuteOfClock(start);
    const lacking = new Set<'engineer' | 'day' | 'start'>();
    if (!engineerId) lacking.add('engineer');
    if (!day) lacking.add('day');
    if (minute === null) lacking.add('start');
    setMissing(lacking);
    if (lacking.size > 0 || minute === null) return;
    command.send({ reference: ticket.reference, plan: { engineerId, from: instantAt(day, minute), until: instantAt(day, minute + minutes) } });
  };
  const errorOf = (field: 'engineer' | 'day' | 'start', named: string) =>
    missing.has(field) ? t(`dispatch.missing.${field}`) : problem && problem.at(named).length > 0 && <Messages messages={problem.at(named)} />;

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('dispatch.title', { reference: ticket.reference })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      <form className="p-dialog" onSubmit={onSubmit} noValidate aria-label={t('dispatch.title', { reference: ticket.reference })}>
        <p className="p-quiet">{ticket.subject}</p>
        <NativeSelect
          label={t('dispatch.engineer')}
          data-autofocus
          value={engineerId}
          onChange={(event) => {
            setEngineer(event.currentTarget.value);
            command.forget();
          }}
          data={[
            { value: '', label: t('ticketForm.choose') },
            ...engineers.map((engineer) => ({ value: engineer.userId, label: [engineer.name, engineer.regions.join(', ')].filter(Boolean).join(' · ') })),
          ]}
          error={errorOf('engineer', 'engineerId')}
        />
        <div className="p-dialog-row">
          <TextInput type="date" label={t('dispatch.day')} value={day} onChange={(event) => setDay(event.currentTarget.value)} error={errorOf('day', 'from')} />
          <TextInput type="time" step={900} label={t('dispatch.start')} value={start} onChange={(event) => setStart(event.currentTarget.value)} error={errorOf('start', 'until')} />
          <NativeSelect
            label={t('dispatch.duration')}
            value={String(minutes)}
            onChange={(event) => setMinutes(Number(event.currentTarget.value))}
            data={durations.map((each) => ({ value: String(each), label: format.duration(each * 60) }))}
          />
        </div>
        <p className="p-quiet">{t('dispatch.zone', { zone: ownZone() })}</p>
        {command.error && (
          <ProblemNote command title={isOutcomeUnknown(command.error) ? undefined : t('dispatch.refused', { reference: ticket.reference })} error={command.error} others={problem?.beside(['engineerId', 'from', 'until'])} />
        )}
        <div className="p-buttons">
          <Button type="submit" disabled={command.isPending} aria-busy={command.isPending}>
            {t(command.isPending ? 'state.saving' : 'dispatch.save')}
          </Button>
          <Button variant="default" onClick={onClose} disabled={command.isPending}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
