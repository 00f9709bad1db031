import { setTimeout as pause } from 'node:timers/promises';
import { Line } from '../rig/line.mjs';
import { messagesBody, signedRequest } from '../rig/webhook-bodies.mjs';

/** The words of a message of the rig, found again in whatever shows it. */
export const markOf = (place) => `marca ${place}.`;
export const placeIn = (text) => {
  const found = /marca (\d+)\./.exec(text);
  return found ? Number(found[1]) : undefined;
};

/**
 * Customers who write at a steady pace, each message a webhook of its own.
 * @param {{ port: number, path: string, secret: string, rate: number, first: number, count: number,
 *   customerOf: (place: number) => number }} traffic rate: messages a second; first: the place of the first one
 * @returns {Promise<{ sent: number[], stored: number[] }>} by place, wall clock in milliseconds; stored: when the 200 came
 */
export async function write({ port, path, secret, rate, first, count, customerOf }) {
  const free = [];
  const sent = [];
  const stored = [];
  const began = performance.now();
  const one = async (place) => {
    const id = `wamid.REALTIME.${process.pid}.${place}`;
    const body = messagesBody([{ id, customer: customerOf(place), text: markOf(place) }]);
    const line = free.pop() ?? new Line(port);
    sent[place] = Date.now();
    const status = await line.send(signedRequest({ path, secret, body }));
    if (status !== 200) throw new Error(`webhook ${place} was answered ${status}`);
    stored[place] = Date.now();
    free.push(line);
  };
  const underWay = [];
  for (let index = 0; index < count; index += 1) {
    const wait = began + (index * 1000) / rate - performance.now();
    if (wait > 0) await pause(wait);
    underWay.push(one(first + index));
  }
  await Promise.all(underWay);
  for (const line of free) line.close();
  return { sent, stored };
}
