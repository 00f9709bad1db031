import { describe, expect, it } from '@jest/globals';
import { tableOf } from './report.mjs';

const product = { perSecond: 2400.4, p50: 5.44, p99: 21.06, codes: { 200: 9990, 503: 10 } };

describe('the table of a run', () => {
  it('is a row for each case, in columns, with the ratio to the reference', () => {
    const table = tableOf([
      { name: 'distinct, 16 connections', product, reference: { perSecond: 1200 }, statements: 0.104, drainMs: 1234.5 },
      { name: 'bad signature', product },
    ]);
    const lines = table.split('\n');
    expect(lines).toHaveLength(3);
    expect(new Set(lines.map((line: string) => line.length)).size).toBe(1);
    expect(lines[1]?.split(/ {2,}/).map((cell: string) => cell.trim())).toEqual([
      'distinct, 16 connections',
      '2400',
      '1200',
      '2.00 x',
      '5.4',
      '21.1',
      '0.10',
      '1235 ms',
      '200:9990 503:10',
    ]);
    expect(lines[2]).toContain('bad signature');
    expect(lines[2]).not.toContain('x');
  });

  it('without cases is its head alone', () => {
    expect(tableOf([]).split('\n')).toHaveLength(1);
  });
});
