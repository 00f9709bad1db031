const columns = [
  'case',
  'product/s',
  'reference/s',
  'ratio',
  'p50 ms',
  'p99 ms',
  'SQL/msg',
  'worked off after',
  'codes',
];

const row = ({ name, product, reference, statements, drainMs }) => [
  name,
  product.perSecond.toFixed(0),
  reference ? reference.perSecond.toFixed(0) : '',
  reference ? `${(product.perSecond / reference.perSecond).toFixed(2)} x` : '',
  product.p50.toFixed(1),
  product.p99.toFixed(1),
  statements === undefined ? '' : statements.toFixed(2),
  drainMs === undefined ? '' : `${drainMs.toFixed(0)} ms`,
  Object.entries(product.codes)
    .map(([code, times]) => `${code}:${times}`)
    .join(' '),
];

/** The figures of all cases as a table for people. @param {object[]} cases */
export function tableOf(cases) {
  const lines = [columns, ...cases.map(row)];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line
        .map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
        .join('  '),
    )
    .join('\n');
}
