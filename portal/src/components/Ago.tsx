import { useEffect, useState } from 'react';
import { useFormat } from './useFormat';

/** How long ago, with the exact time and its zone on demand. */
export function Ago({ at }: { at: string }) {
  const format = useFormat();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.ago(at)}
    </time>
  );
}
