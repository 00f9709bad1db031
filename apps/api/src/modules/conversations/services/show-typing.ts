import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { ThreadQuery } from '../persistence/thread.query.js';
import { ReadMarks } from './read-marks.js';

/** A sign lasts 25 s at the customer's, or until our message comes: one call covers the keys of a while. */
const SIGN_MS = 20_000;
const MOST_REMEMBERED = 5000;

/** Lets the customer see that somebody writes to them. */
@Injectable()
export class ShowTyping {
  private readonly logger = new Logger('typing');
  private readonly shown = new Map<string, number>();

  constructor(
    private readonly thread: ThreadQuery,
    private readonly marks: ReadMarks,
    private readonly clock: Clock,
  ) {}

  /** For courtesy only: whatever the provider answers, nobody waits for it. */
  show(conversationId: string): void {
    const now = this.clock.now().getTime();
    if (Math.abs(now - (this.shown.get(conversationId) ?? -SIGN_MS)) < SIGN_MS) return;
    if (this.shown.size >= MOST_REMEMBERED) this.shown.clear();
    this.shown.set(conversationId, now);
    void this.tell(conversationId).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'the provider did not take a sign of typing'),
    );
  }

  private async tell(conversationId: string): Promise<void> {
    const channelId = await this.thread.channelOf(conversationId);
    if (channelId) await this.marks.mark(conversationId, channelId, true);
  }
}
