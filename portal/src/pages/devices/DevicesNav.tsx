import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { SubNav } from '../../components/SubNav';

/** What there is to do with devices. */
export function DevicesNav() {
  const { t } = useTranslation();
  const { can, isStaff } = useSession();
  const customers = [
    { to: '/devices/mine', label: t('devicesNav.mine') },
    { to: '/devices', label: t('devicesNav.account') },
    ...(can('DEVICE_BROWSE_ACCOUNT') ? ([{ to: '/devices/assign', label: t('devicesNav.assign') }] as const) : []),
    ...(can('DEVICE_BROWSE_ACCOUNT') ? ([{ to: '/devices/requests', label: t('devicesNav.requests') }] as const) : []),
    ...(can('DEVICE_ASSIGN_OTHERS') ? ([{ to: '/devices/groups', label: t('devicesNav.groups') }] as const) : []),
  ] as const;
  const staff = [
    { to: '/devices', label: t('nav.devices') },
    ...(can('ACCESS_REVIEW') ? ([{ to: '/devices/requests', label: t('devicesNav.requests') }] as const) : []),
  ] as const;
  return <SubNav label={t('nav.devices')} entries={isStaff ? staff : customers} />;
}
