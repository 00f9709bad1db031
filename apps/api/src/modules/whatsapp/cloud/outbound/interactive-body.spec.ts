import { describe, expect, it } from '@jest/globals';
import type { InteractiveContent } from '../../../channels/index.js';
import { interactiveBody } from './interactive-body.js';

const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: `Row ${from + index}` }));
const buttons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `b${index}`, title: `B${index}` }));
const list = (over: object): InteractiveContent => ({
  type: 'interactive',
  kind: 'list',
  body: 'Elija',
  button: 'Ver',
  sections: [{ rows: rows(1) }],
  ...over,
});
const reply = (over: object): InteractiveContent => ({
  type: 'interactive',
  kind: 'buttons',
  body: 'Elija',
  buttons: buttons(1),
  ...over,
});
const outcome = (content: InteractiveContent): string => {
  const result = interactiveBody(content);
  return result.ok ? 'sent' : result.failure.title;
};

describe('buttons', () => {
  it.each([
    ['one', { buttons: buttons(1) }, 'sent'],
    ['three', { buttons: buttons(3) }, 'sent'],
    ['four', { buttons: buttons(4) }, 'A message has from 1 to 3 buttons.'],
    ['twenty characters', { buttons: [{ id: 'a', title: 'x'.repeat(20) }] }, 'sent'],
    ['twenty emoji', { buttons: [{ id: 'a', title: '🙏'.repeat(20) }] }, 'sent'],
    [
      'twenty-one characters',
      { buttons: [{ id: 'a', title: 'x'.repeat(21) }] },
      'The text of a button is longer than 20 characters.',
    ],
    ['no words', { buttons: [{ id: 'a', title: ' ' }] }, 'The text of a button is empty.'],
    ['no id', { buttons: [{ id: '', title: 'x' }] }, 'The id of a button is empty.'],
    [
      'a long id',
      { buttons: [{ id: 'i'.repeat(257), title: 'x' }] },
      'The id of a button is longer than 256 characters.',
    ],
    [
      'twin ids',
      {
        buttons: [
          { id: 'a', title: 'x' },
          { id: 'a', title: 'y' },
        ],
      },
      'Two buttons say the same.',
    ],
    ['a text at its limit', { body: 'x'.repeat(1024) }, 'sent'],
    ['no text', { body: '' }, 'The text is empty.'],
    ['a long header', { header: 'x'.repeat(61) }, 'The header is longer than 60 characters.'],
    ['a long footer', { footer: 'x'.repeat(61) }, 'The footer is longer than 60 characters.'],
    ['header and footer at their limits', { header: 'x'.repeat(60), footer: 'x'.repeat(60) }, 'sent'],
  ])('with %s', (_name, over, expected) => {
    expect(outcome(reply(over))).toBe(expected);
  });
});

describe('a list', () => {
  it.each([
    ['ten rows', { sections: [{ rows: rows(10) }] }, 'sent'],
    ['eleven rows', { sections: [{ rows: rows(11) }] }, 'A list has from 1 to 10 rows, counting all its sections.'],
    ['no rows', { sections: [{ rows: [] }] }, 'A list has from 1 to 10 rows, counting all its sections.'],
    ['no sections', { sections: [] }, 'A list has from 1 to 10 rows, counting all its sections.'],
    [
      'ten rows in two named sections',
      {
        sections: [
          { title: 'a', rows: rows(5) },
          { title: 'b', rows: rows(5, 5) },
        ],
      },
      'sent',
    ],
    [
      'two sections, one without a name',
      {
        sections: [
          { title: 'a', rows: rows(1) },
          { title: ' ', rows: rows(1, 1) },
        ],
      },
      'The title of a section is empty.',
    ],
    [
      'a long section',
      { sections: [{ title: 'x'.repeat(25), rows: rows(1) }] },
      'The title of a section is longer than 24 characters.',
    ],
    [
      'twin ids in two sections',
      {
        sections: [
          { title: 'a', rows: rows(1) },
          { title: 'b', rows: rows(1) },
        ],
      },
      'Two rows of the list have the same id.',
    ],
    [
      'a long row',
      { sections: [{ rows: [{ id: 'a', title: 'x'.repeat(25) }] }] },
      'The title of a row is longer than 24 characters.',
    ],
    ['an unnamed row', { sections: [{ rows: [{ id: 'a', title: '' }] }] }, 'The title of a row is empty.'],
    [
      'a row with a long id',
      { sections: [{ rows: [{ id: 'i'.repeat(201), title: 'x' }] }] },
      'The id of a row is longer than 200 characters.',
    ],
    [
      'a long description',
      { sections: [{ rows: [{ id: 'a', title: 'x', description: 'd'.repeat(73) }] }] },
      'The description of a row is longer than 72 characters.',
    ],
    ['no words on its button', { button: ' ' }, 'The button of the list is empty.'],
    ['many words on its button', { button: 'x'.repeat(21) }, 'The button of the list is longer than 20 characters.'],
    ['a text of 4096', { body: 'x'.repeat(4096) }, 'sent'],
    ['a text of 4097', { body: 'x'.repeat(4097) }, 'The text is longer than 4096 characters.'],
  ])('with %s', (_name, over, expected) => {
    expect(outcome(list(over))).toBe(expected);
  });

  it('keeps its order and leaves out what was not given', () => {
    const result = interactiveBody(
      list({
        sections: [
          {
            title: 'a',
            rows: [
              { id: '2', title: 'B', description: 'd' },
              { id: '1', title: 'A' },
            ],
          },
        ],
      }),
    );
    expect(result).toMatchObject({
      body: {
        interactive: {
          action: {
            sections: [
              {
                title: 'a',
                rows: [
                  { id: '2', title: 'B', description: 'd' },
                  { id: '1', title: 'A' },
                ],
              },
            ],
          },
        },
      },
    });
  });
});

