import { Injectable } from '@nestjs/common';
import { itemsOf, type EventItem } from '../../../platform/outbox/domain-event.js';
import { Listener, type EventListener } from '../../../platform/outbox/event-listener.js';
import { messageReceived } from '../../conversations/index.js';
import { AskForAnswers } from '../services/ask-for-answers.js';

/** Asks the assistant about every message of a customer. */
@Injectable()
@Listener({})
export class AskIsacListener implements EventListener {
  readonly name = 'ask-isac';
  readonly events = [messageReceived];

  constructor(private readonly askForAnswers: AskForAnswers) {}

  async handle(batch: readonly EventItem[]): Promise<void> {
    await this.askForAnswers.ask(itemsOf(messageReceived, batch).map(({ data }) => data));
  }
}
