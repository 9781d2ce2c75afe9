export function Wordmark() {
  return (
    <span className="p-wordmark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--p-brand)" />
        <path d="M9 7h9.5a6.5 6.5 0 0 1 0 13H13v5H9zm4 4v5h5a2.5 2.5 0 0 0 0-5z" fill="#fff" />
      </svg>
      <span>Platen</span>
    </span>
  );
}
