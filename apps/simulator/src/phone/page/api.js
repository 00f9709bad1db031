const { EventSource } = globalThis;

/** The number that the customer writes to, by its phone number id; null: the usual one. */
export const line = { number: null };

function onLine(path) {
  if (line.number === null || !path.startsWith('/phone/')) return path;
  return `${path}${path.includes('?') ? '&' : '?'}number=${encodeURIComponent(line.number)}`;
}

/** Asks the simulator, about the chats of the chosen number. Rejects with words a person understands. */
export async function ask(path, body, method = body === undefined ? 'GET' : 'POST') {
  const form = body instanceof FormData;
  const answer = await fetch(onLine(path), {
    method,
    headers: body === undefined || form ? {} : { 'content-type': 'application/json' },
    body: body === undefined || form ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = text === '' ? null : JSON.parse(text);
  if (!answer.ok)
    throw new Error(json?.error?.issues?.[0]?.message ?? json?.error?.message ?? `Error ${answer.status}`);
  return json;
}

/** Hears every change of the chosen number until the returned function is called; `caughtUp` runs after each (re)connection, because some may have been missed. */
export function listen(onChange, caughtUp) {
  const source = new EventSource(onLine('/phone/events'));
  source.addEventListener('change', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('hello', caughtUp);
  return () => source.close();
}
