import type { FailureClass, FailureReason } from '../../channels/index.js';

export interface KnownFailure {
  class: FailureClass;
  reason: FailureReason;
  title: string;
  /** Milliseconds before the next try makes sense, where Meta says so. */
  retryAfterMs?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const rows: [codes: number[], failure: KnownFailure][] = [
  [[1, 2, 131000, 131016], { class: 'retry', reason: 'provider_down', title: 'WhatsApp has a temporary problem.' }],
  [
    [131057],
    {
      class: 'retry',
      reason: 'provider_down',
      title: 'WhatsApp is upgrading this number; it takes about a minute.',
      retryAfterMs: MINUTE,
    },
  ],
  [[133004], { class: 'retry', reason: 'provider_down', title: "WhatsApp's server is temporarily unavailable." }],
  [[4], { class: 'retry_slower', reason: 'rate_limited', title: 'The app makes too many calls to Meta.' }],
  [
    [80007],
    {
      class: 'retry_slower',
      reason: 'rate_limited',
      title: 'The WhatsApp account reached its hourly limit of calls.',
      retryAfterMs: HOUR,
    },
  ],
  [
    [130429],
    { class: 'retry_slower', reason: 'rate_limited', title: 'This number sends faster than WhatsApp allows.' },
  ],
  [
    [131056],
    {
      class: 'retry_slower',
      reason: 'pair_rate_limited',
      title: 'Too many messages to this person in a short time.',
      retryAfterMs: 6000,
    },
  ],
  [
    [131048, 131064],
    {
      class: 'account_blocked',
      reason: 'account_blocked',
      title: 'WhatsApp limits this number because of spam reports or low quality.',
    },
  ],
  [
    [131049],
    {
      class: 'retry_much_later',
      reason: 'marketing_cap',
      title: 'WhatsApp held this marketing message back: the person gets too many.',
      retryAfterMs: 24 * HOUR,
    },
  ],
  [
    [130472],
    {
      class: 'permanent',
      reason: 'marketing_cap',
      title: 'This person is in a WhatsApp experiment and gets no marketing messages.',
    },
  ],
  [
    [131026],
    {
      class: 'permanent',
      reason: 'recipient_unreachable',
      title: 'WhatsApp cannot deliver to this person: no WhatsApp, an old version, or terms not accepted.',
    },
  ],
  [
    [131021],
    { class: 'permanent', reason: 'recipient_unreachable', title: 'The recipient is the sending number itself.' },
  ],
  [
    [131030],
    {
      class: 'permanent',
      reason: 'recipient_unreachable',
      title: 'The test number may only write to numbers on its allowed list.',
    },
  ],
  [
    [131062],
    {
      class: 'permanent',
      reason: 'recipient_unreachable',
      title: 'This message needs a phone number, and only the WhatsApp user name is known.',
    },
  ],
  [
    [137000],
    {
      class: 'permanent',
      reason: 'recipient_unreachable',
      title: "The recipient's identity does not match the one expected.",
    },
  ],
  [
    [131050],
    { class: 'permanent', reason: 'recipient_opted_out', title: 'This person stopped marketing messages in WhatsApp.' },
  ],
  [
    [130403],
    { class: 'permanent', reason: 'recipient_blocked', title: 'The business blocked this person in WhatsApp.' },
  ],
  [
    [131047],
    {
      class: 'permanent',
      reason: 'window_closed',
      title: 'More than 24 hours since the customer last wrote: only a template can be sent.',
    },
  ],
  [
    [100, 131008, 131009, 131051, 135000],
    { class: 'permanent', reason: 'invalid_content', title: 'WhatsApp refused the message as not valid.' },
  ],
  [
    [131052, 131053],
    {
      class: 'permanent',
      reason: 'media_rejected',
      title: 'WhatsApp could not use this file: wrong type, too large or unreadable.',
    },
  ],
  [
    [132000],
    {
      class: 'permanent',
      reason: 'invalid_content',
      title: 'The number of values does not match the variables of the template.',
    },
  ],
  [
    [132005],
    { class: 'permanent', reason: 'invalid_content', title: 'The template is too long once its values are filled in.' },
  ],
  [
    [132012, 132018],
    { class: 'permanent', reason: 'invalid_content', title: "A value does not fit the template's format." },
  ],
  [
    [132001],
    {
      class: 'permanent',
      reason: 'template_unavailable',
      title: 'The template does not exist in this language or is not approved yet.',
    },
  ],
  [[132007], { class: 'permanent', reason: 'template_unavailable', title: 'The template breaks a WhatsApp policy.' }],
  [
    [132015],
    {
      class: 'permanent',
      reason: 'template_unavailable',
      title: 'WhatsApp paused the template because of low quality.',
    },
  ],
  [
    [132016],
    {
      class: 'permanent',
      reason: 'template_unavailable',
      title: 'WhatsApp disabled the template because of low quality.',
    },
  ],
  [
    [132068, 132069],
    { class: 'permanent', reason: 'template_unavailable', title: "The template's form is blocked or throttled." },
  ],
  [[0, 190], { class: 'account_blocked', reason: 'account_blocked', title: 'The access token is not valid any more.' }],
  [
    [3, 10, 131005],
    { class: 'account_blocked', reason: 'account_blocked', title: 'The access token lacks a permission.' },
  ],
  [[33], { class: 'account_blocked', reason: 'account_blocked', title: 'The business phone number was deleted.' }],
  [[368, 131031], { class: 'account_blocked', reason: 'account_blocked', title: 'Meta blocked the WhatsApp account.' }],
  [
    [130497],
    {
      class: 'account_blocked',
      reason: 'account_blocked',
      title: 'The account may not write to people in this country.',
    },
  ],
  [
    [131037],
    { class: 'account_blocked', reason: 'account_blocked', title: "The number's display name is not approved." },
  ],
  [
    [131042],
    {
      class: 'account_blocked',
      reason: 'account_blocked',
      title: 'Meta could not charge the account: check the payment method.',
    },
  ],
  [
    [131063],
    { class: 'account_blocked', reason: 'account_blocked', title: 'The account may not send this kind of message.' },
  ],
  [
    [131045, 133010],
    {
      class: 'account_blocked',
      reason: 'not_registered',
      title: 'The number is not registered with the WhatsApp Cloud API.',
    },
  ],
  [
    [133000, 133005, 133006, 133008, 133009, 133016],
    { class: 'account_blocked', reason: 'not_registered', title: 'The registration of the number failed.' },
  ],
  [
    [133015],
    {
      class: 'account_blocked',
      reason: 'not_registered',
      title: 'The number was just deleted; it can be registered again in five minutes.',
      retryAfterMs: 5 * MINUTE,
    },
  ],
];

const TABLE = new Map<number, KnownFailure>(
  rows.flatMap(([codes, failure]) => codes.map((code) => [code, failure] as const)),
);
const MISSING_PERMISSION: KnownFailure = {
  class: 'account_blocked',
  reason: 'account_blocked',
  title: 'The access token lacks a permission.',
};

/** What one of Meta's error codes means for us. Source: Meta's Cloud API error codes, read 2026-09-11. */
export function knownFailure(code: number): KnownFailure | undefined {
  return TABLE.get(code) ?? (code >= 200 && code <= 299 ? MISSING_PERMISSION : undefined);
}
