import { ask } from './api.js';
import { note } from './log.js';

const { document, confirm } = globalThis;

const at = (id) => document.getElementById(id);
const ORDER = { type: 'order', text: '', items: [{ sku: 'SKU-1', quantity: 2, price: 30, currency: 'USD' }] };
const SAMPLES = {
  image: { type: 'image' },
  voice: { type: 'voice' },
  location: { type: 'location', latitude: -0.180653, longitude: -78.467834 },
  order: ORDER,
};

/** Everything around the phone: attachments, links, time, faults, script. */
export function wireControls({ pathOf, deed, upload, refresh, complain }) {
  const menu = document.querySelector('.attach');
  for (const input of document.querySelectorAll('input[data-kind]')) {
    input.addEventListener('change', () => {
      for (const file of input.files) void upload(input.dataset.kind, file);
      input.value = '';
      menu.open = false;
    });
  }
  for (const button of document.querySelectorAll('[data-sample]')) {
    button.addEventListener('click', () => {
      menu.open = false;
      void deed(SAMPLES[button.dataset.sample]);
    });
  }
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () =>
      ask('/control/clock', { advanceMs: Number(button.dataset.advance) }).catch(complain),
    );
  }

  at('mark-read').addEventListener('click', () => ask(pathOf('open'), {}).catch(complain));
  at('click').addEventListener('submit', async (event) => {
    event.preventDefault();
    const url = new FormData(event.currentTarget).get('url');
    try {
      const { status, text } = await ask(pathOf('click'), { url });
      note(
        text === null ? 'el enlace no abre un chat' : 'enlace abierto: mensaje listo',
        String(status),
        text === null,
      );
      if (text !== null) at('text').value = text;
      at('text').focus();
    } catch (error) {
      complain(error);
    }
  });

  const change = (patch) => ask('/control/switches', patch).then(show).catch(complain);
  at('statuses').addEventListener('change', (event) => change({ statuses: event.target.value }));
  at('fail-next').addEventListener(
    'change',
    (event) => event.target.value && change({ failNextDelivery: Number(event.target.value) }),
  );
  at('fault').addEventListener('change', (event) =>
    change({ fault: event.target.value === '' ? null : { kind: event.target.value } }),
  );
  at('auto-read').addEventListener('change', (event) => change({ autoRead: event.target.checked }));
  at('token-expired').addEventListener('change', (event) => change({ tokenExpired: event.target.checked }));
  ask('/control/switches').then(show).catch(complain);

  at('reset').addEventListener('click', async () => {
    if (!confirm('¿Borrar clientes, chats, registro y fallas del simulador?')) return;
    await ask('/control/reset', {}).catch(complain);
    show(await ask('/control/switches'));
  });
  at('save-script').addEventListener('click', async () => {
    const script = await ask('/phone/script');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(script, null, 2)], { type: 'application/json' }));
    link.download = 'guion.json';
    link.click();
    URL.revokeObjectURL(link.href);
  });
  at('load-script').addEventListener('change', async (event) => {
    try {
      const { steps } = JSON.parse(await event.target.files[0].text());
      const { done, of } = await ask('/phone/script/replay', { steps, pace: 'recorded' });
      note('guion repetido', `${done} de ${of}`, done < of);
      await refresh();
    } catch (error) {
      complain(error);
    }
    event.target.value = '';
  });
}

function show(switches) {
  at('statuses').value = switches.statuses;
  at('fault').value = switches.fault?.kind ?? '';
  at('fail-next').value = String(switches.refusals.find(({ at: place }) => place === 'status')?.code ?? '');
  at('auto-read').checked = switches.autoRead;
  at('token-expired').checked = switches.tokenExpired;
}
