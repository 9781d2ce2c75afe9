import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/useFormat';
import { stripOf } from '../../../lib/dueRows';

/** The corridor in which a counter is expected and where the typed value falls; the same is said in figures below. */
export function CorridorStrip({
  id,
  last,
  corridor,
  typed,
}: {
  id: string;
  last: number;
  corridor: { readonly low: number; readonly high: number };
  typed: number | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const strip = stripOf(last, corridor, typed);
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div className="p-strip" data-standing={strip.standing}>
      <svg aria-hidden="true" width="100%" height="14">
        <rect className="p-strip-track" x="0" y="5" width="100%" height="4" rx="2" />
        <rect className="p-strip-corridor" x={percent(strip.low)} y="2" width={percent(Math.max(0.01, strip.high - strip.low))} height="10" rx="2" />
        {strip.typed !== null && <circle className="p-strip-typed" cx={percent(Math.min(0.985, Math.max(0.015, strip.typed)))} cy="7" r="5" />}
      </svg>
      <span id={id} className="p-quiet">
        {t('due.expected', { low: format.count(corridor.low), high: format.count(corridor.high) })}
      </span>
    </div>
  );
}
