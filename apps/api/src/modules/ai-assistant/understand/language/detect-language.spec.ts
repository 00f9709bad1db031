import { describe, expect, it } from '@jest/globals';

import { readMessage } from '../read-message.js';
import { detectLanguage, type Language } from './detect-language.js';

function language(text: string, usual: Language): Language {
  const { clean, folded } = readMessage(text);
  return detectLanguage(clean, folded, usual);
}

describe('the language of a message', () => {
  it.each([
    ['es', 'che cuánto está el parlante?'],
    ['es', 'me regala el precio por favor'],
    ['es', 'ándale pues, me lo llevo'],
    ['es', '¿Dispone de veladores?'],
    ['es', 'quiero una mesa para el comedor, que sea chica'],
    ['pt', 'vocês entregam no fim de semana?'],
    ['pt', 'não gostei da cor'],
    ['pt', 'quanto custa a geladeira'],
    ['pt', 'ainda tem estoque do fone?'],
    ['pt', 'oi, tudo bem? queria uma cama'],
    ['en', 'what are your opening hours?'],
    ['en', 'i want to return this'],
    ['en', 'how much for two of them'],
    ['en', 'hello, do you ship abroad'],
  ] as const)('is %s in "%s" whatever it was before', (expected, text) => {
    for (const usual of ['es', 'pt', 'en'] as const) expect(language(text, usual)).toBe(expected);
  });

  it.each(['ok', 'iphone 13', '👍', '123', '', 'a15 128gb', 'jbl', 'xxl', '?'])(
    'is what it was before when "%s" tells nothing',
    (text) => {
      for (const usual of ['es', 'pt', 'en'] as const) expect(language(text, usual)).toBe(usual);
    },
  );

  it('is what it was before in a long list of names that has no small word of any language', () => {
    for (const usual of ['es', 'pt', 'en'] as const)
      expect(language('iphone 15 pro max 256gb titanio samsung galaxy s24 ultra', usual)).toBe(usual);
  });

  it('stays one of the three when a text is in another', () => {
    expect(['es', 'pt', 'en']).toContain(language('Ich möchte bitte einen Stuhl für mein Arbeitszimmer kaufen', 'es'));
  });

  it('follows the letters that only one language has', () => {
    expect(language('mañana', 'pt')).toBe('es');
    expect(language('amanhã não', 'es')).toBe('pt');
  });
});
