/**
 * Writes a module into floors.mjs, after its neighbours on the same or a lower floor.
 * @param {string} text of floors.mjs
 * @param {string} name kebab-case
 * @param {number} floor
 */
function addFloor(text, name, floor) {
  const lines = text.split('\n');
  const entries = lines.flatMap((line, index) => {
    const match = /^ {2}'?([a-z][a-z0-9-]*)'?: (\d+),$/.exec(line);
    return match ? [{ index, name: match[1], floor: Number(match[2]) }] : [];
  });
  if (entries.some((entry) => entry.name === name)) throw new Error(`${name} already has a floor`);
  const before = entries.filter((entry) => entry.floor <= floor).at(-1);
  if (!before) throw new Error('floors.mjs holds no lower floor');
  const key = name.includes('-') ? `'${name}'` : name;
  lines.splice(before.index + 1, 0, `  ${key}: ${floor},`);
  return lines.join('\n');
}

/**
 * Writes a Nest module into the imports of a composition root.
 * @param {string} text of http-role.module.ts or worker-role.module.ts
 * @param {string} className
 * @param {string} path as imported
 */
function addToRole(text, className, path) {
  const imports = [...text.matchAll(/^import .*;$/gm)].at(-1);
  const list = /imports: \[([^\]]*)\]/.exec(text);
  if (!imports || !list) throw new Error('the role module has no imports to join');
  const names = list[1]
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const withList = text.replace(list[0], `imports: [${[...names, className].join(', ')}]`);
  return withList.replace(imports[0], `${imports[0]}\nimport { ${className} } from '${path}';`);
}

module.exports = { addFloor, addToRole };
