import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['HILO_API_URL'] ?? 'http://127.0.0.1:3000';
const kit = /[\\/]libs[\\/]ui[\\/]src[\\/].*\.tsx?$/;

export default defineConfig({
  plugins: [react(), tailwindcss()],
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
