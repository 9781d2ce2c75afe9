import { ActionIcon, Burger, Drawer, Popover, Select, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/client';
import { Icon } from '../components/Icon';
import { ProblemNote } from '../components/ProblemNote';
import { Wordmark } from '../components/Wordmark';
import { useLiveState } from '../live/LiveProvider';
import { CommandMenu } from './CommandMenu';
import { KeyList } from './KeyList';
import { Notices } from './Notices';
import { PersonMenu } from './PersonMenu';
import { useShortcuts } from './shortcuts';
import { entriesFor, type NavEntry } from './navigation';
import { useSession } from './session';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [menuOpened, menu] = useDisclosure(false);
  const [keysOpened, keys] = useDisclosure(false);
  const [searchOpened, search] = useDisclosure(false);
  const leave = useMutation({ mutationFn: signOut });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  useShortcuts({ onKeys: keys.open });
  useHotkeys([['mod+K', search.open]], []);
  const closeMenu = menu.close;
  useEffect(() => closeMenu(), [pathname, closeMenu]);

  return (
    <div className="p-shell">
      <a className="p-skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="p-top">
        <Burger
          className="p-top-burger"
          opened={menuOpened}
          onClick={menu.toggle}
          size="sm"
          aria-label={t('shell.menu')}
          aria-expanded={menuOpened}
        />
        <Link to="/" className="p-top-brand" aria-label={t('shell.home')}>
          <Wordmark />
        </Link>
        <UnstyledButton className="p-search" onClick={search.open} aria-keyshortcuts="Control+K" aria-label={t('command.open')}>
          <Icon name="search" />
          <span className="p-search-text">{t('command.open')}</span>
          <kbd>{t('keys.ctrl')} K</kbd>
        </UnstyledButton>
        <div className="p-top-end">
          <LiveDot />
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={keys.open} aria-label={t('keys.title')} className="p-top-help">
            <Icon name="help" />
          </ActionIcon>
          <PersonMenu />
        </div>
      </header>
      <div className="p-notices">
        <Notices />
        {leave.error && <ProblemNote title={t('problem.signOut')} error={leave.error} onRetry={() => leave.mutate()} />}
      </div>
      <aside className="p-side">
        <Navigation />
      </aside>
      <Drawer
        opened={menuOpened}
        onClose={menu.close}
        size={290}
        title={<Wordmark />}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        attributes={{ header: { role: 'none' } }}
      >
        <Navigation />
      </Drawer>
      <div className="p-content">
        <AccountStrip />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <CommandMenu opened={searchOpened} onClose={search.close} onKeys={keys.open} onSignOut={() => leave.mutate()} />
      {keysOpened && <KeyList onClose={keys.close} />}
    </div>
  );
}

function Navigation() {
  const { t } = useTranslation();
  const session = useSession();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <nav aria-label={t('shell.navigation')} className="p-nav">
      {entriesFor(session).map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          aria-current={isUnder(entry, pathname) ? 'page' : undefined}
        >
          <Icon name={entry.icon} />
          {t(entry.label)}
        </Link>
      ))}
    </nav>
  );
}

/** A heading is where all its pages are: it opens the one that is wanted most. */
function isUnder({ to, under }: NavEntry, pathname: string): boolean {
  const start = under ?? to;
  return start === '/' ? pathname === '/' : pathname === start || pathname.startsWith(`${start}/`);
}

/** Name and both numbers of the account, with what each number is for. */
function AccountStrip() {
  const { t } = useTranslation();
  const { accounts, account, selectAccount, isStaff, me } = useSession();
  if (isStaff) {
    return (
      <section className="p-account" aria-label={t('account.account')}>
        <span className="p-account-name">{t(`role.${me.staff?.role ?? 'STAFF'}`)}</span>
        {me.staff && me.staff.regions.length > 0 && (
          <span className="p-account-number">{t('shell.regions', { regions: me.staff.regions.join(', ') })}</span>
        )}
      </section>
    );
  }
  if (accounts.length === 0) return null;
  return (
    <section className="p-account" aria-label={t('account.account')}>
      {accounts.length > 1 ? (
        <Select
          aria-label={t('account.switch')}
          size="xs"
          className="p-account-select"
          value={account?.id ?? ALL}
          onChange={(value) => selectAccount(value === ALL || value === null ? undefined : value)}
          allowDeselect={false}
          comboboxProps={{ width: 320, position: 'bottom-start' }}
          data={[
            { value: ALL, label: t('account.all') },
            ...accounts.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
      ) : (
        <span className="p-account-name">{account?.name}</span>
      )}
      {account && (
        <>
          <NumberWithMeaning label={t('account.customerNumber')} value={account.customerAccountNumber} meaning={t('account.customerNumberMeaning')} />
          <NumberWithMeaning label={t('account.systemNumber')} value={account.systemAccountNumber} meaning={t('account.systemNumberMeaning')} />
        </>
      )}
    </section>
  );
}

const ALL = 'all';

export function NumberWithMeaning({ label, value, meaning }: { label: string; value: string; meaning: string }) {
  const { t } = useTranslation();
  return (
    <span className="p-account-number">
      {label} <strong className="p-figure">{value}</strong>
      <Popover width={280} withArrow shadow="md" position="bottom">
        <Popover.Target>
          <UnstyledButton className="p-info" aria-label={t('account.explain', { label })}>
            <Icon name="info" />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={label}>{meaning}</Popover.Dropdown>
      </Popover>
    </span>
  );
}

function LiveDot() {
  const { t } = useTranslation();
  const state = useLiveState();
  return (
    <span className={`p-live p-live-${state}`} title={t(`live.${state}Hint`)}>
      <span className="p-live-dot" aria-hidden="true" />
      <span className="p-live-text">{t(`live.${state}`)}</span>
    </span>
  );
}
