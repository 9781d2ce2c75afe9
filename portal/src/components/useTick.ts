import { useEffect, useState } from 'react';

/** Draws anew from time to time, for what says how long ago something was. */
export function useTick(millis: number): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), millis);
    return () => clearInterval(timer);
  }, [millis]);
}
