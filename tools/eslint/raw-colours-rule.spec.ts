import { describe, expect, it } from '@jest/globals';
import { namesRawColour } from './raw-colours-rule.mjs';

describe('a raw colour', () => {
  it.each([
    '#fff',
    '#FFFF',
    '#25D366',
    '#25d36680',
    'bg-[#fff]',
    'shadow-[0_1px_#0000001a] bg-[#abc]',
    'fill: #abc123',
    'rgb(0, 0, 0)',
    'rgba(0 0 0 / 20%)',
    'hsl(120 50% 50%)',
    'oklch(0.7 0.1 200)',
    'lab(50% 40 59)',
    'color: rgb( 0 0 0 )',
    'bg-white',
    'text-black',
    'border-red-500',
    'dark:hover:bg-slate-900',
    'p-2 from-emerald-50',
    'placeholder-gray-400',
    'divide-zinc-200',
    'ring-indigo-600',
  ])('is named by %s', (text) => {
    expect(namesRawColour(text)).toBe(true);
  });

  it.each([
    '',
    'bg-surface text-muted',
    'text-sm',
    'bg-brand-soft',
    'border-2',
    '#',
    '#inbox',
    '#12',
    '#12345',
    '#1234567',
    'Pedido #1234',
    'see #abc for more',
    'rgb(var(--brand))',
    'color-mix(in oklch, var(--a), var(--b))',
    'oklab(from var(--x) l a b)',
    'red-500',
    'text-red',
    'whitespace-nowrap',
    'text-whitesmoke',
    'bg-blackout-500',
    'a rose by any other name',
    'https://example.com/#fff-page',
  ])('is not named by %j', (text) => {
    expect(namesRawColour(text)).toBe(false);
  });
});
