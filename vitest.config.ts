import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{schemas,nodes,server,test,web}/**/*.test.{ts,tsx}'],
    // Native addons (DuckDB, SQLite) and child processes belong in processes, not in threads.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes later on a busy machine; a second, the default, fails what is right.
    expect: { poll: { timeout: 10_000 } },
    // A test never waits for a developer's locale or time zone to agree with the build machine's.
    env: { TZ: 'UTC', LANG: 'C.UTF-8' },
  },
});
