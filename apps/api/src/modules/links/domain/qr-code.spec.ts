import { describe, expect, it } from '@jest/globals';
import jsqr from 'jsqr';
import { qrSvg } from './qr-code.js';

/** Paints the code's own shapes, four pixels a module. */
function decoded(svg: string): string | undefined {
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const side = modules * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < 4; dy += 1)
      for (let dx = 0; dx < 4; dx += 1) {
        const at = ((Number(y) * 4 + dy) * side + Number(x) * 4 + dx) * 4;
        pixels.set([0, 0, 0], at);
      }
  return jsqr.default(pixels, side, side)?.data;
}

describe('qrSvg', () => {
  it.each([
    'https://crm.example/l/abc1234',
    'https://crm.example/l/abc1234?utm_source=qr&utm_campaign=fer%C3%ADa-2026',
  ])('is read back as %s', (url) => {
    expect(decoded(qrSvg(url, 512))).toBe(url);
  });

  it('is as wide as asked, dark on white', () => {
    const svg = qrSvg('https://crm.example/l/abc1234', 2048);
    expect(svg).toContain('width="2048" height="2048"');
    expect(svg).toContain('fill="#fff"');
    expect(svg).toContain('fill="#000"');
  });
});
