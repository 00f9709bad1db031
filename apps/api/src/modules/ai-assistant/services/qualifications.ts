import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { type DialogueState, NEW_DIALOGUE } from '../decide/dialogue-state.js';
import { QualificationRows, type StoredQualification } from '../persistence/qualification-rows.js';
import type { Thought } from './think.js';

const DAY_MS = 86_400_000;

/** What is known of each enquiry; forgotten some days after its last message. */
@Injectable()
export class Qualifications {
  constructor(
    private readonly rows: QualificationRows,
    private readonly clock: Clock,
  ) {}

  of(conversationId: string): Promise<StoredQualification | undefined> {
    return this.rows.of(conversationId, this.clock.now());
  }

  async stateOf(conversationId: string): Promise<DialogueState> {
    return { ...NEW_DIALOGUE, ...(await this.of(conversationId))?.state };
  }

  /** In the caller's transaction. */
  async keep(conversationId: string, { turn, shop }: Thought): Promise<void> {
    const { state, quality, completeness } = turn.decision;
    const updatedAt = this.clock.now();
    await this.rows.keep(conversationId, {
      state,
      quality,
      completeness,
      updatedAt,
      expiresAt: new Date(updatedAt.getTime() + shop.settings.qualificationDays * DAY_MS),
    });
  }

  reset(conversationId: string): Promise<void> {
    return this.rows.forget(conversationId);
  }
}
