import { encode } from 'uqr';

/** Modules of light around the code that scanners ask for. */
const QUIET_ZONE = 4;

export const QR_SIZES = [512, 1024, 2048] as const;
export type QrSize = (typeof QR_SIZES)[number];

/** The code with its quiet zone: rows of modules, true for dark. */
export const qrModules = (text: string): boolean[][] => encode(text, { ecc: 'M', border: QUIET_ZONE }).data;

/** The dark modules as one SVG path, a unit a module. */
export const qrPath = (modules: readonly (readonly boolean[])[]): string =>
  modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');

/** A whole SVG file, dark on white whatever the theme. */
export function qrSvg(text: string, size: number): string {
  const modules = qrModules(text);
  const side = modules.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="white"/><path d="${qrPath(modules)}" fill="black"/></svg>`;
}

/** How a code fills a square picture without blur: whole pixels a module, what is left over as margin. */
export function qrLayout(modules: number, size: number): { cell: number; offset: number } {
  const cell = Math.max(1, Math.floor(size / modules));
  return { cell, offset: Math.floor((size - cell * modules) / 2) };
}

/** A PNG file of `size` pixels a side, drawn by the browser. */
export async function qrPng(text: string, size: number): Promise<Blob> {
  const modules = qrModules(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('The browser cannot draw.');
  const { cell, offset } = qrLayout(modules.length, size);
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = 'black';
  modules.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) pen.fillRect(offset + x * cell, offset + y * cell, cell, cell);
    }),
  );
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser could not draw it.'))), 'image/png'),
  );
}
