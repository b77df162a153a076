import { defineConfig } from 'vite';

/** Browsers that know light-dark(), as for the agents' app. */
const target = ['chrome123', 'firefox121', 'safari17.5'];

/**
 * What stands on other people's pages, built beside the agents' app into the same folder: first the frame and
 * the demo page, then (mode `loader`) the one script of a name that never changes.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    target,
    emptyOutDir: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    ...(mode === 'loader'
      ? {
          lib: {
            entry: 'src/widget/loader/loader.ts',
            formats: ['iife'],
            name: 'firthLoader',
            fileName: () => 'widget.js',
          },
        }
      : {
          assetsDir: 'widget-assets',
          manifest: 'widget-manifest.json',
          rollupOptions: { input: ['widget.html', 'demo.html'] },
        }),
  },
}));
