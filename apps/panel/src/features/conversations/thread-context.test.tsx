import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { violations } from '../../testing/axe';
import type { Message } from './model/message';
import { inboxPage } from './testing/inbox-page';
import { message, outgoing } from './testing/samples';

const page = inboxPage();
const shown = async (over: Partial<Message>) => {
  await page.open('/bandeja/c1', { messages: [message(over)] });
  await screen.findByText('Aquí empieza la conversación');
  return document.getElementById('message-m1') as HTMLElement;
};
/** As the API stores the fixture 07_text_referral_ctwa. */
const referral = {
  source: 'ad',
  sourceId: '120226305854811111',
  url: 'https://fb.me/3cr4WqqXX',
  headline: 'Chat with us',
  body: 'Summer sale',
  mediaUrl: 'https://scontent.example.com/v/t45.1.jpg',
  welcomeText: 'Hi there! How can we help?',
};

describe('what came along with the words of a customer', () => {
  it.each([
    ['once', /^El cliente: Reenviadofwd/],
    ['many', /^El cliente: Reenviado muchas vecesfwd/],
  ])('says that they were forwarded: %s', async (forwarded, words) => {
    const drawn = await shown({ text: 'fwd', content: { type: 'text', text: 'fwd', forwarded } });
    expect(drawn.textContent).toMatch(words);
    expect(await violations(drawn)).toEqual([]);
  });

  it('shows the ad above them, with its link and without its picture', async () => {
    const drawn = await shown({ text: 'More info?', content: { type: 'text', text: 'More info?', referral } });
    const ad = within(drawn).getByRole('region', { name: 'Llegó desde un anuncio' });
    expect(ad.textContent).toContain('Chat with usSummer saleSaludo del anuncio: Hi there! How can we help?');
    const link = within(ad).getByRole('link', { name: 'Ver el anuncio' });
    expect(link.getAttribute('href')).toBe('https://fb.me/3cr4WqqXX');
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(drawn.querySelector('img[src*="scontent"]')).toBeNull();
    expect(drawn.textContent).toContain('More info?');
    expect(await violations(drawn)).toEqual([]);
  });

  it('calls a post a post, and offers no link that is none', async () => {
    const drawn = await shown({ content: { referral: { source: 'post', sourceId: '1', url: 'javascript:alert(1)' } } });
    const post = within(drawn).getByRole('region', { name: 'Llegó desde una publicación' });
    expect(within(post).queryByRole('link')).toBeNull();
  });

  it('names the product that they are about', async () => {
    const drawn = await shown({
      text: 'Is this available?',
      content: { type: 'text', referredProduct: { catalogId: '1948', retailerId: 'SKU-881' } },
    });
    expect(drawn.textContent).toMatch(/Sobre el producto SKU-881 del catálogo.*Is this available\?/);
    expect(await violations(drawn)).toEqual([]);
  });

  it('is not looked for in what we wrote', async () => {
    await page.open('/bandeja/c1', { messages: [outgoing({ content: { referral, forwarded: 'once' } })] });
    await screen.findByText('Aquí empieza la conversación');
    expect(document.getElementById('message-m1')?.textContent).not.toMatch(/Reenviado|anuncio/);
  });
});

describe('the answers of a form', () => {
  it('are told field by field, without the machinery', async () => {
    const drawn = await shown({
      type: 'interactive',
      text: 'Sent',
      content: {
        type: 'interactive',
        kind: 'form_reply',
        name: 'flow',
        text: 'Sent',
        values: { flow_token: 'tok-9', email: 'ana@example.com', budget: '5000', note: '' },
      },
    });
    expect(drawn.textContent).toContain('Formulario respondidoSentemailana@example.combudget5000note–');
    expect(drawn.textContent).not.toContain('tok-9');
    expect(await violations(drawn)).toEqual([]);
  });
});

describe('a message that cannot be shown here', () => {
  it.each([
    [
      'poll_creation',
      131051,
      'Message type is currently not supported.',
      'Encuesta · ver en el teléfonoWhatsApp no entrega este tipo de mensaje a los negocios (131051)',
    ],
    ['hologram_call', 999, 'Too new.', 'hologram call · ver en el teléfonoToo new. (999)'],
    [null, null, 'Nothing came.', 'Tipo no compatible · ver en el teléfonoNothing came.'],
  ])('says what it was and why: %s', async (originalType, providerCode, reason, words) => {
    const drawn = await shown({
      type: 'unsupported',
      text: null,
      content: { type: 'unsupported', originalType, providerCode, reason },
    });
    expect(drawn.textContent).toContain(words);
    expect(await violations(drawn)).toEqual([]);
  });

  it('says so too when the provider called it interactive and told no more', async () => {
    const content = { type: 'interactive', kind: 'unknown', reason: 'no interactive object' };
    const drawn = await shown({ type: 'interactive', text: null, content });
    expect(drawn.textContent).toContain('Mensaje con botones · no interactive object');
  });
});
