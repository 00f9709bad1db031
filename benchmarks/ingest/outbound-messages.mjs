/**
 * Messages of ours that the provider has accepted, so that statuses have something to be about.
 * @returns {Promise<{ id: string, customer: number }[]>} provider ids
 */
export async function insertAccepted(database, count, prefix) {
  const rows = await database.rows(
    `with chosen as (select c.id as conversation_id, c.channel_id, row_number() over (order by c.id) as n from conversation c limit $1),
     made as (
       insert into message (id, conversation_id, channel_id, direction, author, type, text, content, provider_id, sent_at, received_at, status)
       select ('01a00000-0000-7000-8000-' || lpad(to_hex(n + coalesce((select count(*) from message where provider_id like 'wamid.OUT%'), 0)), 12, '0'))::uuid,
         conversation_id, channel_id, 'out', 'advisor', 'text', 'Con gusto', '{"type":"text","text":"Con gusto"}', $2 || '.' || n, clock_timestamp() - interval '30 days', clock_timestamp(), 3 from chosen returning id, channel_id, provider_id
     ), keyed as (insert into message_key (channel_id, provider_id, message_id) select channel_id, provider_id, id from made)
     select provider_id from made`,
    [count, `wamid.OUT.${prefix}`],
  );
  return rows.map(({ provider_id: id }, customer) => ({ id, customer }));
}

/** I6: every one of these must have reached `read`. @returns {Promise<string[]>} */
export async function unreadMessages(database, messages) {
  const [{ n }] = await database.rows(
    'select count(*) as n from message where provider_id = any($1::text[]) and (status <> 6 or not status_times ?& array[$$delivered$$, $$read$$])',
    [messages.map(({ id }) => id)],
  );
  return Number(n) > 0 ? [`I6 ${n} message(s) did not end at read`] : [];
}
