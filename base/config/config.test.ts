import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { loadSecrets } from './secrets.ts'

describe('the configuration', () => {
  test('has a default for everything', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      PORT: 4680,
      ROLES: ['web', 'worker', 'sink'],
      baseUrl: 'http://localhost:4680',
    })
    expect(config.dataDir).toMatch(/\/data$/)
  })
  test('takes an empty value as none', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).PORT).toBe(4680)
  })
  test.each([
    ['PORT', 'many', /PORT must be a whole number from 0 to 65535 \(it is "many"\)/],
    ['PORT', '70000', /PORT must be a whole number/],
    ['DATABASE_URL', 'mysql://x', /DATABASE_URL must be a URL such as postgres:\/\//],
    ['ROLES', 'web,cook', /ROLES may hold web, worker and sink; not cook/],
    ['CLICKHOUSE_CLUSTER', "x'; drop", /CLICKHOUSE_CLUSTER must be a cluster name/],
    ['LOG_RETENTION_DAYS', '30', /LOG_RETENTION_DAYS must be a whole number from 180/],
    ['METRICS_TOKEN', 'short', /METRICS_TOKEN must have at least 16 characters/],
  ])('L-60: refuses %s=%s with its name and the remedy', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(sentence)
  })
  test('names every bad value at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' })).toThrow(/2 bad value/)
  })
})

describe('secrets', () => {
  const dir = mkdtempSync(join(tmpdir(), 'juluo-secrets-'))
  afterAll(() => rmSync(dir, { recursive: true }))
  test('are made once, readable by their owner only', () => {
    const made = loadSecrets(dir)
    expect(loadSecrets(dir)).toEqual(made)
    expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(made.root).not.toBe(made.postgresPassword)
  })
  test('are made although an earlier try with the same process id broke off', () => {
    const other = mkdtempSync(join(tmpdir(), 'juluo-secrets-'))
    writeFileSync(join(other, `secrets.json.${process.pid}`), '{"root":')
    expect(loadSecrets(other).root).toHaveLength(43)
    rmSync(other, { recursive: true })
  })
  test('stop the start when damaged, and are not overwritten', () => {
    const other = mkdtempSync(join(tmpdir(), 'juluo-secrets-'))
    writeFileSync(join(other, 'secrets.json'), '{"root":', { mode: 0o600 })
    expect(() => loadSecrets(other)).toThrow(ConfigError)
    expect(readFileSync(join(other, 'secrets.json'), 'utf8')).toBe('{"root":')
    rmSync(other, { recursive: true })
  })
})
