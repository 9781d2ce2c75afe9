import { useTranslation } from 'react-i18next';
import { useFormat } from './useFormat';

const WIDTH = 120;
const HEIGHT = 40;

/** The trend of the last months; the words for those who listen. */
export function Sparkline({ months, label }: { months: readonly { month: string; pages: number }[]; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (months.length < 2) return null;
  const highest = Math.max(1, ...months.map(({ pages }) => pages));
  const x = (index: number) => 3 + (index * (WIDTH - 6)) / (months.length - 1);
  const y = (pages: number) => HEIGHT - 4 - (pages / highest) * (HEIGHT - 8);
  const line = months.map(({ pages }, index) => `${x(index)},${y(pages)}`).join(' ');
  const last = months[months.length - 1];
  return (
    <svg
      className="p-spark"
      role="img"
      width={WIDTH}
      height={HEIGHT}
      aria-label={t('plot.trend', { label, months: months.map(({ month, pages }) => `${format.month(month)} ${format.count(pages)}`).join(', ') })}
    >
      <polygon points={`3,${HEIGHT - 2} ${line} ${WIDTH - 3},${HEIGHT - 2}`} />
      <polyline points={line} />
      {last && <circle cx={x(months.length - 1)} cy={y(last.pages)} r="3" />}
    </svg>
  );
}
