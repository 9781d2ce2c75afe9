import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../api/problem';
import { changeGroup, createGroup, deleteGroup, groupsQuery } from '../../../api/queries';
import type { DeviceGroup } from '../../../api/types';
import { useCommand } from '../../../api/useCommand';
import { useSession } from '../../../app/session';
import { ConfirmDialog } from '../../../components/ConfirmDialog';
import { DataTable, type Column } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FormDialog } from '../../../components/FormDialog';
import { Messages } from '../../../components/Messages';
import { PageHeading } from '../../../components/PageHeading';
import { QueryNote } from '../../../components/QueryNote';
import { useFormat } from '../../../components/useFormat';
import { DevicesNav } from '../DevicesNav';
import { GroupMembers } from './GroupMembers';
import '../../../styles/devices.css';

/** Named groups of devices, to filter by and to assign at once. */
export function GroupsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { account, accounts } = useSession();
  const accountId = account?.id ?? accounts[0]?.id ?? '';
  const groups = useQuery(groupsQuery(accountId));
  const [editing, edit] = useState<DeviceGroup | 'new' | null>(null);
  const [deleting, setDeleting] = useState<DeviceGroup | null>(null);
  const columns: readonly Column<DeviceGroup>[] = [
    {
      key: 'name',
      header: t('group.name'),
      cell: (group) => (
        <Link to="/devices" search={{ group: group.id }}>
          {group.name}
        </Link>
      ),
    },
    { key: 'devices', header: t('nav.devices'), numeric: true, cell: (group) => <span className="p-figure">{format.count(group.devices.length)}</span> },
    {
      key: 'change',
      header: t('device.actions'),
      headerHidden: true,
      cell: (group) => (
        <span className="p-actions">
          <Button size="xs" variant="default" onClick={() => edit(group)} aria-label={t('group.changeOf', { name: group.name })}>
            {t('group.change')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDeleting(group)} aria-label={t('group.deleteOf', { name: group.name })}>
            {t('group.delete')}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeading title={t('devicesNav.groups')} sub={<p>{t('group.intro')}</p>} actions={<Button onClick={() => edit('new')}>{t('group.new')}</Button>} />
      <DevicesNav />
      <QueryNote query={groups} />
      {groups.data &&
        (groups.data.items.length === 0 ? (
          <Empty title={t('group.none')} action={{ label: t('group.new'), onClick: () => edit('new') }}>
            {t('group.noneHint')}
          </Empty>
        ) : (
          <DataTable label={t('devicesNav.groups')} columns={columns} rows={groups.data.items} idOf={(group) => group.id} />
        ))}
      {editing && <Edit key={editing === 'new' ? 'new' : editing.id} accountId={accountId} group={editing === 'new' ? null : editing} onClose={() => edit(null)} />}
      {deleting && <Delete group={deleting} onClose={() => setDeleting(null)} />}
    </>
  );
}

function Edit({ accountId, group, onClose }: { accountId: string; group: DeviceGroup | null; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(group?.name ?? '');
  const [members, setMembers] = useState<readonly string[]>(group?.devices.map(({ deviceId }) => deviceId) ?? []);
  const [isEmpty, setEmpty] = useState(false);
  const command = useCommand<{ name: string; deviceIds: string[] }, unknown>({
    name: `platen.group.${group?.id ?? 'new'}`,
    send: (body, key) => (group ? changeGroup(group.id, body, key) : createGroup({ accountId, ...body }, key)),
    shownBy: () => [groupsQuery(accountId).queryKey],
    touches: [['groups'], ['devices']],
    onDone: onClose,
  });
  const problem = command.error instanceof Problem ? command.error : null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={group ? t('group.changeOf', { name: group.name }) : t('group.new')}
      submit={t('group.save')}
      command={command}
      fields={['name']}
      onSubmit={() => {
        setEmpty(name.trim() === '');
        if (name.trim() !== '') command.send({ name: name.trim(), deviceIds: [...members] });
      }}
    >
      <TextInput
        label={t('group.name')}
        value={name}
        maxLength={60}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setEmpty(false);
          command.forget();
        }}
        error={isEmpty ? t('group.nameEmpty') : problem && problem.at('name').length > 0 && <Messages messages={problem.at('name')} />}
        data-autofocus
      />
      <GroupMembers accountId={accountId} known={group?.devices ?? []} members={members} onChange={setMembers} />
    </FormDialog>
  );
}

function Delete({ group, onClose }: { group: DeviceGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand<string, unknown>({
    name: `platen.group.${group.id}.delete`,
    send: (id, key) => deleteGroup(id, key),
    touches: [['groups'], ['devices']],
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      opened
      title={t('group.deleteTitle', { name: group.name })}
      text={t('group.deleteText')}
      yes={t('group.deleteYes')}
      command={command}
      onYes={() => command.send(group.id)}
      onClose={onClose}
    />
  );
}
