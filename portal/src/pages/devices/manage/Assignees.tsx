import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assigneesQuery, assignOthers, colleaguesQuery, withdrawOthers } from '../../../api/queries';
import type { AssignDevices, DeviceDetail } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { ProblemNote } from '../../../components/ProblemNote';
import { QueryNote } from '../../../components/QueryNote';
import { Section } from '../../../components/Section';

/** Who looks after the device; an administrator adds colleagues and takes them off. */
export function Assignees({ device, accountId }: { device: DeviceDetail; accountId: string }) {
  const { t } = useTranslation();
  const assignees = useQuery(assigneesQuery(device.id));
  const colleagues = useQuery(colleaguesQuery(accountId));
  const [chosen, choose] = useState<string | null>(null);
  const touches = [['devices'], ['device', device.id], ['device-timeline', device.id], ['colleagues']];
  const assign = useCommand<AssignDevices, unknown>({
    name: `platen.assign.${device.id}`,
    send: assignOthers,
    shownBy: () => [assigneesQuery(device.id).queryKey],
    touches,
    onDone: () => choose(null),
  });
  const withdraw = useCommand<AssignDevices, unknown>({
    name: `platen.withdraw.${device.id}`,
    send: withdrawOthers,
    shownBy: () => [assigneesQuery(device.id).queryKey],
    touches,
  });
  const taken = new Set((assignees.data?.items ?? []).map(({ userId }) => userId));
  const free = (colleagues.data?.items ?? []).filter(({ userId }) => !taken.has(userId));
  return (
    <Section title={t('assignees.title')}>
      <QueryNote query={assignees} />
      {assignees.data && assignees.data.items.length === 0 && <p className="p-quiet">{t('assignees.none')}</p>}
      {assignees.data && assignees.data.items.length > 0 && (
        <ul className="p-list" aria-label={t('assignees.title')}>
          {assignees.data.items.map((person) => (
            <li key={person.userId}>
              <span className="p-two-lines">
                <span>{person.name}</span>
                <span className="p-quiet">{person.role && t(`role.${person.role}`)}</span>
              </span>
              <Button
                size="xs"
                variant="default"
                aria-label={t('assignees.withdrawOf', { name: person.name })}
                disabled={withdraw.isPending}
                onClick={() => withdraw.send({ userId: person.userId, deviceIds: [device.id] })}
              >
                {t('assignees.withdraw')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {(assign.error ?? withdraw.error) && <ProblemNote command error={assign.error ?? withdraw.error} />}
      <div className="p-tools p-assignees">
        <Select
          label={t('assignees.add')}
          placeholder={t('ticketForm.choose')}
          searchable
          value={chosen}
          onChange={choose}
          data={free.map((person) => ({ value: person.userId, label: person.name }))}
          nothingFoundMessage={t('assignees.nobody')}
        />
        <Button variant="default" disabled={chosen === null || assign.isPending} aria-busy={assign.isPending} onClick={() => chosen && assign.send({ userId: chosen, deviceIds: [device.id] })}>
          {t(assign.isPending ? 'state.saving' : 'assignment.assign')}
        </Button>
      </div>
    </Section>
  );
}
