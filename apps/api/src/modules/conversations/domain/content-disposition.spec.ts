import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition.js';

describe('contentDisposition', () => {
  it('shows what is harmless and saves the rest', () => {
    expect(contentDisposition('image/png', null)).toBe('inline');
    expect(contentDisposition('application/pdf', null)).toBe('inline');
    expect(contentDisposition('text/html', null)).toBe('attachment');
    expect(contentDisposition('image/svg+xml', null)).toBe('attachment');
    expect(contentDisposition('application/octet-stream', 'a.bin')).toContain('attachment');
  });

  it('keeps the name for those who can read it', () => {
    expect(contentDisposition('application/pdf', 'cotización ñ.pdf')).toBe(
      `inline; filename="cotizacion n.pdf"; filename*=UTF-8''cotizaci%C3%B3n%20%C3%B1.pdf`,
    );
  });

  it('lets no name break out of the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        expect(contentDisposition('application/pdf', name)).toMatch(
          /^inline(; filename="[\w.\- ]+"; filename\*=UTF-8''[^"\r\n;]*)?$/,
        );
      }),
    );
  });
});
