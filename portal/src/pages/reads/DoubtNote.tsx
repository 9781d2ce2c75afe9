import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMessage } from '../../api/problem';
import { Icon } from '../../components/Icon';
import { useFormat } from '../../components/useFormat';
import type { Doubt } from './doubt';

/** The platform asks back before it saves an unusual read. */
export function DoubtNote({
  doubt,
  withCounters,
  mayBeSaved,
  isSaving,
  onConfirm,
  onChange,
  ref,
}: {
  doubt: Doubt;
  /** Whether the counter has to be named: there are several. */
  withCounters: boolean;
  /** Whether it was confirmed and nobody knows what became of it. */
  mayBeSaved: boolean;
  isSaving: boolean;
  onConfirm: () => void;
  onChange: () => void;
  ref: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation();
  return (
    <div role="alertdialog" aria-labelledby="doubt-title" aria-describedby="doubt-text" tabIndex={-1} ref={ref} className="p-note p-note-warn p-doubt">
      <Icon name="warning" />
      <div>
        <strong id="doubt-title">{t(mayBeSaved ? 'read.doubtAgain' : 'read.doubtTitle')}</strong>
        <ul id="doubt-text">
          {doubt.warnings.map((warning) => (
            <li key={warning.field + warning.code}>
              {withCounters && <span>{t(`counter.${warning.field.replace('counters.', '')}`, { defaultValue: warning.field })}: </span>}
              {warning.message}
              <Range warning={warning} among={doubt.warnings} />
              <span className="p-code p-block">{warning.code}</span>
            </li>
          ))}
        </ul>
        <div className="p-buttons">
          <Button type="button" onClick={onConfirm} loading={isSaving}>
            {t('read.confirm')}
          </Button>
          <Button type="button" variant="default" onClick={onChange} disabled={isSaving}>
            {t('read.change')}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The expected range, where no warning of this field names it already. */
function Range({ warning, among }: { warning: FieldMessage; among: readonly FieldMessage[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (warning.low === undefined || warning.high === undefined) return null;
  if (among.some(({ field, code }) => field === warning.field && code === 'OUTSIDE_EXPECTED_RANGE')) return null;
  return <span className="p-quiet p-block">{t('read.expectedBetween', { low: format.count(warning.low), high: format.count(warning.high) })}</span>;
}
