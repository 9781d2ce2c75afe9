import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { useFormat } from './useFormat';

export function Pager({ page, size, total, onPage }: { page: number; size: number; total: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = Math.max(1, Math.ceil(total / size));
  const from = total === 0 ? 0 : page * size + 1;
  return (
    <nav className="p-pager" aria-label={t('table.pages')}>
      <span className="p-figure" role="status">
        {t('table.range', { from: format.count(from), to: format.count(Math.min(total, (page + 1) * size)), total: format.count(total) })}
      </span>
      {pages > 1 && (
        <span className="p-pager-buttons">
          <Button variant="default" size="xs" disabled={page === 0} onClick={() => onPage(page - 1)} leftSection={<Icon name="back" />}>
            {t('table.previous')}
          </Button>
          <Button variant="default" size="xs" disabled={page >= pages - 1} onClick={() => onPage(page + 1)} rightSection={<Icon name="forward" />}>
            {t('table.next')}
          </Button>
        </span>
      )}
    </nav>
  );
}
