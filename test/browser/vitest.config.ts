/** Browser tests run after the web apps are built; each file has a product and a browser of its own. */
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const speed = 'test/browser/public-speed.test.ts'

const each: TestProjectInlineConfiguration['test'] = {
  globalSetup: ['./test/setup/postgres.ts', './test/setup/warehouse.ts'],
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A busy machine is slow, not wrong: what is waited for is waited for long.
  expect: { poll: { timeout: 20_000, interval: 50 } },
  env: { NODE_ENV: 'test', TZ: 'UTC' },
}

export default defineConfig({
  test: {
    projects: [
      // What measures time has the machine for itself.
      { test: { ...each, name: 'speed', include: [speed], maxWorkers: 1, sequence: { groupOrder: 0 } } },
      // A walk mostly waits for its page: two at a time are what two cores can do.
      {
        test: {
          ...each,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: [speed],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
