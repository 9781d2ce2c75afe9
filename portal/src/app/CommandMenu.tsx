import { Input, Modal } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/Icon';
import { activeOf, entered, neighbour } from './commandSearch';
import { useCommands, type Command, type CommandGroup } from './useCommands';
import './commandMenu.css';

interface Actions {
  readonly onKeys: () => void;
  readonly onSignOut: () => void;
}

/** Finds any device, customer or action by number or words. */
export function CommandMenu({ opened, onClose, ...actions }: { opened: boolean; onClose: () => void } & Actions) {
  const { t } = useTranslation();
  const [leaves, setLeaves] = useState(false);
  const run = (command: Command) => {
    setLeaves(command.leaves);
    onClose();
    command.run();
  };
  const close = () => {
    setLeaves(false);
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      returnFocus={!leaves}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset={80}
      attributes={{ content: { 'aria-label': t('command.title') } }}
    >
      <CommandSearch onRun={run} {...actions} />
    </Modal>
  );
}

function CommandSearch({ onRun, ...actions }: { onRun: (command: Command) => void } & Actions) {
  const { t } = useTranslation();
  const prefix = useId();
  const [text, setText] = useState('');
  const [chosen, choose] = useState<string | null>(null);
  const [waits, setWaits] = useState(false);
  const { groups, state } = useCommands(text, actions);
  const commands = groups.flatMap((group) => group.commands);
  const ids = commands.map(({ id }) => id);
  const active = activeOf(ids, chosen);
  const optionId = (id: string) => `${prefix}-${id}`;
  const activeOption = active === null ? undefined : optionId(active);
  const run = (id: string | null) => {
    const command = commands.find((each) => each.id === id);
    if (command) onRun(command);
  };

  useEffect(() => {
    if (activeOption) document.getElementById(activeOption)?.scrollIntoView({ block: 'nearest' });
  }, [activeOption]);

  // Enter came before the answer: what was found is opened when it is there, and nothing when the search has failed.
  useEffect(() => {
    if (!waits || state === 'pending') return;
    setWaits(false);
    if (state !== 'failed') run(active);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(neighbour(ids, active, event.key === 'ArrowDown' ? 1 : -1));
      setWaits(false);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const now = entered(ids, chosen, state);
      if (now === 'later') setWaits(true);
      else run(now);
    }
  };

  return (
    <>
      <Input
        data-autofocus
        role="combobox"
        aria-label={t('command.open')}
        aria-autocomplete="list"
        aria-expanded={ids.length > 0}
        aria-controls={ids.length > 0 ? `${prefix}-list` : undefined}
        aria-activedescendant={activeOption}
        className="p-command-input"
        size="lg"
        leftSection={<Icon name="search" />}
        placeholder={t('command.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          choose(null);
          setWaits(false);
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="p-command-state">
        {state === 'pending' && t('state.loading')}
        {state === 'failed' && t('command.failed')}
        {state === 'done' && ids.length === 0 && t('command.nothing')}
      </p>
      {ids.length > 0 && (
        <div role="listbox" id={`${prefix}-list`} aria-label={t('command.results')} className="p-commands">
          {groups.map((group) => (
            <Group key={group.label} group={group} active={active} optionId={optionId} onRun={onRun} />
          ))}
        </div>
      )}
    </>
  );
}

function Group({
  group,
  active,
  optionId,
  onRun,
}: {
  group: CommandGroup;
  active: string | null;
  optionId: (id: string) => string;
  onRun: (command: Command) => void;
}) {
  return (
    <div role="group" aria-label={group.label}>
      <div aria-hidden="true" className="p-command-group">
        {group.label}
      </div>
      {group.commands.map((command) => (
        <div
          key={command.id}
          id={optionId(command.id)}
          role="option"
          aria-selected={command.id === active}
          className="p-command"
          // The focus stays in the input, where one types on.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onRun(command)}
        >
          <Icon name={command.icon} />
          <span className="p-two-lines">
            <span>{command.label}</span>
            {command.description && <span className="p-quiet">{command.description}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}
