import { encode } from 'uqr';

/** Modules of light around the code that scanners ask for. */
const QUIET_ZONE = 4;

/** A QR code, dark on white whatever the theme, `size` pixels wide. Stretches without blur. */
export function qrSvg(text: string, size: number): string {
  const { data, size: modules } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${modules} ${modules}" shape-rendering="crispEdges"><rect width="${modules}" height="${modules}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
