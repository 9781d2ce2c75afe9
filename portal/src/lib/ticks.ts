/** Round figures that enclose a range, about as many as asked. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const rough = Math.max(1, (high - low) / Math.max(1, count));
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const from = Math.floor(low / step) * step;
  const ticks: number[] = [];
  for (let tick = from; tick < high + step; tick += step) ticks.push(Math.round(tick));
  return ticks;
}
