import { randomInt } from 'node:crypto';
import { request } from 'undici';

export interface HandshakeResult {
  verified: boolean;
  /** HTTP status; 0: no answer. */
  status: number;
}

/** Asks a callback address to prove itself, as Meta does when one is set: it must echo the challenge, byte for byte. */
export async function handshake(callbackUrl: string, verifyToken: string): Promise<HandshakeResult> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const url = new URL(callbackUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  try {
    const answer = await request(url, { headersTimeout: 5000, bodyTimeout: 5000 });
    const echoed = await answer.body.text();
    return { verified: answer.statusCode === 200 && echoed === challenge, status: answer.statusCode };
  } catch {
    return { verified: false, status: 0 };
  }
}
