/** One number that the simulator plays and the business account it belongs to, with the credentials that both sides of the wire share. */
export interface WhatsAppAccount {
  phoneNumberId: string;
  businessAccountId: string;
  /** As people write it, `+593 99 000 0001`. */
  displayNumber: string;
  /** Bearer token the business calls with. */
  accessToken: string;
  /** Key of the webhooks' signature. */
  appSecret: string;
  /** What the webhook handshake must echo nothing of, but know. */
  verifyToken: string;
}

export const digitsOf = (number: string): string => number.replace(/\D/g, '');
