const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);

export const say = (text = '') => process.stdout.write(`${text}\n`);

/** Runs one step of the start and shows its name, outcome and duration on one line. */
export async function step(name, work) {
  const began = performance.now();
  if (colours) process.stdout.write(dim(`  · ${name} ...`));
  const clear = colours ? '\r\u001b[K' : '';
  try {
    const note = await work();
    const seconds = `${((performance.now() - began) / 1000).toFixed(1)} s`;
    say(`${clear}  ${green('✓')} ${name}${typeof note === 'string' ? `: ${note}` : ''} ${dim(seconds)}`);
  } catch (error) {
    say(`${clear}  ${red('✗')} ${name}`);
    throw error;
  }
}

/** Prints a failure: its message, then what the failing program said. */
export function showFailure(error) {
  const known = error?.name === 'Failure';
  process.stderr.write(`\n${red(known ? error.message : (error?.stack ?? String(error)))}\n`);
  if (known && error.detail) process.stderr.write(`${dim(error.detail.trimEnd())}\n`);
}
