import { describe, expect, it } from '@jest/globals';
import { isSafeMethod, isSameOrigin, type OriginHeaders } from './same-origin.js';

const PUBLIC = 'https://hilo.example';

describe('isSameOrigin', () => {
  it.each<[string, OriginHeaders, boolean]>([
    ['our page', { 'sec-fetch-site': 'same-origin', origin: 'https://hilo.example' }, true],
    ['the address bar', { 'sec-fetch-site': 'none' }, true],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://hilo.example' }, false],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, false],
    ['an old browser on our page', { origin: 'https://hilo.example' }, true],
    ['an old browser on another', { origin: 'https://evil.example' }, false],
    ['behind a proxy that keeps the host', { origin: 'http://10.0.0.5:3000', host: '10.0.0.5:3000' }, true],
    ['another port', { origin: 'http://10.0.0.5:4000', host: '10.0.0.5:3000' }, false],
    ['a sandboxed frame', { origin: 'null', host: 'hilo.example' }, false],
    ['a name that only starts alike', { origin: 'https://hilo.example.evil.test', host: 'hilo.example' }, false],
    ['no browser at all', { host: 'hilo.example' }, true],
  ])('%s', (_, headers, same) => {
    expect(isSameOrigin(headers, PUBLIC)).toBe(same);
  });
});

describe('isSafeMethod', () => {
  it('knows which methods change nothing', () => {
    expect(['GET', 'head', 'OPTIONS', 'POST', 'PATCH', 'PUT', 'DELETE'].filter(isSafeMethod)).toEqual([
      'GET',
      'head',
      'OPTIONS',
    ]);
  });
});
