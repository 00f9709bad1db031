import type { ChannelEvent } from '../../../channels/index.js';
import { expectedBatch } from './expected-batch.js';
import { expectedEchoes } from './expected-echoes.js';
import { expectedNotices } from './expected-notices.js';
import { expectedRevisions } from './expected-revisions.js';
import { expectedStatuses } from './expected-statuses.js';
import { expectedSystemMessages } from './expected-system-messages.js';

/** Fixture name -> exactly the events it must become. */
export const expectedChanges: Record<string, ChannelEvent[]> = {
  ...expectedSystemMessages,
  ...expectedRevisions,
  ...expectedStatuses,
  ...expectedBatch,
  ...expectedNotices,
  ...expectedEchoes,
};
