import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { answerTurn, type Turn } from '../answer-turn.js';
import { type DialogueState, NEW_DIALOGUE } from '../decide/dialogue-state.js';
import type { EnquirySubject } from '../decide/enquiry-subject.js';
import type { IntentModel } from '../understand/intents/intent-model.js';
import { loadIntentModel } from '../understand/intents/model-file.js';
import { CurrentShop, type Shop } from './current-shop.js';

export interface Question {
  /** What is known of the enquiry; nothing yet when left out. */
  state?: DialogueState;
  /** The fragments of the burst joined by line ends. */
  text: string;
  /** What the customer wrote before, newest last. */
  earlierTexts?: readonly string[];
  /** The item of the link that brought the customer. */
  subject?: EnquirySubject;
}

export interface Thought {
  turn: Turn;
  shop: Shop;
  /** Milliseconds. */
  latency: { gather: number; answer: number };
}

export const ENGINE = { name: 'embedded', version: '1' };

/** The assistant's mind: the shop of this moment and the engine. Everything that answers asks here. */
@Injectable()
export class Think {
  private model: IntentModel | undefined;

  constructor(private readonly shops: CurrentShop) {}

  async about({ state = NEW_DIALOGUE, text, earlierTexts = [], subject }: Question): Promise<Thought> {
    const began = performance.now();
    const shop = await this.shops.read();
    const gathered = performance.now();
    this.model ??= loadIntentModel();
    const turn = answerTurn({
      model: this.model,
      index: shop.index,
      shop: shop.facts,
      state,
      text,
      earlierTexts,
      owner: 'assistant',
      ...(subject && { subject }),
    });
    return { turn, shop, latency: { gather: gathered - began, answer: performance.now() - gathered } };
  }
}
