import { Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { entriesFor } from './navigation';
import { useSession } from './session';
import { setSingleKeys, singleKeysOn } from './shortcuts';

export function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const [on, setOn] = useState(singleKeysOn);
  const rows: readonly (readonly [readonly string[], string])[] = [
    [[t('keys.ctrl'), 'K'], t('command.open')],
    [['?'], t('keys.title')],
    [['/'], t('keys.searchPage')],
    ...entriesFor(session).map((entry) => [['G', entry.key.toUpperCase()], t('keys.go', { page: t(entry.label) })] as const),
    [['Esc'], t('keys.escape')],
  ];
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('action.close') }} attributes={{ header: { role: 'none' } }}>
      <dl className="p-keys">
        {rows.map(([combination, meaning]) => (
          <div key={meaning}>
            <dt>
              {combination.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Switch
        checked={on}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          setSingleKeys(event.currentTarget.checked);
        }}
        label={t('keys.single')}
        description={t('keys.singleHint')}
      />
    </Modal>
  );
}
