import { describe, expect, it } from '@jest/globals';
import { documentTitle } from './page-title';
import { relativeTime } from './relative-time';

describe('document title', () => {
  it('counts what is unread, names the screen, then the business', () => {
    expect(documentTitle('Bandeja', 'Tienda Andina', 3)).toBe('(3) Bandeja · Tienda Andina');
    expect(documentTitle('Bandeja', 'Tienda Andina', 0)).toBe('Bandeja · Tienda Andina');
    expect(documentTitle(null, 'Tienda Andina', 250)).toBe('(99+) Tienda Andina');
  });
});

describe('relative time', () => {
  const now = new Date('2026-11-20T12:00:00Z');

  it.each([
    ['2026-11-20T11:55:00Z', 'hace 5 min'],
    ['2026-11-20T09:59:00Z', 'hace 2 h'],
    ['2026-11-19T11:00:00Z', 'ayer'],
    ['2026-11-20T11:59:30Z', 'ahora'],
  ])('%s is %s', (at, words) => {
    expect(relativeTime(at, now, 'es')).toBe(words);
  });
});
