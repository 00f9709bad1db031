/**
 * What may never be false, counted in SQL. Each statement finds offenders; `of` says about what.
 * @type {{ name: string, sql: string }[]}
 */
const ALWAYS = [
  {
    name: 'I1 a message is one row',
    sql: `select provider_id from message where direction = 'in' group by channel_id, provider_id having count(*) > 1`,
  },
  {
    name: 'I1 a message lies under its own customer',
    sql: `select m.id from message m join conversation c on c.id = m.conversation_id join contact k on k.id = c.contact_id
          where m.direction = 'in' and m.text ~ 'soy Cliente [0-9]+' and k.name is distinct from substring(m.text from 'soy (Cliente [0-9]+)')`,
  },
  {
    name: 'I2 one live conversation a contact and channel',
    sql: `select contact_id from conversation where status <> 'closed' group by contact_id, channel_id having count(*) > 1`,
  },
  {
    name: 'I2 one contact a customer',
    sql: `select name from contact where name ~ '^Cliente [0-9]+$' and merged_into is null group by name having count(*) > 1`,
  },
  {
    name: 'I3 the counter equals the rows',
    sql: `select c.id from conversation c left join (select conversation_id, count(*) as n from message where direction = 'in' and author = 'customer' group by 1) m on m.conversation_id = c.id
          where c.inbound_count <> coalesce(m.n, 0)`,
  },
  {
    name: 'I3 the last message is the newest',
    sql: `select c.id from conversation c join (select conversation_id, max(sent_at) as at from message where type <> 'reaction' and not (direction = 'in' and author = 'system') group by 1) m on m.conversation_id = c.id
          left join message l on l.id = c.last_message_id where l.id is null or l.sent_at <> m.at or l.conversation_id <> c.id`,
  },
  {
    name: 'every message key has its message',
    sql: 'select k.message_id from message_key k left join message m on m.id = k.message_id where m.id is null',
  },
  {
    name: 'every message was told once',
    sql: `select item->>'messageId' from event_log, json_array_elements(items) item where topic = 'message.received' group by 1 having count(*) > 1`,
  },
  {
    name: 'every message was told',
    sql: `select m.id from message m where m.direction = 'in' and m.author = 'customer' and m.type <> 'reaction'
          and not exists (select 1 from told t where t.id = m.id::text)`,
  },
  { name: 'nothing was set aside', sql: 'select id from inbox_pending where set_aside_at is not null' },
  { name: 'no event was parked', sql: 'select id from parked_event' },
];

const TOLD = `with told as (select distinct item->>'messageId' as id from event_log, json_array_elements(items) item where topic = 'message.received')`;

/**
 * @param {{ rows: Function, count: Function }} database @param {string[]} [except] names that this rig breaks on purpose
 * @returns {Promise<string[]>} what is violated, in words
 */
export async function violatedInvariants(database, except = []) {
  const violated = [];
  for (const { name, sql } of ALWAYS) {
    if (except.includes(name)) continue;
    const [{ n }] = await database.rows(`${TOLD} select count(*) as n from (${sql}) offender`);
    if (Number(n) > 0) violated.push(`${name}: ${n} offender(s)`);
  }
  return violated;
}

/** I1: every acknowledged message is there. @returns {Promise<string[]>} */
export async function lostMessages(database, acknowledged) {
  const lost = [];
  for (let from = 0; from < acknowledged.length; from += 20_000) {
    const part = acknowledged.slice(from, from + 20_000);
    const rows = await database.rows(
      'select w.id from unnest($1::text[]) as w(id) where not exists (select 1 from message m join message_key k on k.message_id = m.id where k.provider_id = w.id)',
      [part],
    );
    lost.push(...rows.map(({ id }) => id));
  }
  return lost.length === 0
    ? []
    : [`I1 acknowledged and lost: ${lost.length} of ${acknowledged.length} (${lost.slice(0, 3).join(', ')})`];
}