describe('a link', () => {
  const link = (url: string, label = 'Pagar') =>
    outcome({ type: 'interactive', kind: 'link_button', body: 'x', label, url });

  it.each(['https://pay.example/x', 'HTTPS://PAY.EXAMPLE', 'http://pay.example'])('may be %s', (url) => {
    expect(link(url)).toBe('sent');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'pay.example',
    '//pay.example',
    ' https://pay.example',
    'tel:123',
    'ftp://x',
    '',
  ])('may not be %j', (url) => {
    expect(link(url)).toBe('The link must begin with http:// or https://.');
  });

  it('has words of at most twenty characters', () => {
    expect(link('https://x.example', 'x'.repeat(21))).toContain('label of the link');
    expect(link('https://x.example', '')).toBe('The label of the link is empty.');
  });
});

describe('products', () => {
  const products = (count: number, over: object = {}): InteractiveContent => ({
    type: 'interactive',
    kind: 'product_list',
    header: 'Para usted',
    body: 'x',
    catalogId: '1',
    sections: [{ title: 'a', retailerIds: Array.from({ length: count }, (_, index) => `SKU-${index}`) }],
    ...over,
  });

  it.each([
    [0, 'A list of products holds from 1 to 30 of them.'],
    [1, 'sent'],
    [30, 'sent'],
    [31, 'A list of products holds from 1 to 30 of them.'],
  ])('%i of them', (count, expected) => {
    expect(outcome(products(count))).toBe(expected);
  });

  it('need a header, and short sections', () => {
    expect(outcome(products(1, { header: '' }))).toBe('The header is empty.');
    expect(outcome(products(1, { sections: [{ title: 'x'.repeat(25), retailerIds: ['SKU-1'] }] }))).toBe(
      'The title of a section is longer than 24 characters.',
    );
  });

  it('alone may go without words, a catalogue may not', () => {
    expect(interactiveBody({ type: 'interactive', kind: 'product', catalogId: '1', retailerId: 'SKU-1' })).toEqual({
      ok: true,
      body: {
        type: 'interactive',
        interactive: { type: 'product', action: { catalog_id: '1', product_retailer_id: 'SKU-1' } },
      },
    });
    expect(outcome({ type: 'interactive', kind: 'catalogue', body: '' })).toBe('The text is empty.');
    expect(interactiveBody({ type: 'interactive', kind: 'catalogue', body: 'x' })).toMatchObject({
      body: { interactive: { action: { name: 'catalog_message' } } },
    });
  });
});

it.each([
  { type: 'interactive', kind: 'button_reply', id: '1', title: 'x' },
  { type: 'interactive', kind: 'list_reply', id: '1', title: 'x' },
  { type: 'interactive', kind: 'template_button', id: '1', title: 'x' },
  { type: 'interactive', kind: 'form_reply', values: {} },
  { type: 'interactive', kind: 'unknown', reason: 'x' },
] as InteractiveContent[])('an answer is never sent out: $kind', (content) => {
  expect(outcome(content)).toBe('Answers to buttons are received, not sent.');
});
