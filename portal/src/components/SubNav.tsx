import { Link, useRouterState, type LinkProps } from '@tanstack/react-router';

interface Entry {
  readonly to: LinkProps['to'];
  readonly label: string;
}

/** The pages of one heading, side by side; what is opened from one of them belongs to it. */
export function SubNav({ label, entries }: { label: string; entries: readonly Entry[] }) {
  const here = useRouterState({ select: ({ location }) => location.pathname });
  if (entries.length < 2) return null;
  const current = entries
    .map(({ to }) => String(to))
    .filter((to) => here === to || here.startsWith(`${to}/`))
    .sort((left, right) => right.length - left.length)[0];
  return (
    <nav className="p-subnav" aria-label={label}>
      {entries.map((entry) => (
        <Link key={entry.to} to={entry.to} activeOptions={{ exact: true, includeSearch: false }} aria-current={entry.to === current && entry.to !== here ? 'true' : undefined}>
          {entry.label}
        </Link>
      ))}
    </nav>
  );
}
