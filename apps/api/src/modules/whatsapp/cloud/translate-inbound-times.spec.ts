import { describe, expect, it } from '@jest/globals';
import { RECEIVED_AT } from './testing/fixtures.js';
import { messageOf } from './testing/inbound-events.js';

describe('times', () => {
  it.each([
    ['1790000000', '2026-09-21T14:13:20.000Z', undefined],
    [1790000000, '2026-09-21T14:13:20.000Z', undefined],
    ['1790000000123', '2026-09-21T14:13:20.123Z', undefined],
    ['NaN', RECEIVED_AT.toISOString(), true],
    ['', RECEIVED_AT.toISOString(), true],
    [undefined, RECEIVED_AT.toISOString(), true],
    ['0', RECEIVED_AT.toISOString(), true],
    ['-1', RECEIVED_AT.toISOString(), true],
    ['1e300', RECEIVED_AT.toISOString(), true],
    ['Infinity', RECEIVED_AT.toISOString(), true],
    [{}, RECEIVED_AT.toISOString(), true],
    ['1795300000', RECEIVED_AT.toISOString(), true],
  ])('%p is %s (assumed: %p)', (timestamp, at, assumed) => {
    const event = messageOf({ timestamp });
    expect([event.at, event.atAssumed]).toEqual([at, assumed]);
  });
});
