import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { onlyEmoji, parseWhatsApp, plainWords, safeHref, type Run } from './whatsapp-format';

const links = (runs: readonly Run[]): string[] =>
  runs.flatMap((run) => (run.kind === 'link' ? [run.href] : 'runs' in run ? links(run.runs) : []));

describe('WhatsApp formatting', () => {
  it.each([
    ['*hola*', [{ kind: 'bold', runs: [{ kind: 'text', text: 'hola' }] }]],
    ['_hola_', [{ kind: 'italic', runs: [{ kind: 'text', text: 'hola' }] }]],
    ['~hola~', [{ kind: 'strike', runs: [{ kind: 'text', text: 'hola' }] }]],
    ['```a *b* c```', [{ kind: 'mono', text: 'a *b* c' }]],
    ['`x_y_z`', [{ kind: 'mono', text: 'x_y_z' }]],
    [
      '*a _b_*',
      [
        {
          kind: 'bold',
          runs: [
            { kind: 'text', text: 'a ' },
            { kind: 'italic', runs: [{ kind: 'text', text: 'b' }] },
          ],
        },
      ],
    ],
  ])('reads %s', (text, runs) => {
    expect(parseWhatsApp(text)).toEqual(runs);
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '* no', 'a*b*c', '**', '*sin\ncerrar*', '5 ~ 6', '***', 'precio*'])(
    'leaves %j as it is',
    (text) => {
      expect(plainWords(text)).toBe(text);
      expect(parseWhatsApp(text).every(({ kind }) => kind === 'text')).toBe(true);
    },
  );

  it('finds links, without the full stop that ends the sentence', () => {
    expect(links(parseWhatsApp('Ver https://tienda.ec/a_b_c?x=1. Y www.tienda.ec!'))).toEqual([
      'https://tienda.ec/a_b_c?x=1',
      'https://www.tienda.ec/',
    ]);
  });

  it('keeps every word, whatever it is given', () => {
    const marks = fc.constantFrom('*', '_', '~', '`', '```', ' ', '\n', 'a', 'ñ', '<b>', 'https://a.co/', '"');
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        const bare = (written: string) => written.replace(/[*_~`]/g, '');
        expect(bare(plainWords(text))).toBe(bare(text));
      }),
    );
  });
});

const ATTACKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '*javascript:alert(1)*',
  'www.javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'https://ok.co"onmouseover="alert(1)',
  "https://ok.co'onclick='alert(1)",
  'https://ok.co/<svg onload=alert(1)>',
  'file:///etc/passwd',
  'https://javascript:alert(1)',
  '```<script>alert(1)</script>```',
  'JaVaScRiPt:alert(1)//https://ok.co',
  '\u0000javascript:alert(1)',
  'https://user:pass@evil.co/%0ajavascript:1',
];

describe('text that wants to do harm', () => {
  it.each(ATTACKS)('%j never becomes anything but words and http links', (text) => {
    for (const href of links(parseWhatsApp(text))) {
      expect(['http:', 'https:']).toContain(new URL(href).protocol);
      expect(href).not.toMatch(/["'<>\s]/);
    }
  });

  it('refuses addresses that are not of the web', () => {
    for (const address of [
      'javascript:alert(1)',
      'ftp://a.co',
      'https://',
      'https://localhost',
      'www.',
      'mailto:a@b.co',
    ])
      expect(safeHref(address)).toBeNull();
    expect(safeHref('www.tienda.ec')).toBe('https://www.tienda.ec/');
  });
});

describe('only emoji', () => {
  it('is up to three of them and nothing else', () => {
    for (const text of ['😍', ' 👍🏽 ', '👩‍👧', '🇪🇨', '❤️', '😀😀😀']) expect(onlyEmoji(text)).toBe(true);
    for (const text of ['', '😀😀😀😀', 'hola 😀', '1', '12', '#']) expect(onlyEmoji(text)).toBe(false);
  });
});
