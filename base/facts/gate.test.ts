import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { allowed, answerGate, ask, defineGate, refused, wireGates } from './gate.ts'

const mayOpenShop = defineGate({
  name: 'mayOpenShop',
  question: z.object({ hour: z.number() }),
  otherwise: allowed,
  asks: { zh: '现在可以开门吗', en: 'May the shop open now' },
})
const tooEarly = { zh: '太早了', en: 'Too early' }
const notAtNight = answerGate(mayOpenShop, 'not before seven', async (_, { hour }) =>
  hour < 7 ? refused(tooEarly) : allowed,
)

// Gates do not look at the context here.
const ctx = { now: new Date() } as Ctx
let unwire = () => {}
afterEach(() => unwire())

test('a gate that nobody answers gives its default', async () => {
  expect(await ask(ctx, mayOpenShop, { hour: 3 })).toEqual(allowed)
})

test('a wired answer decides, and the first refusal stands', async () => {
  unwire = wireGates([mayOpenShop], [answerGate(mayOpenShop, 'always', async () => allowed), notAtNight])
  expect(await ask(ctx, mayOpenShop, { hour: 3 })).toEqual({ allowed: false, because: tooEarly })
  expect(await ask(ctx, mayOpenShop, { hour: 9 })).toEqual(allowed)
})

test('an answer to a gate that no module declares stops the start', () => {
  expect(() => wireGates([], [notAtNight])).toThrow(/mayOpenShop/)
})
