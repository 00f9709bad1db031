/**
 * The bare reference: node:http and pg, the signature over the raw bytes, one statement a webhook that stores message, customer and
 * conversation with its counter, 200 after the commit. No product; it says what this machine can do with a durable answer.
 * Started as a process of its own: DATABASE_URL, SECRET, PORT.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const { DATABASE_URL, SECRET = '', PORT } = process.env;
const CONNECTIONS = 10;

const SCHEMA = `
  create table if not exists known (provider_id text primary key);
  create table if not exists person (id bigint generated always as identity primary key, phone text not null unique, name text);
  create table if not exists thread (id bigint generated always as identity primary key, person_id bigint not null references person, live boolean not null default true,
    unread integer not null default 0, last_at timestamptz);
  create unique index if not exists thread_live on thread (person_id) where live;
  create table if not exists entry (provider_id text primary key, thread_id bigint not null references thread, text text, sent_at bigint, received_at timestamptz not null default clock_timestamp());
  create table if not exists tick (provider_id text, status text, at bigint, primary key (provider_id, status));`;

// Everything but the keys is taken from the rows that were new: two copies at the same instant must not count twice.
const STORE = `with told as (select * from jsonb_to_recordset($1::jsonb) as m(id text, phone text, name text, text text, at bigint)),
  fresh as (insert into known (provider_id) select distinct id from told order by id on conflict do nothing returning provider_id),
  mine as (select distinct on (t.id) t.* from told t join fresh f on f.provider_id = t.id),
  people as (insert into person (phone, name) select distinct on (phone) phone, name from mine order by phone on conflict (phone) do update set name = excluded.name returning id, phone),
  threads as (insert into thread (person_id, unread, last_at) select p.id, (select count(*) from mine m where m.phone = p.phone), clock_timestamp() from people p order by p.id
    on conflict (person_id) where live do update set unread = thread.unread + excluded.unread, last_at = excluded.last_at returning id, person_id)
  insert into entry (provider_id, thread_id, text, sent_at) select m.id, t.id, m.text, m.at from mine m join people p on p.phone = m.phone join threads t on t.person_id = p.id`;

const TICKS = `insert into tick (provider_id, status, at) select distinct id, status, at from jsonb_to_recordset($1::jsonb) as s(id text, status text, at bigint) on conflict do nothing`;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: CONNECTIONS });
await pool.query(SCHEMA);

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => void answer(request, response, Buffer.concat(chunks)));
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('listening\n'));

async function answer(request, response, raw) {
  const say = (status) => response.writeHead(status, { 'content-length': 0 }).end();
  if (!isProven(raw, request.headers['x-hub-signature-256'])) return say(401);
  try {
    const { messages, statuses } = read(raw);
    if (messages.length > 0) await pool.query({ name: 'store', text: STORE, values: [JSON.stringify(messages)] });
    if (statuses.length > 0) await pool.query({ name: 'ticks', text: TICKS, values: [JSON.stringify(statuses)] });
    return say(200);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return say(500);
  }
}

function isProven(raw, given = '') {
  const wanted = Buffer.from(`sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`);
  const told = Buffer.from(String(given));
  return told.length === wanted.length && timingSafeEqual(told, wanted);
}

function read(raw) {
  const values = JSON.parse(raw.toString()).entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  return {
    messages: values.flatMap(({ messages = [], contacts = [] }) =>
      messages.map((m, i) => ({
        id: m.id,
        phone: m.from,
        name: contacts[i]?.profile?.name,
        text: m.text?.body,
        at: Number(m.timestamp),
      })),
    ),
    statuses: values.flatMap(({ statuses = [] }) =>
      statuses.map((s) => ({ id: s.id, status: s.status, at: Number(s.timestamp) })),
    ),
  };
}
