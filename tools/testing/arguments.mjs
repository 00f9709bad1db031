export const groups = ['unit', 'integration', 'e2e', 'panel', 'browser', 'lint'];

/**
 * @param {string[]} parameters of `npm test --`
 * @returns {{ only: string[], skipBrowser: boolean } | { refusal: string }}
 */
export function parseTestArguments(parameters) {
  const rest = [...parameters];
  const only = [];
  let skipBrowser = false;
  while (rest.length > 0) {
    const [name, inline] = rest.shift().split('=', 2);
    if (name === '--skip-browser') skipBrowser = true;
    else if (name === '--only') only.push(...(inline ?? rest.shift() ?? '').split(','));
    else return { refusal: `Unknown option ${name}` };
  }
  const unknown = only.find((group) => !groups.includes(group));
  if (unknown !== undefined) return { refusal: `--only wants one of ${groups.join(', ')}, not "${unknown}"` };
  return { only, skipBrowser };
}
