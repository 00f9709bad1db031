import { Injectable, Logger } from '@nestjs/common';
import { Links } from '../../links/index.js';
import type { EnquirySubject } from '../decide/enquiry-subject.js';
import type { ClaimedTurn } from '../persistence/turn-rows.js';
import { Qualifications } from './qualifications.js';
import type { Burst } from './read-burst.js';
import { Think, type Thought } from './think.js';

const MOST_ATTEMPTS = 3;

/** Thinks about a burst with all that is known of its enquiry. */
@Injectable()
export class AttemptThought {
  private readonly logger = new Logger('isac');

  constructor(
    private readonly qualifications: Qualifications,
    private readonly links: Links,
    private readonly mind: Think,
  ) {}

  /** Undefined when the engine failed, or went down with its process again and again: then a person answers. */
  async about(
    { id, conversationId, attempts }: ClaimedTurn,
    { text, earlierTexts, messageIds }: Burst,
  ): Promise<Thought | undefined> {
    if (attempts > MOST_ATTEMPTS) return undefined;
    try {
      const state = await this.qualifications.stateOf(conversationId);
      const subject = await this.subjectOf(conversationId, messageIds);
      return await this.mind.about({ state, text, earlierTexts, ...(subject && { subject }) });
    } catch (error) {
      this.logger.error({ turnId: id, err: error }, 'the assistant could not answer: a person is called');
      return undefined;
    }
  }

  private async subjectOf(conversationId: string, messageIds: readonly string[]): Promise<EnquirySubject | undefined> {
    const brought = await this.links.itemOfEnquiry(conversationId);
    return brought && { itemId: brought.itemId, arrives: messageIds.includes(brought.messageId) };
  }
}
