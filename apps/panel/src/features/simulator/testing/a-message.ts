import type { Customer, PhoneMessage } from '../api/phone';

/** A bubble with nothing in it but what a test says. */
export const aMessage = (given: Partial<PhoneMessage> = {}): PhoneMessage => ({
  id: 'm1',
  direction: 'sent',
  type: 'text',
  text: 'Hola',
  header: null,
  footer: null,
  media: null,
  details: null,
  actions: [],
  listLabel: null,
  replyTo: null,
  reactions: { mine: null, theirs: null },
  status: 'delivered',
  reached: [],
  failureCode: null,
  edited: false,
  deleted: false,
  at: '2026-11-21T12:00:00.000Z',
  webhook: null,
  ...given,
});

export const aCustomer = (given: Partial<Customer> = {}): Customer => ({
  id: '593991112201',
  name: 'María Quishpe',
  phone: '+593991112201',
  username: null,
  label: 'mayorista',
  unread: 0,
  lastMessage: null,
  windowOpen: true,
  ...given,
});
