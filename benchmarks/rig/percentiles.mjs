/** @param {number[]} values @returns {{ p50: number, p95: number, p99: number, max: number }} zeros when there are none */
export function percentiles(values) {
  const sorted = Float64Array.from(values).sort();
  const at = (share) =>
    sorted.length === 0 ? 0 : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** @param {number[]} values */
export const median = (values) => percentiles(values).p50;
