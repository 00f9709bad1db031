const PAIR_SPAN_MS = 6000;
const PAIR_BURST = 45;

/** Counts messages of the number and of each pair of business and person. Times are the simulator's, ms. */
export class RateLimit {
  private second = 0;
  private inSecond = 0;
  private readonly pairs = new Map<string, number[]>();

  /** True when the number has had its messages of this second. */
  numberExhausted(perSecond: number | null, now: number): boolean {
    if (perSecond === null) return false;
    const second = Math.floor(now / 1000);
    if (second !== this.second) [this.second, this.inSecond] = [second, 0];
    this.inSecond += 1;
    return this.inSecond > perSecond;
  }

  /** True when this person has had a burst within six seconds. */
  pairExhausted(person: string, now: number): boolean {
    const recent = (this.pairs.get(person) ?? []).filter((at) => now - at < PAIR_SPAN_MS);
    this.pairs.set(person, recent);
    if (recent.length >= PAIR_BURST) return true;
    recent.push(now);
    return false;
  }

  reset(): void {
    this.pairs.clear();
    this.inSecond = 0;
  }
}
