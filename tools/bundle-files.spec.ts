import { describe, expect, it } from '@jest/globals';
import { firstScreenFiles } from './bundle-files.mjs';

const manifest = {
  'index.html': {
    file: 'main.js',
    isEntry: true,
    imports: ['_vendor.js'],
    dynamicImports: ['src/routes/bandeja.tsx'],
    css: ['main.css'],
  },
  '_vendor.js': { file: 'vendor.js', imports: ['_vendor.js'] },
  'src/routes/bandeja.tsx': {
    file: 'bandeja.js',
    isDynamicEntry: true,
    imports: ['index.html', '_list.js'],
    css: ['bandeja.css', 'main.css'],
  },
  '_list.js': { file: 'list.js' },
  'src/routes/leads.tsx': { file: 'leads.js', isDynamicEntry: true },
};

describe('firstScreenFiles', () => {
  it('takes the entry, the route of the first screen and all they import, each once', () => {
    expect(firstScreenFiles(manifest, /bandeja/)).toEqual({
      scripts: ['main.js', 'vendor.js', 'bandeja.js', 'list.js'],
      styles: ['main.css', 'bandeja.css'],
    });
  });

  it('is the entry alone when the route is part of it', () => {
    expect(firstScreenFiles(manifest, /nowhere/).scripts).toEqual(['main.js', 'vendor.js']);
  });
});
