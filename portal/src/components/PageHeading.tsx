import { useEffect, useRef, type ReactNode } from 'react';

let visited = false;

/** The page's one h1. It takes the focus after a change of page, so that a screen reader says where one is. */
export function PageHeading({ title, sub, actions }: { title: string; sub?: ReactNode; actions?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Platen`;
  }, [title]);
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
  return (
    <header className="p-heading">
      <div className="p-heading-text">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {sub && <div className="p-heading-sub">{sub}</div>}
      </div>
      {actions && <div className="p-heading-actions">{actions}</div>}
    </header>
  );
}
