/**
 * Gathers what comes within one animation frame and hands it over at once. A hidden page draws no frames: there a
 * slow timer takes their place, so that the title's count still moves.
 */
export class FrameBatch<T> {
  private gathered: T[] = [];
  private scheduled = false;

  constructor(private readonly handOver: (items: T[]) => void) {}

  add(items: readonly T[]): void {
    if (items.length === 0) return;
    this.gathered.push(...items);
    if (this.scheduled) return;
    this.scheduled = true;
    if (document.hidden) setTimeout(() => this.flush(), 500);
    else requestAnimationFrame(() => this.flush());
  }

  private flush(): void {
    const items = this.gathered;
    this.gathered = [];
    this.scheduled = false;
    this.handOver(items);
  }
}
