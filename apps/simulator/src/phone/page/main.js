import { ask, listen } from './api.js';
import { bubble, make } from './bubble.js';
import { wireControls } from './controls.js';
import { note } from './log.js';
import { showNumbers, wireNumbers } from './numbers.js';

const { document, prompt, CSS } = globalThis;

const at = (id) => document.getElementById(id);
const day = new Intl.DateTimeFormat('es', { weekday: 'long', day: 'numeric', month: 'long' });
const state = { people: [], current: null, messages: new Map(), quoted: null };

const pathOf = (rest) => `/phone/customers/${encodeURIComponent(state.current)}/${rest}`;
const optionsOf = () => ({ duplicate: at('duplicate').checked, outOfOrder: at('out-of-order').checked });
const complain = (error) => note(error.message, '', true);

/** The same person always has the same colour. */
const tintOf = (id) => [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, 7) % 6;

function drawPeople() {
  const rows = state.people.map((person) => {
    const initials = person.name
      .replace('+', '')
      .split(/\s+/)
      .map((word) => word[0])
      .join('')
      .slice(0, 2)
      .toUpperCase();
    const who = make(
      'span',
      'who',
      make('strong', '', person.name),
      make('small', '', person.lastMessage?.preview ?? person.label ?? person.phone ?? person.username ?? ''),
    );
    const open = person.windowOpen ? make('span', 'window', '24 h') : make('span', 'window closed', 'cerrada');
    open.title = person.windowOpen ? 'La tienda puede escribirle' : 'La tienda solo puede enviarle plantillas';
    const button = make(
      'button',
      '',
      make('span', `avatar tint-${tintOf(person.id)}`, initials),
      who,
      person.unread > 0 ? make('span', 'badge', String(person.unread)) : open,
    );
    button.type = 'button';
    button.setAttribute('aria-current', String(person.id === state.current));
    button.addEventListener('click', () => choose(person.id).catch(complain));
    return make('li', '', button);
  });
  at('people').replaceChildren(...rows);
}

function drawChat() {
  const shown = [...state.messages.values()];
  if (shown.length === 0) {
    at('chat').replaceChildren(
      make('li', 'empty', 'Escribe como cliente: tu mensaje llega a la tienda como un webhook firmado.'),
    );
    return;
  }
  let last = '';
  const rows = shown.flatMap((message) => {
    const today = day.format(new Date(message.at));
    const separator = today === last ? [] : [make('li', 'day', today)];
    last = today;
    return [...separator, bubble(message, state.current, state.messages.get(message.replyTo), acts)];
  });
  at('chat').replaceChildren(...rows);
  at('chat').scrollTop = at('chat').scrollHeight;
}

/** Draws one bubble anew and leaves the others, and an open list, as they are. */
function redraw(message) {
  const old = at('chat').querySelector(`[data-id="${CSS.escape(message.id)}"]`);
  if (old === null) return;
  const next = bubble(message, state.current, state.messages.get(message.replyTo), acts);
  const list = next.querySelector('details');
  if (list !== null) list.open = old.querySelector('details')?.open ?? false;
  old.replaceWith(next);
}

const acts = {
  tap(message, action) {
    if (action.kind === 'send_location')
      return deed({ type: 'location', latitude: -0.180653, longitude: -78.467834, name: 'Mi casa' });
    if (action.kind === 'share_contact') return deed({ type: 'share_contact', replyTo: message.id });
    if (action.kind === 'flow')
      return deed({ type: 'flow', response: { flow_token: 'simulador' }, replyTo: message.id });
    return deed({ type: action.kind === 'row' ? 'list' : 'button', messageId: message.id, id: action.id });
  },
  react: (message, emoji) =>
    deed({ type: 'reaction', messageId: message.id, emoji: message.reactions.mine === emoji ? '' : emoji }),
  quote(message) {
    state.quoted = message.id;
    at('quote').hidden = false;
    at('quote').firstElementChild.textContent = message.text ?? message.type;
    at('text').focus();
  },
  edit(message) {
    const text = prompt('Editar el mensaje', message.text);
    if (text) void deed({ type: 'edit', messageId: message.id, text });
  },
  revoke: (message) => deed({ type: 'revoke', messageId: message.id }),
};

