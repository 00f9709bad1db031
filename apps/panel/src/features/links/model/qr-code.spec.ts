import { describe, expect, it } from '@jest/globals';
import jsQR from 'jsqr';
import { QR_SIZES, qrLayout, qrModules, qrPath, qrSvg } from './qr-code';

const URL_OF_LINK = 'https://tienda.example/l/k7q2mx4?utm_source=facebook&utm_campaign=a+b';

/** The picture that `qrPng` would draw, as pixels. */
function pixels(text: string, size: number): Uint8ClampedArray {
  const modules = qrModules(text);
  const { cell, offset } = qrLayout(modules.length, size);
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const dark = modules[Math.floor((y - offset) / cell)]?.[Math.floor((x - offset) / cell)] ?? false;
      if (dark) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  return data;
}

describe('a QR code', () => {
  it('is read back as the very address', () => {
    const size = QR_SIZES[0];
    expect(jsQR(pixels(URL_OF_LINK, size), size, size)?.data).toBe(URL_OF_LINK);
  });

  it('has four light modules around it', () => {
    const modules = qrModules(URL_OF_LINK);
    const edge = [...modules.slice(0, 4), ...modules.slice(-4)].flat();
    expect(edge.some(Boolean) || modules.some((row) => [...row.slice(0, 4), ...row.slice(-4)].some(Boolean))).toBe(
      false,
    );
  });

  it('fills a picture with whole pixels', () => {
    for (const size of QR_SIZES) {
      const { cell, offset } = qrLayout(45, size);
      expect(Number.isInteger(cell) && offset >= 0 && offset + cell * 45 <= size).toBe(true);
    }
  });

  it('is a file that needs nothing else', () => {
    const svg = qrSvg('x', 1024);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1024" height="1024"/);
    expect(svg).toContain(`d="${qrPath(qrModules('x'))}"`);
  });
});
