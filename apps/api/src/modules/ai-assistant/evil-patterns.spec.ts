import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { guardReply } from './guard/guard-reply.js';
import { SHOPS, understandIn } from './testing/understand-in.js';
import { RULES } from './understand/intents/rules.js';
import { cuesIn } from './understand/intents/cues.js';
import { readMessage } from './understand/read-message.js';

/** Far more than linear or square work takes; a pattern that doubles its work with every character never ends. */
const KILL_AFTER_MS = 60_000;
const LONG = 8_000;

const EVIL = [
  'a',
  '1',
  ' ',
  '.',
  '-',
  '$',
  '1.',
  '1,1.',
  'a@a.',
  'a.',
  'no ',
  'x ',
  'soy ',
  'de la ',
  'quiero 2 ',
  '((',
  'por ',
  'mil y ',
  '+1 ',
  'http://',
  'pedido # ',
  'ñ',
  '\n',
].map((piece) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG));

interface Written {
  place: string;
  source: string;
  flags: string;
}

function literalsOf(path: string, name: string): Written[] {
  const file = ts.createSourceFile(name, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Written[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push({ place: `${name}:${line + 1}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const root = new URL('.', import.meta.url);
const patterns = ['understand', 'decide', 'compose', 'ground', 'guard']
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true }).map((file) => `${folder}/${String(file)}`),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .flatMap((file) => literalsOf(new URL(file, root).pathname, file));

function endsOn({ source, flags }: Written, text: string): boolean {
  const global = flags.includes('g') ? flags : `${flags}g`;
  const found = runInNewContext(
    '[...text.matchAll(new RegExp(source, flags))].length',
    { source, flags: global, text },
    { timeout: KILL_AFTER_MS },
  );
  return Number.isInteger(found);
}

describe('every pattern of the pipeline', () => {
  it('is looked at', () => {
    expect(patterns.length).toBeGreaterThan(120);
    expect(new Set(patterns.map(({ place }) => place.split('/')[0]))).toEqual(
      new Set(['understand', 'decide', 'compose', 'guard']),
    );
  });

  it.each(patterns.map((pattern) => [pattern.place, pattern] as const))('ends on long evil text: %s', (_, pattern) => {
    for (const text of EVIL) expect(endsOn(pattern, text)).toBe(true);
  });

  it('is stopped here when it does not', () => {
    const endless = { place: 'here', source: '(?:a+)+$', flags: '' };
    expect(() =>
      runInNewContext('new RegExp(source).test(text)', { ...endless, text: `${'a'.repeat(40)}!` }, { timeout: 50 }),
    ).toThrow('timed out');
  });
});

describe('what is built of words', () => {
  it.each(RULES.map((rule) => [rule.name, rule] as const))('ends on long evil text: %s', (_, { when, unless }) => {
    for (const text of EVIL)
      for (const one of [when, ...(unless ? [unless] : [])])
        expect(endsOn({ place: '', source: one.source, flags: one.flags }, text)).toBe(true);
  });

  it('reads evil text of a hundred thousand characters, and only its beginning', () => {
    for (const text of EVIL) {
      const long = text.repeat(5);
      expect(readMessage(long).clean.length).toBeLessThanOrEqual(2_000);
      expect(Array.isArray(cuesIn([long]))).toBe(true);
      expect(understandIn('cel', long).classification.intents.length).toBeGreaterThan(0);
    }
  });

  it('guards evil drafts of a hundred thousand characters', () => {
    const { shop, items } = SHOPS.cel;
    const grounds = {
      items,
      shop,
      totals: [],
      quantities: [],
      customerTexts: [],
      soldOut: items.filter(({ stock }) => stock === 0),
    };
    for (const text of EVIL) expect(Array.isArray(guardReply(text.repeat(5), grounds))).toBe(true);
  });
});
