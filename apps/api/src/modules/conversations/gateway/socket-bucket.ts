const PER_SECOND = 10;
const BURST = 20;
/** As many in vain, without ever falling silent for two seconds, are no panel's. */
const MOST_IN_VAIN = 200;

/** How much one socket may say: ten messages a second, twenty at once. */
export class SocketBucket {
  private left = BURST;
  private inVain = 0;

  /** @param at milliseconds */
  constructor(private at: number) {}

  /** What to do with a message that comes now: hear it, drop it, or cut the socket off. */
  take(now: number): 'hear' | 'drop' | 'cut' {
    this.left = Math.min(BURST, this.left + (Math.max(0, now - this.at) / 1000) * PER_SECOND);
    this.at = now;
    if (this.left === BURST) this.inVain = 0;
    if (this.left >= 1) {
      this.left -= 1;
      return 'hear';
    }
    this.inVain += 1;
    return this.inVain > MOST_IN_VAIN ? 'cut' : 'drop';
  }
}
