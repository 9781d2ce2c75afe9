import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assignOthers, colleaguesQuery, withdrawOthers } from '../../../api/queries';
import type { AssignDevices } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { FormDialog } from '../../../components/FormDialog';

/** Several devices for one colleague, given or withdrawn at once. */
export function BulkAssign({
  accountId,
  deviceIds,
  how,
  onClose,
  onDone,
}: {
  accountId: string;
  deviceIds: readonly string[];
  how: 'assign' | 'withdraw';
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const colleagues = useQuery(colleaguesQuery(accountId));
  const [userId, choose] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const command = useCommand<AssignDevices, unknown>({
    name: `platen.${how}-others`,
    send: how === 'assign' ? assignOthers : withdrawOthers,
    touches: [['devices'], ['colleagues'], ['assignees']],
    onDone,
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`assignees.${how}Many`, { count: deviceIds.length })}
      submit={t(how === 'assign' ? 'assignment.assign' : 'assignees.withdraw')}
      command={command}
      fields={[]}
      onSubmit={() => {
        setMissing(userId === null);
        if (userId) command.send({ userId, deviceIds: [...deviceIds] });
      }}
    >
      <Select
        label={t('assignees.colleague')}
        placeholder={t('ticketForm.choose')}
        searchable
        comboboxProps={{ withinPortal: false }}
        value={userId}
        onChange={(id) => {
          choose(id);
          setMissing(false);
          command.forget();
        }}
        data={(colleagues.data?.items ?? []).map((person) => ({ value: person.userId, label: `${person.name} · ${t('assignees.devices', { count: person.assignedDevices })}` }))}
        nothingFoundMessage={t('assignees.nobody')}
        error={missing && t('assignees.choose')}
      />
    </FormDialog>
  );
}
