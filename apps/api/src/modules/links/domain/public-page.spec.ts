import { describe, expect, it } from '@jest/globals';
import { apologyPage, previewPage } from './public-page.js';

const card = {
  url: 'https://crm.example/l/abc1234',
  siteName: 'Casa Sur',
  title: 'Villa Marina',
  description: 'Frente al mar',
  imageUrl: 'https://crm.example/media/x',
};

describe('previewPage', () => {
  it('tells chats what to draw', () => {
    const html = previewPage(card);
    for (const [name, value] of [
      ['og:title', 'Villa Marina'],
      ['og:description', 'Frente al mar'],
      ['og:image', 'https://crm.example/media/x'],
      ['og:url', card.url],
    ]) {
      expect(html).toContain(`<meta property="${name}" content="${value}">`);
    }
  });

  it('leaves out an image that is not there', () => {
    expect(previewPage({ ...card, imageUrl: null })).not.toContain('og:image');
  });

  it('lets no item name become markup', () => {
    const html = previewPage({
      ...card,
      title: `"><script>alert('1')</script>`,
      description: '<img src=x onerror=alert(1)>',
    });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
  });
});

describe('apologyPage', () => {
  it.each([
    ['pt-BR,pt;q=0.9', 'pt', 'Este link'],
    ['en-US', 'en', 'This link'],
    ['fr,es;q=0.5', 'es', 'Este enlace'],
    [undefined, 'es', 'Este enlace'],
  ])('speaks to %s in %s', (header, language, words) => {
    const html = apologyPage('gone', header);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain(words);
  });
});
