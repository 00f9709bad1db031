const { document } = globalThis;

const MARKS = { accepted: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '⚠' };
const STATUS = { accepted: 'enviando', sent: 'enviado', delivered: 'recibido', read: 'leído', failed: 'falló' };
const EMOJI = ['👍', '❤️', '😂', '🙏'];
const hour = new Intl.DateTimeFormat('es', { hour: '2-digit', minute: '2-digit' });

/** Makes an element; text is always text. */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function button(label, onClick, className = '') {
  const element = make('button', className, label);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

const isWeb = (url) => /^https?:\/\//.test(url ?? '');

function mediaOf(message, customerId) {
  const { media } = message;
  if (!media) return null;
  const source = media.id ? `/phone/customers/${encodeURIComponent(customerId)}/media/${media.id}` : media.link;
  const type = media.mimeType ?? '';
  if (!media.id && !isWeb(source)) return null;
  if (type.startsWith('image/') || (!type && (message.type === 'image' || message.details?.headerKind === 'image'))) {
    return Object.assign(make('img'), { src: source, alt: media.fileName ?? 'Imagen', loading: 'lazy' });
  }
  if (type.startsWith('audio/')) return Object.assign(make('audio'), { src: source, controls: true });
  if (type.startsWith('video/')) return Object.assign(make('video'), { src: source, controls: true });
  const link = make('a', 'file', '📄', make('span', '', media.fileName ?? 'Archivo'));
  return Object.assign(link, { href: source, target: '_blank', rel: 'noreferrer' });
}

function mapOf({ type, details }) {
  if (type !== 'location' || !details) return null;
  return make(
    'div',
    'file',
    '📍',
    make('span', '', `${Number(details.latitude).toFixed(5)}, ${Number(details.longitude).toFixed(5)}`),
  );
}

const isBareLocation = ({ type, details }) => type === 'location' && !details?.name && !details?.address;

function actionsOf(message, acts) {
  if (message.actions.length === 0) return null;
  const rows = message.actions.map((action) => {
    if (action.kind === 'url' && isWeb(action.url)) {
      return Object.assign(make('a', '', `↗ ${action.title}`), {
        href: action.url,
        target: '_blank',
        rel: 'noreferrer',
      });
    }
    const label =
      action.kind === 'row'
        ? [make('span', '', action.title), action.description ? make('small', '', action.description) : null]
        : [action.title];
    const element = make('button', action.kind === 'row' ? 'list-row' : '', ...label);
    element.type = 'button';
    element.disabled = action.kind === 'phone' || action.kind === 'catalogue' || action.kind === 'url';
    element.addEventListener('click', () => acts.tap(message, action));
    return element;
  });
  if (!message.listLabel) return make('div', 'actions', ...rows);
  const sections = rows.flatMap((row, index) => {
    const { section } = message.actions[index];
    return section && section !== message.actions[index - 1]?.section ? [make('h3', '', section), row] : [row];
  });
  return make('div', 'actions', make('details', '', make('summary', '', `☰ ${message.listLabel}`), ...sections));
}

function toolsOf(message, acts) {
  const tools = EMOJI.map((emoji) => button(emoji, () => acts.react(message, emoji)));
  tools.push(button('↩', () => acts.quote(message)));
  if (message.direction === 'sent' && message.type === 'text') tools.push(button('✎', () => acts.edit(message)));
  if (message.direction === 'sent') tools.push(button('🗑', () => acts.revoke(message)));
  return make('div', 'tools', ...tools);
}

function metaOf(message) {
  const { webhook } = message;
  const meta = make(
    'div',
    'meta',
    message.edited ? 'editado' : null,
    make('time', '', hour.format(new Date(message.at))),
  );
  if (message.direction === 'sent') {
    const lost = webhook?.outcome === 'dropped' || (webhook?.outcome === 'retrying' && webhook.attempts > 1);
    const mark = make('span', lost ? 'failed' : message.status, lost ? '⚠' : MARKS[message.status]);
    mark.title = lost ? `El producto respondió ${webhook.status || 'nada'}` : STATUS[message.status];
    meta.append(mark);
  } else if (message.status === 'failed')
    meta.append(make('span', 'failed', `no llegó · ${message.failureCode ?? ''}`));
  return meta;
}

/** One bubble. `acts` says what a tap, a reaction, a quote, an edit or a deletion does. */
export function bubble(message, customerId, quoted, acts) {
  const element = make('li', `bubble ${message.direction}`);
  element.dataset.id = message.id;
  if (message.deleted) {
    element.append(make('p', 'gone', 'Mensaje eliminado'), metaOf(message));
    return element;
  }
  const reactions = [message.reactions.theirs, message.reactions.mine].filter(Boolean).join(' ');
  const parts = [
    quoted ? make('div', 'quote', quoted.text ?? quoted.type) : null,
    mediaOf(message, customerId),
    mapOf(message),
    message.header ? make('p', 'head', message.header) : null,
    message.text && !isBareLocation(message) ? make('p', '', message.text) : null,
    !message.text && !message.media && message.type !== 'location' ? make('p', 'gone', message.type) : null,
    message.footer ? make('p', 'foot', message.footer) : null,
    actionsOf(message, acts),
    metaOf(message),
    reactions ? make('div', 'reactions', reactions) : null,
    toolsOf(message, acts),
  ];
  element.append(...parts.filter(Boolean));
  return element;
}
