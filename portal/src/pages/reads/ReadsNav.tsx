import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { SubNav } from '../../components/SubNav';

/** What there is to do with meter reads. */
export function ReadsNav() {
  const { t } = useTranslation();
  const { can } = useSession();
  return (
    <SubNav
      label={t('nav.reads')}
      entries={[
        ...(can('METER_SUBMIT')
          ? ([
              { to: '/reads', label: t('readsNav.due') },
              { to: '/reads/upload', label: t('readsNav.upload') },
              { to: '/reads/history', label: t('readsNav.history') },
            ] as const)
          : []),
        ...(can('METER_CORRECT') || can('METER_DECIDE') ? ([{ to: '/reads/corrections', label: t('readsNav.corrections') }] as const) : []),
        ...(can('METER_PHONE') ? ([{ to: '/reads/investigations', label: t('readsNav.investigations') }] as const) : []),
      ]}
    />
  );
}
