import { Line } from '../rig/line.mjs';
import { APP_SECRET } from '../rig/product.mjs';
import { messagesBody, signatureOf } from '../rig/webhook-bodies.mjs';
import { signed } from './stage.mjs';

export const name = 'F15';
export const title = 'signatures that prove nothing, and a replay';

export async function run(stage, { small }) {
  const server = await stage.start('all');
  const line = new Line(server.port);
  const body = Buffer.from(JSON.stringify(messagesBody([{ id: 'wamid.F15', customer: 1 }])));
  const right = signatureOf(APP_SECRET, body);
  const flipped = (place) => `${right.slice(0, place)}${right[place] === '0' ? '1' : '0'}${right.slice(place + 1)}`;
  const bad = [
    null,
    '',
    'sha256=',
    'sha256',
    right.slice(7),
    right.slice(0, -1),
    `${right}0`,
    right.toUpperCase(),
    `sha1=${right.slice(7)}`,
    `sha256=${'zz'.repeat(32)}`,
    signatureOf(`${APP_SECRET}x`, body),
    signatureOf('', body),
    ...Array.from({ length: small ? 8 : 64 }, (_, index) => flipped(7 + index)),
  ];
  const rows = () =>
    stage.database.count(
      'select 1 from webhook_receipt union all select 1 from channel_event union all select 1 from message',
    );
  const violations = [];
  for (const signature of bad) {
    const status = await line.send(signed(body, { signature }));
    if (status !== 401) violations.push(`signature ${signature} was answered ${status}`);
  }
  for (let place = 0; place < body.length; place += small ? 97 : 7) {
    const altered = Buffer.from(body);
    altered[place] ^= 1;
    const status = await line.send(signed(altered, { signature: right }));
    if (status !== 401) violations.push(`a body with byte ${place} off was answered ${status}`);
  }
  if ((await rows()) !== 0) violations.push(`${await rows()} row(s) after bad signatures only`);
  for (let time = 0; time < 5; time += 1)
    if ((await line.send(signed(body))) !== 200) violations.push('a replay was not answered 200');
  line.close();
  await stage.settled();
  const messages = await stage.database.count('select 1 from message');
  if (messages !== 1) violations.push(`${messages} messages after five times the same one`);
  return { figures: { signatures: bad.length }, violations: [...violations, ...(await stage.invariants())] };
}
