/**
 * `npm test`: everything that must hold, in the order in which it fails fastest. Ends with one line
 * `N passed, N failed` and the exit code to match. `npm test -- types browser` runs some steps only.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { findOrInstallChromium } from './chromium.mjs'
import { ensureInstalled, pinnedNode, root } from './launch.mjs'

ensureInstalled()
const bin = (name) => join(root, 'node_modules', '.bin', name)
const reports = mkdtempSync(join(tmpdir(), 'juluo-reports-'))

/** Each step is a command; those of Vitest report how many tests they ran, the others count as one. */
const steps = [
  { name: 'format and lint', command: [bin('biome'), 'ci', '.'] },
  { name: 'types', command: [join(root, 'node_modules/@typescript/native/bin/tsc')] },
  { name: 'unused code', command: [bin('knip')] },
  { name: 'generated files', command: [pinnedNode, 'apps/cli/generate.ts', '--check'] },
  { name: 'unit and integration', vitest: [] },
  { name: 'web build', command: [pinnedNode, 'apps/cli/web-build.ts'] },
  { name: 'browser', vitest: ['--config', 'test/browser/vitest.config.ts'], needsBrowser: true },
  { name: 'crash', vitest: ['--config', 'test/crash/vitest.config.ts'] },
]

const wanted = process.argv.slice(2)
const chosen =
  wanted.length === 0 ? steps : steps.filter(({ name }) => wanted.some((word) => name.includes(word)))
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
  NODE_ENV: 'test',
  TZ: 'UTC',
  FORCE_COLOR: '0',
}
let passed = 0
let failed = 0
const lines = []
const failures = []

for (const { name, command, vitest, needsBrowser } of chosen) {
  console.log(`\n── ${name} ──`)
  if (needsBrowser) {
    const chromium = findOrInstallChromium()
    if (!chromium.path) {
      console.error(chromium.remedy)
      failed++
      lines.push(`✗ ${name}: no Chromium`)
      continue
    }
    env.CHROMIUM = chromium.path
  }
  const began = performance.now()
  const report = join(reports, `${name.replaceAll(' ', '-')}.json`)
  // The pinned Node by its path: what stands first in PATH of the caller does not matter.
  const [program, ...args] = command ?? [
    pinnedNode,
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...vitest,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
  const counts = command
    ? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
    : readCounts(report, status)
  passed += counts.passed
  failed += counts.failed
  failures.push(...(counts.failures ?? []))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  lines.push(
    `${counts.failed === 0 ? '✓' : '✗'} ${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
  )
}

rmSync(reports, { recursive: true, force: true })
// Said again at the end: whoever sees only the last lines of a long log still learns what failed.
for (const { test, reason } of failures) console.log(`\n✗ ${test}\n${reason}`)
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** A run that failed outside a test (a broken import, a setup) counts as one failure. */
function readCounts(report, status) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    return {
      passed: numPassedTests,
      failed: numFailedTests === 0 && status !== 0 ? 1 : numFailedTests,
      failures: testResults.flatMap(failuresOf),
    }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** What failed in one file: its tests, or the file itself when it did not come as far as a test. */
function failuresOf({ name, status, message, assertionResults }) {
  const file = relative(root, name)
  const tests = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => ({
      test: `${file} > ${test.fullName}`,
      reason: test.failureMessages.join('\n').slice(0, 2000),
    }))
  return tests.length === 0 && status === 'failed'
    ? [{ test: file, reason: (message ?? '').slice(0, 2000) }]
    : tests
}
