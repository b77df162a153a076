import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    // light-dark() must reach the browser as it is written
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // fonts and icons as data: addresses would be refused by the content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
  },
  server: {
    proxy: { '/api': server, '/live': { target: server, ws: true } },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/app/test.setup.ts'],
    restoreMocks: true,
    isolate: false,
    maxWorkers: 2,
    // a busy machine is no fault of the page
    testTimeout: 30_000,
  },
});
