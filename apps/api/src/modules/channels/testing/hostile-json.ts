import fc from 'fast-check';

const nasty = fc.constantFrom(
  '\0',
  '\ud800',
  'a\udc00b',
  '__proto__',
  'constructor',
  'NaN',
  '-1',
  '99999999999999999999',
  '1e400',
  '',
  ' ',
);
const text = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string({ maxLength: 8 }));
const keys = fc.constantFrom(
  'messages',
  'statuses',
  'contacts',
  'errors',
  'id',
  'from',
  'from_user_id',
  'type',
  'text',
  'body',
  'timestamp',
  'context',
  'referral',
  'interactive',
  'button',
  'system',
  'edit',
  'revoke',
  'message',
  'image',
  'location',
  'order',
  'status',
  'pricing',
  'user_preferences',
  'user_id_update',
  'message_echoes',
  'profile',
  'name',
  'wa_id',
  'user_id',
  'messaging',
  'sender',
  'recipient',
  'mid',
  'attachments',
  'payload',
  'data',
  'key',
  'event',
  'toString',
  '__proto__',
);

/** JSON as an enemy would write it, with property names that translators look for so that it gets past the first check. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec<{
  value: unknown;
  entries: [string, unknown][];
  object: unknown;
}>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(
      text,
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('text', 'image', 'system', 'edit', 'failed'),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  entries: fc.array(fc.tuple(fc.oneof(keys, text), tie('value')), { maxLength: 8 }),
  object: tie('entries').map(
    (entries) =>
      JSON.parse(
        `{${(entries as [string, unknown][]).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
      ) as unknown,
  ),
})).value;
