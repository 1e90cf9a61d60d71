import { afterEach, describe, expect, test } from 'vitest'
import { armFailpoint, declaredFailpoints, declareFailpoints } from './failpoint.ts'

const failpoint = declareFailpoints('test.before', 'test.after')
afterEach(() => armFailpoint(undefined))

describe('a failpoint', () => {
  test('is listed once it is declared, and does nothing until it is armed', async () => {
    expect(declaredFailpoints()).toEqual(expect.arrayContaining(['test.before', 'test.after']))
    await failpoint('test.before')
  })

  test('acts at the wanted passage and at no other', async () => {
    armFailpoint('test.before:2:throw')
    await failpoint('test.before')
    await failpoint('test.after')
    await expect(failpoint('test.before')).rejects.toThrow('failpoint test.before')
    await failpoint('test.before')
  })

  test('never acts in production', async () => {
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    try {
      armFailpoint('test.before:throw')
      await failpoint('test.before')
    } finally {
      process.env.NODE_ENV = before
    }
  })
})
