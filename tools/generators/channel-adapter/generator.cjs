const { join } = require('node:path');
const { formatFiles, generateFiles, logger, names } = require('@nx/devkit');

/** One provider: a folder in the module it joins. It refuses everything until its shared contract is filled in. */
module.exports = async function generateChannelAdapter(tree, { name, module, kind }) {
  const folder = `apps/api/src/modules/${module}/${name}`;
  if (tree.exists(folder)) throw new Error(`${folder} already exists`);
  const { className, propertyName } = names(name);
  generateFiles(tree, join(__dirname, 'files'), folder, {
    name,
    module,
    className,
    propertyName,
    kind: kind ?? `${module}_${name.replaceAll('-', '_')}`,
  });
  await formatFiles(tree);
  logger.info(
    `Next: register ${className}Adapter and ${propertyName}Door in ${module}.module.ts, name a new kind in channels/domain/channel-event.ts, ` +
      'and describe its fixtures to channels/testing/adapter-contract.ts in the spec.',
  );
};
