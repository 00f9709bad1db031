import type { Language } from '../understand/language/detect-language.js';
import type { Intent } from '../understand/intents/intent.js';
import type { Asked, Slots } from '../understand/slots/extract-slots.js';
import type { CartLine } from './cart.js';

/** What is known of an enquiry between two messages. Plain JSON: it is stored as the qualification. */
export interface DialogueState {
  readonly slots: Slots;
  /** SKUs spoken of last, most likely first. */
  readonly focus: readonly string[];
  /** SKUs of the last list that the customer saw, in its order. */
  readonly shown: readonly string[];
  /** Items settled on lately, one a turn, newest last: what "los dos" means. */
  readonly recent: readonly string[];
  readonly cart: readonly CartLine[];
  readonly quoted: boolean;
  readonly asked: Asked;
  readonly lastIntent: Intent | null;
  readonly wantsToBuy: boolean;
  readonly wantsQuote: boolean;
  readonly escalated: boolean;
  readonly optedOut: boolean;
  readonly greeted: boolean;
  readonly saidGoodbye: boolean;
  readonly interested: boolean;
  /** Set when the customer has asked about nothing but a problem. */
  readonly support: boolean;
  readonly language: Language | null;
  readonly turns: number;
}

/** An enquiry of which nothing is known yet. */
export const NEW_DIALOGUE: DialogueState = {
  slots: {},
  focus: [],
  shown: [],
  recent: [],
  cart: [],
  quoted: false,
  asked: null,
  lastIntent: null,
  wantsToBuy: false,
  wantsQuote: false,
  escalated: false,
  optedOut: false,
  greeted: false,
  saidGoodbye: false,
  interested: false,
  support: false,
  language: null,
  turns: 0,
};
