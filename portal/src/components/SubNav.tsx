import { Link, type LinkProps } from '@tanstack/react-router';

/** The pages of one heading, side by side. */
export function SubNav({ label, entries }: { label: string; entries: readonly { readonly to: LinkProps['to']; readonly label: string }[] }) {
  if (entries.length < 2) return null;
  return (
    <nav className="p-subnav" aria-label={label}>
      {entries.map((entry) => (
        <Link key={entry.to} to={entry.to} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {entry.label}
        </Link>
      ))}
    </nav>
  );
}
