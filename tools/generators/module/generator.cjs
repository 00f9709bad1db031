const { join } = require('node:path');
const { formatFiles, generateFiles, names } = require('@nx/devkit');
const { addFloor, addToRole } = require('../place-module.cjs');

const source = 'apps/api/src';

/** A module's rooms; the ones that stay empty (gateway, jobs, listeners...) are left out until they are needed. */
module.exports = async function generateModule(tree, { name, floor }) {
  const folder = `${source}/modules/${name}`;
  if (tree.exists(folder)) throw new Error(`${folder} already exists`);
  const { className, propertyName, constantName } = names(name);
  generateFiles(tree, join(__dirname, 'files'), folder, { name, className, propertyName, constantName });

  const change = (path, edit) => tree.write(path, edit(tree.read(path, 'utf-8')));
  change(`${source}/floors.mjs`, (text) => addFloor(text, name, floor));
  for (const role of ['http', 'worker']) {
    const suffix = role === 'http' ? 'Http' : 'Worker';
    const joins = (text) => addToRole(text, `${className}${suffix}Module`, `./modules/${name}/index.js`);
    change(`${source}/${role}-role.module.ts`, joins);
  }
  await formatFiles(tree);
};
