import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../../components/SearchField';

/** Searches what somebody has to decide, open or all of it. */
export function DecidedTools({
  label,
  placeholder,
  q,
  state,
  onSearch,
  onState,
}: {
  label: string;
  placeholder: string;
  q: string | undefined;
  state: 'OPEN' | 'ALL';
  onSearch: (q: string | undefined) => void;
  onState: (state: 'OPEN' | 'ALL') => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="p-tools">
      <SearchField label={label} placeholder={placeholder} value={q ?? ''} onSearch={(text) => onSearch(text || undefined)} />
      <SegmentedControl
        aria-label={t('correction.which')}
        value={state}
        onChange={(which) => onState(which as 'OPEN' | 'ALL')}
        data={[
          { value: 'OPEN', label: t('correction.open') },
          { value: 'ALL', label: t('correction.all') },
        ]}
      />
    </div>
  );
}
