/** Browser tests run after the web apps are built; each file has a product and a browser of its own. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['./test/setup/postgres.ts', './test/setup/warehouse.ts'],
    include: ['test/browser/**/*.test.ts'],
    pool: 'forks',
    // One at a time: a browser, a product and a database are enough for two cores.
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'UTC' },
  },
})
