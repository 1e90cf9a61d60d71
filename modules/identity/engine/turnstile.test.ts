import { expect, test } from 'vitest'
import { turnstile } from './turnstile.ts'

test('lets a few through at a time, in order, and turns away whom it has no room for', async () => {
  const pass = turnstile(2, 3)
  let inside = 0
  let most = 0
  const order: number[] = []
  const open: (() => void)[] = []
  const work = (name: number) => async () => {
    most = Math.max(most, ++inside)
    order.push(name)
    await new Promise<void>((done) => open.push(done))
    inside--
  }
  const people = [0, 1, 2, 3, 4].map((name) => pass(work(name)))
  await expect(pass(work(5))).rejects.toMatchObject({ code: 'unavailable' })
  for (let i = 0; i < 5; i++) {
    await new Promise((tick) => setImmediate(tick))
    open.shift()!()
  }
  await Promise.all(people)
  expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]])
  await expect(pass(async () => 'again')).resolves.toBe('again')
})

test('somebody who fails inside makes room like everybody else', async () => {
  const pass = turnstile(1, 1)
  await expect(pass(async () => Promise.reject(new Error('fell')))).rejects.toThrow('fell')
  await expect(pass(async () => 'next')).resolves.toBe('next')
})
