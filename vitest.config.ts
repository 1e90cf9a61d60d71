import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['./test/setup/postgres.ts', './test/setup/warehouse.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A busy machine is slow, not wrong: what is waited for is waited for long.
    expect: { poll: { timeout: 10_000, interval: 50 } },
    pool: 'forks',
    maxWorkers: 2,
    include: ['{apps,base,modules,ui,test,bench}/**/*.test.{ts,tsx}'],
    // Browser walks and crash tests run on their own, after these; see bin/test.mjs.
    exclude: ['**/node_modules/**', 'test/browser/**', 'test/crash/**'],
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  },
})
