// `npm run dev`: the server restarts when its code changes, Vite serves the web with hot reload and
// hands /api to the server.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { createServer } from 'vite';

const serverPort = process.env['PORT'] ?? '4317';
const target = `http://127.0.0.1:${serverPort}`;

const server = spawn(process.execPath, ['--watch-preserve-output', '--watch', 'server/main.ts'], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: { ...process.env, PORT: serverPort },
});

const vite = await createServer({
  configFile: path.resolve(import.meta.dirname, '../vite.config.ts'),
  server: {
    proxy: {
      '/api': {
        target,
        changeOrigin: true,
        // The server refuses foreign origins; behind this proxy the page's origin is the server's own.
        headers: { origin: target },
      },
    },
  },
});
await vite.listen();
vite.printUrls();

async function stop(): Promise<void> {
  server.kill('SIGTERM');
  await vite.close();
}

process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
server.once('exit', () => void vite.close());
