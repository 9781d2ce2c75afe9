import { Button, Popover, UnstyledButton, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { createContext, useContext, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import '../styles/menu.css';

const Close = createContext<() => void>(() => undefined);

/** What is done less often, behind one button; the tab key and the arrows go through it. */
export function MoreMenu({ label, size, ref, children }: { label?: string; size?: ButtonProps['size']; ref?: Ref<HTMLButtonElement>; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={(open) => (open ? menu.open() : menu.close())} position="bottom-end" shadow="md" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button ref={ref} size={size} variant="default" rightSection={<Icon name="down" />} aria-label={label} aria-expanded={opened} onClick={menu.toggle} className="p-more-button">
          {t('action.more')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="p-menu" onKeyDown={step}>
        <Close.Provider value={menu.close}>{children}</Close.Provider>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Of what does not work now, the reason is said in its place. */
export function MoreItem({ children, why, disabled, onClick, renderRoot }: { children: ReactNode; why?: ReactNode; disabled?: boolean; onClick?: () => void; renderRoot?: (props: Record<string, unknown>) => ReactNode }) {
  const close = useContext(Close);
  return (
    <UnstyledButton
      className="p-menu-item"
      aria-disabled={disabled || undefined}
      renderRoot={renderRoot}
      onClick={() => {
        if (disabled) return;
        close();
        onClick?.();
      }}
    >
      {children}
      {why && <span className="p-menu-why">{why}</span>}
    </UnstyledButton>
  );
}

function step(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.p-menu-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}
