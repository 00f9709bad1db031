import { Injectable } from '@nestjs/common';
import { HearStopWords } from './hear-stop-words.js';
import { InboundMedia } from './inbound-media.js';
import type { Received } from './received.js';
import { TellReceived } from './tell-received.js';

/** What else follows from new messages, in the same transaction. */
@Injectable()
export class ReceivedEffects {
  constructor(
    private readonly media: InboundMedia,
    private readonly stopWords: HearStopWords,
    private readonly tell: TellReceived,
  ) {}

  async of(received: readonly Received[]): Promise<void> {
    await this.media.expect(received);
    await this.stopWords.hear(received);
    await this.tell.tell(received);
  }
}
