import { useElementSize } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, corridorAt, daysBetween } from '../lib/corridor';
import { stretches, type CurvePoint } from '../lib/curve';
import { niceTicks } from '../lib/ticks';
import { useFormat } from './useFormat';

const HEIGHT = 240;
const DOT: Record<string, string> = { REMOTE: 'p-plot-remote', ESTIMATE: 'p-plot-estimate', RESET: 'p-plot-reset' };
const EDGE = { top: 14, right: 16, bottom: 26 };
/** Of a figure of the scale, with room to spare. */
const DIGIT = 7.5;

/**
 * Page counts over time with the corridor in which the next read is expected, and the value being typed. The table beside
 * it says the same in figures.
 */
export function ReadsPlot({
  counter,
  points,
  perDay,
  today,
  typed,
}: {
  counter: string;
  /** Oldest first. */
  points: readonly CurvePoint[];
  perDay?: number | null;
  today: string;
  typed?: { on: string; value: number };
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ref, width } = useElementSize();
  const clip = useId();
  const last = points.at(-1);
  if (!last) return <p className="p-quiet">{t('plot.empty')}</p>;

  const end = [addDays(today, 7), addDays(last.on, 14), typed?.on ?? ''].reduce((a, b) => (a > b ? a : b));
  const corridor = perDay == null ? null : corridorAt({ readOn: last.on, value: last.value }, perDay, end);
  const first = points[0]?.on ?? last.on;
  const start = daysBetween(first, end) < 30 ? addDays(end, -30) : first;

  const values = [...points.map((point) => point.value), ...(corridor ? [corridor.high] : [])];
  let low = Math.min(...values);
  let high = Math.max(...values);
  // A mistyped value must not flatten the curve: beyond twice the range it is drawn at the edge.
  const range = Math.max(high - low, 100);
  if (typed) {
    low = Math.min(low, Math.max(typed.value, low - range));
    high = Math.max(high, Math.min(typed.value, high + range));
  }
  const ticks = niceTicks(low, high === low ? low + 100 : high, 4);
  const bottom = ticks[0] ?? low;
  const top = ticks.at(-1) ?? high;

  const margin = { ...EDGE, left: 16 + DIGIT * Math.max(...ticks.map((tick) => format.count(tick).length)) };
  const inner = Math.max(10, width - margin.left - margin.right);
  const x = (on: string) => margin.left + (daysBetween(start, on) / Math.max(1, daysBetween(start, end))) * inner;
  const y = (value: number) => {
    const share = (value - bottom) / Math.max(1, top - bottom);
    return margin.top + (1 - Math.min(1, Math.max(0, share))) * (HEIGHT - margin.top - margin.bottom);
  };
  const nearest = perDay == null ? null : corridorAt({ readOn: last.on, value: last.value }, perDay, last.on);
  const dates = [start, addDays(start, Math.round(daysBetween(start, end) / 2)), end];
  const description = [
    t('plot.description', { counter, count: points.length, value: format.count(last.value), date: format.date(last.on) }),
    corridor ? t('plot.expectedBy', { low: format.count(corridor.low), high: format.count(corridor.high), date: format.date(end) }) : '',
    typed ? t('plot.typed', { value: format.count(typed.value) }) : '',
  ].join(' ');

  return (
    <figure className="p-plot" ref={ref}>
      <svg role="img" aria-label={description} width={Math.max(width, 10)} height={HEIGHT}>
        <clipPath id={clip}>
          <rect x={margin.left - 6} y={margin.top - 4} width={inner + 12} height={HEIGHT - margin.top - margin.bottom + 8} />
        </clipPath>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="p-plot-grid" x1={margin.left} x2={margin.left + inner} y1={y(tick)} y2={y(tick)} />
            <text className="p-plot-text" x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {format.count(tick)}
            </text>
          </g>
        ))}
        {dates.map((date, index) => (
          <text
            key={date}
            className="p-plot-text"
            x={x(date)}
            y={HEIGHT - 6}
            textAnchor={index === 0 ? 'start' : index === dates.length - 1 ? 'end' : 'middle'}
          >
            {format.date(date)}
          </text>
        ))}
        <g clipPath={`url(#${CSS.escape(clip)})`}>
          {corridor && nearest && (
            <>
              <polygon
                className="p-plot-corridor"
                points={[
                  [x(last.on), y(nearest.low)],
                  [x(last.on), y(nearest.high)],
                  ...steps(last.on, end).map((on) => [x(on), y(corridorAt({ readOn: last.on, value: last.value }, perDay ?? 0, on).high)]),
                  ...steps(last.on, end)
                    .reverse()
                    .map((on) => [x(on), y(corridorAt({ readOn: last.on, value: last.value }, perDay ?? 0, on).low)]),
                ]
                  .map((point) => point.join(','))
                  .join(' ')}
              />
              <line className="p-plot-expected" x1={x(last.on)} y1={y(last.value)} x2={x(end)} y2={y(corridor.expected)} />
            </>
          )}
          {stretches(points).map((stretch, index) => (
            <polyline key={index} className="p-plot-line" points={stretch.map((point) => `${x(point.on)},${y(point.value)}`).join(' ')} />
          ))}
          {points.map((point, index) => (
            <circle
              key={`${point.on}-${index}`}
              className={DOT[point.source] ?? 'p-plot-read'}
              cx={x(point.on)}
              cy={y(point.value)}
              r={point.source === 'REMOTE' ? 2.5 : 4}
            >
              <title>{`${format.date(point.on)}: ${format.count(point.value)} (${t(point.source === 'RESET' ? 'reset.title' : `source.${point.source}`)})`}</title>
            </circle>
          ))}
        </g>
        {typed && (
          <g className="p-plot-typed">
            <line x1={x(typed.on)} x2={x(typed.on)} y1={margin.top} y2={HEIGHT - margin.bottom} />
            <path d={`M${x(typed.on)} ${y(typed.value) - 7}l7 7-7 7-7-7z`} />
          </g>
        )}
      </svg>
      <figcaption>
        <span className="p-key p-key-read">{t('plot.keyRead')}</span>
        {points.some(({ source }) => source === 'RESET') && <span className="p-key p-key-reset">{t('plot.keyReset')}</span>}
        {points.some(({ source }) => source === 'REMOTE') && <span className="p-key p-key-remote">{t('plot.keyRemote')}</span>}
        {corridor && <span className="p-key p-key-corridor">{t('plot.keyCorridor')}</span>}
        {typed && <span className="p-key p-key-typed">{t('plot.keyTyped')}</span>}
      </figcaption>
    </figure>
  );
}

function steps(from: string, to: string): string[] {
  const days = Math.max(1, daysBetween(from, to));
  return Array.from({ length: 9 }, (_, index) => addDays(from, Math.round((days * index) / 8)));
}
