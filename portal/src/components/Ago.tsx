import { useFormat } from './useFormat';
import { useTick } from './useTick';

/** How long ago, with the exact time and its zone on demand. */
export function Ago({ at }: { at: string }) {
  const format = useFormat();
  useTick(30_000);
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.ago(at)}
    </time>
  );
}
