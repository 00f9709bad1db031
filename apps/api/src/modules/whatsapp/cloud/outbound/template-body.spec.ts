import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TemplateContent } from '../../../channels/index.js';
import { templateBody } from './template-body.js';

const content = (over: Partial<TemplateContent> = {}): TemplateContent => ({
  type: 'template',
  name: 'cita',
  language: 'es_EC',
  text: '',
  buttons: [],
  header: {},
  body: {},
  buttonParameters: [],
  ...over,
});
interface Template {
  name: string;
  language: { code: string };
  components?: { type: string; parameters: object[]; sub_type?: string; index?: number }[];
}
function sent(over: Partial<TemplateContent>, media?: Parameters<typeof templateBody>[1]): Template {
  const result = templateBody(content(over), media);
  if (!result.ok) throw new Error(result.failure.title);
  return result.body['template'] as Template;
}
const refusedAs = (over: Partial<TemplateContent>): string => {
  const result = templateBody(content(over), undefined);
  return result.ok ? 'sent' : result.failure.title;
};

describe('a template', () => {
  it('without variables has no components', () => {
    expect(sent({})).toEqual({ name: 'cita', language: { code: 'es_EC' } });
  });

  it('orders positional values by number, not by text', () => {
    const body = { '10': 'j', '2': 'b', '1': 'a', '3': 'c' };
    expect(sent({ body }).components).toEqual([
      { type: 'body', parameters: ['a', 'b', 'c', 'j'].map((text) => ({ type: 'text', text })) },
    ]);
  });

  it('names its values when one of them has a name', () => {
    expect(sent({ body: { '1': 'a', day: 'lunes' } }).components?.[0]?.parameters).toEqual([
      { type: 'text', parameter_name: '1', text: 'a' },
      { type: 'text', parameter_name: 'day', text: 'lunes' },
    ]);
    expect(sent({ body: { '0': 'a' } }).components?.[0]?.parameters).toEqual([
      { type: 'text', parameter_name: '0', text: 'a' },
    ]);
  });

  it('writes header, body and buttons in this order', () => {
    const components = sent({
      header: { '1': 'H' },
      body: { '1': 'B' },
      buttonParameters: [
        { index: 0, kind: 'url', value: 'u' },
        { index: 1, kind: 'quick_reply', value: 'q' },
        { index: 2, kind: 'copy_code', value: 'c' },
      ],
    }).components;
    expect(components).toEqual([
      { type: 'header', parameters: [{ type: 'text', text: 'H' }] },
      { type: 'body', parameters: [{ type: 'text', text: 'B' }] },
      { type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: 'u' }] },
      { type: 'button', sub_type: 'quick_reply', index: 1, parameters: [{ type: 'payload', payload: 'q' }] },
      { type: 'button', sub_type: 'copy_code', index: 2, parameters: [{ type: 'coupon_code', coupon_code: 'c' }] },
    ]);
  });

  it.each([
    [
      { id: '1', contentType: 'image/png', fileName: 'x.png' },
      { type: 'image', image: { id: '1' } },
    ],
    [
      { id: '1', contentType: 'video/mp4' },
      { type: 'video', video: { id: '1' } },
    ],
    [
      { id: '1', contentType: 'application/pdf', fileName: 'q.pdf' },
      { type: 'document', document: { id: '1', filename: 'q.pdf' } },
    ],
    [{ link: 'https://files.example/q.pdf' }, { type: 'document', document: { link: 'https://files.example/q.pdf' } }],
  ])('carries %j in its header instead of a text', (media, parameter) => {
    expect(sent({ headerMediaAssetId: 'a', header: { '1': 'ignored' } }, media).components).toEqual([
      { type: 'header', parameters: [parameter] },
    ]);
  });
});

describe('a value', () => {
  it.each([['a\nb'], ['a\r\nb'], ['a\tb'], ['a     b'], [''], ['   ']])(
    '%j is refused by the name of its variable',
    (value) => {
      expect(refusedAs({ body: { '1': 'fits', client: value } })).toBe(
        'The value of "client" is empty, or has line breaks, tabs or five spaces in a row.',
      );
      expect(refusedAs({ header: { '1': value } })).toContain('"1"');
    },
  );

  it.each([['a    b'], [' a'], ['🙏'], ['{{1}}'], ['<b>']])('%j is sent as it is', (value) => {
    expect(sent({ body: { '1': value } }).components?.[0]?.parameters).toEqual([{ type: 'text', text: value }]);
  });

  it('of a button is named by the place people see', () => {
    expect(refusedAs({ buttonParameters: [{ index: 1, kind: 'url', value: '' }] })).toBe(
      'The value of button 2 is empty.',
    );
  });

  it('that is sent never holds what Meta refuses', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const result = templateBody(content({ body: { '1': value } }), undefined);
        expect(result.ok).toBe(value.trim() !== '' && !/[\n\r\t]| {5,}/.test(value));
      }),
    );
  });
});
