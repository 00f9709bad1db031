/** The providers' time: the machine's, moved forward by whoever tests a deadline. */
export class SimulatedClock {
  private offset = 0;

  constructor(private readonly machine: () => number = Date.now) {}

  /** Milliseconds since the epoch. */
  now(): number {
    return this.machine() + this.offset;
  }

  /** Unix seconds, as Meta writes them. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  offsetMs(): number {
    return this.offset;
  }

  advance(ms: number): void {
    this.offset += ms;
  }

  reset(): void {
    this.offset = 0;
  }
}
