import { useTranslation } from 'react-i18next';
import type { Supply } from '../api/types';
import { otherSuppliesOf, percentOf, standingOf, tonersOf } from '../lib/toner';
import { Icon } from './Icon';
import { useFormat } from './useFormat';

interface LevelText {
  readonly level: string;
  /** Of an estimate, the day of which it is. */
  readonly day: string | null;
}

/** The words for a level: a figure only where one was measured, with its day where that is over. */
function useLevelText(): (supply: Supply) => LevelText {
  const { t } = useTranslation();
  const format = useFormat();
  return (supply) => {
    const percent = percentOf(supply);
    if (percent === null) return { level: t(`level.${standingOf(supply)}`), day: null };
    if (supply.state === 'MEASURED') return { level: format.percent(percent), day: null };
    return {
      level: t('level.estimate', { percent: format.percent(percent) }),
      day: supply.observedAt ? t('level.measuredOn', { at: format.instantDay(supply.observedAt) }) : null,
    };
  };
}

const inOneLine = ({ level, day }: LevelText) => (day === null ? level : `${level}, ${day}`);

function barClass(supply: Supply): string {
  return `p-bar p-bar-${standingOf(supply).toLowerCase()} p-ink-${(supply.colour ?? 'none').toLowerCase()}`;
}

function Bar({ supply, label, text }: { supply: Supply; label: string; text: string }) {
  const percent = percentOf(supply);
  const fill = percent === null ? null : <span className="p-bar-fill" style={{ width: `${percent}%` }} />;
  return percent === null ? (
    <span className={barClass(supply)} role="img" aria-label={`${label}: ${text}`} />
  ) : (
    <span className={barClass(supply)} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} aria-valuetext={text}>
      {fill}
    </span>
  );
}

function Level({ text }: { text: LevelText }) {
  if (text.day === null) return text.level;
  return (
    <span className="p-two-lines">
      <span>{text.level}</span>
      <span className="p-quiet">{text.day}</span>
    </span>
  );
}

/** All supplies of a device, one line each: name, bar in its colour, level in words. */
export function SupplyBars({ supplies }: { supplies: readonly Supply[] }) {
  const { t } = useTranslation();
  const levelText = useLevelText();
  const nameOf = (supply: Supply) =>
    supply.colour
      ? t(`supply.${supply.kind}_${supply.colour}`, { defaultValue: supply.description })
      : t(`supply.${supply.kind}`, { defaultValue: supply.description });
  return (
    <ul className="p-supplies">
      {[...tonersOf(supplies), ...otherSuppliesOf(supplies)].map((supply) => (
        <li key={supply.index}>
          <span className="p-supply-name" title={supply.description}>
            {nameOf(supply)}
          </span>
          <Bar supply={supply} label={nameOf(supply)} text={inOneLine(levelText(supply))} />
          <span className="p-supply-level">
            <Level text={levelText(supply)} />
            {supply.low && (
              <span className="p-tag p-tag-warn">
                <Icon name="warning" />
                {t('level.low')}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The toner of a device in one glance, for a row of a table. */
export function TonerGlance({ supplies }: { supplies: readonly Supply[] }) {
  const { t } = useTranslation();
  const levelText = useLevelText();
  const toners = tonersOf(supplies);
  if (toners.length === 0) return <span className="p-quiet">{t('level.none')}</span>;
  const low = toners.filter((supply) => supply.low);
  const summary = toners
    .map((supply) => `${t(`colour.${supply.colour}`)}: ${inOneLine(levelText(supply))}${supply.low ? `, ${t('level.low')}` : ''}`)
    .join('; ');
  return (
    <span className="p-glance">
      <span role="img" aria-label={t('level.summary', { summary })} title={summary} className="p-glance-bars">
        {toners.map((supply) => (
          <span key={supply.index} className={barClass(supply)}>
            {percentOf(supply) !== null && <span className="p-bar-fill" style={{ width: `${percentOf(supply)}%` }} />}
          </span>
        ))}
      </span>
      {low.length > 0 && (
        <span className="p-tag p-tag-warn">
          <Icon name="warning" />
          {t('level.lowOf', { colours: low.map((supply) => t(`colour.${supply.colour}`)).join(', ') })}
        </span>
      )}
    </span>
  );
}
