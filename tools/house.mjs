import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { complaintsAbout, houseFigures } from './house/figures.mjs';
import { sourceFiles } from './house/source-files.mjs';
import { inProject, root } from './runtime/project.mjs';

/** `node tools/house.mjs [--report]`: prints the figures of the house; without --report a breach is exit code 1. */
const floorsFile = inProject('apps/api/src/floors.mjs');
const { floors } = existsSync(floorsFile) ? await import(pathToFileURL(floorsFile).href) : { floors: {} };
const figures = houseFigures(sourceFiles(root, ['apps', 'libs']), floors);
const complaints = complaintsAbout(figures);

console.log(`files                       ${figures.files} (${figures.lines} lines)`);
console.log(`lines in files over 250     ${(figures.longShare * 100).toFixed(1)} %`);
console.log(`import cycles               ${figures.cycles.length}`);
console.log(`floor violations            ${figures.violations.length}`);
console.log(`test lines per code line    ${figures.ratio.toFixed(2)} (${figures.tests} / ${figures.code})`);
for (const complaint of complaints) console.log(`  - ${complaint}`);
process.exitCode = complaints.length > 0 && !process.argv.includes('--report') ? 1 : 0;
