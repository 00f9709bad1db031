import type { ChannelEvent } from '../../../channels/index.js';
import { expectedAnswers } from './expected-answers.js';
import { expectedMedia } from './expected-media.js';
import { expectedPlacesAndContacts } from './expected-places-and-contacts.js';
import { expectedTexts } from './expected-texts.js';
import { expectedUnsupported } from './expected-unsupported.js';

/** Fixture name -> exactly the events it must become. */
export const expectedMessages: Record<string, ChannelEvent[]> = {
  ...expectedTexts,
  ...expectedMedia,
  ...expectedPlacesAndContacts,
  ...expectedAnswers,
  ...expectedUnsupported,
};