function unquote() {
  state.quoted = null;
  at('quote').hidden = true;
}

/** The customer does something; the change comes back by the stream. */
async function deed(message) {
  const ad = at('from-ad').checked
    ? { referral: { source_id: '120226305854810001', headline: 'Audífonos Aurora X2' } }
    : {};
  const reply = state.quoted === null || message.messageId ? {} : { replyTo: state.quoted };
  unquote();
  at('from-ad').checked = false;
  try {
    await ask(pathOf('messages'), { ...message, ...reply, ...ad, options: optionsOf() });
  } catch (error) {
    complain(error);
  }
}

async function upload(kind, file) {
  const form = new FormData();
  form.set('type', kind);
  form.set('options', JSON.stringify(optionsOf()));
  form.set('file', file, file.name);
  await ask(pathOf('messages'), form).catch(complain);
}

async function choose(id) {
  state.current = id;
  unquote();
  const { messages } = await ask(pathOf('thread'));
  state.messages = new Map(messages.map((message) => [message.id, message]));
  drawPeople();
  drawChat();
  await ask(pathOf('open'), {});
}

async function refresh() {
  await showNumbers();
  const [{ data }, about] = await Promise.all([ask('/phone/customers?limit=100'), ask('/control/state')]);
  state.people = data;
  showClock(about);
  const known = data.some(({ id }) => id === state.current) ? state.current : data[0]?.id;
  if (known) await choose(known);
}

function showClock({ offsetMs }) {
  const hours = Math.round(offsetMs / 360_000) / 10;
  at('clock').textContent = hours === 0 ? 'Reloj: ahora' : `Reloj adelantado ${hours.toLocaleString('es')} h`;
}

let typingTimer;
let listTimer;
function hear(change) {
  if (change.kind === 'reset') return void refresh().catch(complain);
  if (change.kind === 'clock') showClock(change.data);
  if (change.kind === 'typing' && change.customerId === state.current) {
    at('presence').textContent = 'escribiendo…';
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => (at('presence').textContent = 'en línea'), 25_000);
  }
  if (change.kind === 'message') {
    const message = change.data;
    logOf(message);
    if (change.customerId === state.current) {
      const fresh = !state.messages.has(message.id);
      state.messages.set(message.id, message);
      if (message.direction === 'received') at('presence').textContent = 'en línea';
      if (fresh) drawChat();
      else redraw(message);
      if (fresh && message.direction === 'received' && document.hasFocus())
        void ask(pathOf('open'), {}).catch(complain);
    }
  }
  clearTimeout(listTimer);
  listTimer = setTimeout(async () => {
    state.people = (await ask('/phone/customers?limit=100')).data;
    drawPeople();
  }, 120);
}

function logOf(message) {
  const { webhook } = message;
  if (message.direction === 'sent' && webhook) {
    const word = {
      acknowledged: 'webhook recibido',
      retrying: 'webhook rechazado, se reintenta',
      dropped: 'webhook perdido',
    }[webhook.outcome];
    note(
      `${word}${webhook.attempts > 1 ? ` · intento ${webhook.attempts}` : ''}`,
      `${webhook.ms} ms`,
      webhook.outcome !== 'acknowledged',
    );
  } else if (message.direction === 'received' && message.status === 'accepted')
    note(`la tienda envió: ${message.type}`, '', false);
  else if (message.status === 'failed') note('no se entregó', String(message.failureCode ?? ''), true);
}

at('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = at('text').value.trim();
  if (text === '') return;
  at('text').value = '';
  void deed({ type: 'text', text });
});
at('text').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  at('composer').requestSubmit();
});
at('quote').lastElementChild.addEventListener('click', unquote);
at('new-customer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
  try {
    const { id } = await ask('/phone/customers', given);
    form.reset();
    form.closest('details').open = false;
    state.people = (await ask('/phone/customers?limit=100')).data;
    await choose(id);
  } catch (error) {
    complain(error);
  }
});

wireControls({ current: () => state.current, pathOf, deed, upload, refresh, complain });
const hearFrom = () => listen(hear, () => refresh().catch(complain));
let hangUp = hearFrom();
wireNumbers(() => {
  hangUp();
  hangUp = hearFrom();
});
