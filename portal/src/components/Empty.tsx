import { Button } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Nothing to show, why, and the one next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: { to: LinkProps['to']; label: string } | { onClick: () => void; label: string };
}) {
  return (
    <div className="p-empty">
      <p className="p-empty-title">{title}</p>
      {children && <p>{children}</p>}
      {action && 'to' in action && (
        <Button variant="default" renderRoot={(props) => <Link to={action.to} {...props} />}>
          {action.label}
        </Button>
      )}
      {action && 'onClick' in action && (
        <Button variant="default" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
