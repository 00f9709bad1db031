import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig, type Plugin } from 'vite';

const api = process.env['HILO_API_URL'] ?? 'http://127.0.0.1:3000';
const kit = /[\\/]libs[\\/]ui[\\/]src[\\/].*\.tsx?$/;

const require = createRequire(import.meta.url);

/** Serves the emoji names of our languages from this origin, as `/emoji/<language>/<file>.json`: the picker would ask another site. */
function emojiData(): Plugin {
  const files = ['es', 'en', 'pt'].flatMap((language) => [`${language}/data.json`, `${language}/messages.json`]);
  const read = (file: string) => readFileSync(require.resolve(`emojibase-data/${file}`));
  return {
    name: 'hilo-emoji-data',
    configureServer(server) {
      server.middlewares.use('/emoji', (request, response, next) => {
        const file = files.find((one) => request.url?.split('?')[0] === `/${one}`);
        if (!file) return next();
        response.setHeader('content-type', 'application/json');
        response.end(read(file));
      });
    },
    generateBundle() {
      for (const file of files) this.emitFile({ type: 'asset', fileName: `emoji/${file}`, source: read(file) });
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss(), emojiData()],
  resolve: { conditions: ['@hilo/source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist',
    // The panel's CSP is 'self' alone: nothing inlined, no polyfill script, no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    rolldownOptions: {
      // Lets a lazy screen take only its own components out of the kit's index.
      treeshake: { moduleSideEffects: (id) => !kit.test(id) },
    },
  },
  server: {
    proxy: {
      '/api': api,
      '/l': api,
      '/media': api,
      '/docs': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
