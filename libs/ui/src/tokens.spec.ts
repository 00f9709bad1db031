import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function block(opening: string): Map<string, string> {
  const from = css.indexOf(opening);
  if (from === -1) throw new Error(`no ${opening}`);
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return new Map(
    [...body.matchAll(/^\s*(--[\w-]+):\s*([^;]+);/gm)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
}

const mapped = block('@theme inline');
const themes = { light: block("[data-theme='light'] {"), dark: block("[data-theme='dark'] {") };

function channels(colour: string): number[] {
  const hex = colour.slice(1);
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's ratio of two colours, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['--bg', '--surface', '--sunken', '--thread'];
const bubbles = ['--b-in', '--b-out', '--b-bot', '--b-note', '--b-auto'];

/** What is read on what, and how far apart they must be: 4.5 for text, 3 for the edge of a control. */
const readOn: [what: string, on: readonly string[], least: number][] = [
  ['--text', [...papers, ...bubbles, '--accent-soft', '--danger-soft', '--warning-soft'], 7],
  ['--text-2', [...papers, ...bubbles, '--danger-soft'], 4.5],
  ['--text-3', [...papers, ...bubbles], 4.5],
  ['--accent', ['--surface', '--bg', '--accent-soft'], 4.5],
  ['--on-accent', ['--accent', '--accent-hover'], 4.5],
  ['--on-danger', ['--danger'], 4.5],
  ['--success', ['--surface', '--success-soft'], 4.5],
  ['--warning', ['--surface', '--warning-soft'], 4.5],
  ['--danger', ['--surface', '--danger-soft'], 4.5],
  ['--info', ['--surface', '--info-soft'], 4.5],
  ['--hot', ['--surface'], 4.5],
  ['--warm', ['--surface'], 4.5],
  ['--cold', ['--surface'], 4.5],
  ['--whatsapp', ['--surface'], 4.5],
  ['--instagram', ['--surface'], 4.5],
  ['--sandbox', ['--surface'], 4.5],
  ['--tick', ['--b-out'], 4.5],
  ['--tick-read', ['--b-out'], 4.5],
  ['--line-strong', ['--surface', '--bg'], 3],
];

describe('the tokens', () => {
  it('finds the ratio of black on white to be what WCAG says', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#fff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#777777', '#fff')).toBeLessThan(4.5);
  });

  it('gives both themes the same names, so that none falls back to the other', () => {
    expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort());
  });

  it('says to the browser which theme it draws its own controls in', () => {
    expect(css).toMatch(/\[data-theme='light'\] \{\s*color-scheme: light;/);
    expect(css).toMatch(/\[data-theme='dark'\] \{\s*color-scheme: dark;/);
  });

  it('maps no utility to a token that no theme has', () => {
    const asked = [...mapped.values()].flatMap((value) => /^var\((--[\w-]+)\)$/.exec(value)?.[1] ?? []);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((name) => !themes.light.has(name))).toEqual([]);
  });

  it.each(readOn.flatMap(([what, on, least]) => on.map((paper) => ({ what, paper, least }))))(
    'keeps $what readable on $paper in both themes',
    ({ what, paper, least }) => {
      for (const theme of Object.values(themes))
        expect(contrast(theme.get(what) ?? '', theme.get(paper) ?? '')).toBeGreaterThanOrEqual(least);
    },
  );

  it.each([1, 2, 3, 4, 5, 6])('keeps white initials readable on avatar colour %i', (tone) => {
    expect(contrast('#fff', mapped.get(`--color-avatar-${tone}`) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it('never removes the ring of the focus, but on the heading that takes it on arrival', () => {
    expect(css).toMatch(/:focus-visible \{\s*outline: 2px solid var\(--accent\);/);
    const removing = [...css.matchAll(/([^{}]+)\{[^{}]*outline:\s*none/g)].map(([, selector]) => selector?.trim());
    expect(removing).toEqual([expect.stringContaining('h1:focus')]);
  });

  it('lets nothing move for those who asked for less motion', () => {
    const reduced = css.slice(css.indexOf('prefers-reduced-motion'));
    const moving = /transition-property: ([^!]+) !important/.exec(reduced)?.[1]?.split(', ') ?? [];
    expect(moving).toContain('opacity');
    expect(moving.filter((property) => /transform|translate|scale|width|height|all/.test(property.trim()))).toEqual([]);
    const rise = reduced.slice(reduced.indexOf('@keyframes hilo-rise'));
    expect(rise.slice(0, rise.indexOf('@media'))).not.toContain('transform');
  });
});
