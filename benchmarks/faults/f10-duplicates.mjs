import { lostMessages } from '../rig/invariants.mjs';
import { Line } from '../rig/line.mjs';
import { messagesBody } from '../rig/webhook-bodies.mjs';
import { signed } from './stage.mjs';

export const name = 'F10';
export const title = 'every webhook two to ten times, at once and later, on two processes';

const LANES = 4;
const MOST_COPIES = 10;
const CUSTOMERS = 40;

export async function run(stage, { small }) {
  const count = small ? 300 : 4000;
  const servers = [await stage.start('all'), await stage.start('all')];
  const requests = Array.from({ length: count }, (_, index) => {
    const customer = index % CUSTOMERS;
    // One in fifty asks to be left alone: that is confirmed once, however often it is told.
    const text = index % 50 === 49 ? 'STOP' : undefined;
    return { id: `wamid.F10.${index}`, bytes: signed(messagesBody([{ id: `wamid.F10.${index}`, customer, text }])) };
  });
  const answers = {};
  const tell = async (line, bytes) => {
    const status = await line.send(bytes);
    answers[status] = (answers[status] ?? 0) + 1;
  };
  let next = 0;
  const lane = async () => {
    const lines = Array.from({ length: MOST_COPIES }, (_, index) => new Line(servers[index % 2].port));
    while (next < count) {
      const { bytes } = requests[next++];
      await Promise.all(
        lines.slice(0, 2 + Math.floor(Math.random() * (MOST_COPIES - 1))).map((line) => tell(line, bytes)),
      );
    }
    for (const line of lines) line.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await stage.settled();
  const later = servers.map(({ port }) => new Line(port));
  for (const [index, { bytes }] of requests.entries()) await tell(later[index % 2], bytes);
  for (const line of later) line.close();
  await stage.settled();
  const repeated = await stage.database.count(
    `select conversation_id from message where direction = 'out' group by conversation_id having count(*) > 1`,
  );
  const confirmed = await stage.database.count(`select 1 from message where direction = 'out'`);
  return {
    figures: { messages: count, answers, confirmations: confirmed },
    violations: [
      ...(Object.keys(answers).join() === '200' ? [] : [`answers were not all 200: ${JSON.stringify(answers)}`]),
      ...(await lostMessages(
        stage.database,
        requests.map(({ id }) => id),
      )),
      ...(repeated > 0 ? [`${repeated} customer(s) were answered more than once`] : []),
      ...(confirmed === 0 ? ['no STOP was confirmed'] : []),
      ...(await stage.invariants()),
    ],
  };
}
