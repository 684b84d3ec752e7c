import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The server's Content-Security-Policy takes files from itself alone, so nothing is inlined.
    assetsInlineLimit: 0,
  },
});
