const { EventSource } = globalThis;

/** Asks the simulator. Rejects with words a person understands. */
export async function ask(path, body, method = body === undefined ? 'GET' : 'POST') {
  const form = body instanceof FormData;
  const answer = await fetch(path, {
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

/** Hears every change; `caughtUp` runs after each (re)connection, because some may have been missed. */
export function listen(onChange, caughtUp) {
  const source = new EventSource('/phone/events');
  source.addEventListener('change', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('hello', caughtUp);
}
