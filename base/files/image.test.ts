import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { makeImage } from './image.ts'

describe('making images', () => {
  test('more pictures than there is time for are told to come later, and the others are made', async () => {
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#456' } })
      .png()
      .toBuffer()
    const outcomes = await Promise.allSettled(Array.from({ length: 25 }, () => makeImage(picture)))
    const made = outcomes.filter((each) => each.status === 'fulfilled')
    expect(made).toHaveLength(22)
    expect(made.every((each) => each.value.ok)).toBe(true)
  })

  test('G42: a child that is too slow or too hungry is ended', async () => {
    const picture = await sharp({ create: { width: 6_000, height: 5_000, channels: 3, background: '#456' } })
      .png({ progressive: true })
      .toBuffer()
    const limits = { pixels: 40_000_000, milliseconds: 8_000, mebibytes: 2_000 }
    expect((await makeImage(picture, limits)).ok).toBe(true)
    expect(await makeImage(picture, { ...limits, milliseconds: 100 })).toEqual({
      ok: false,
      reason: 'tooSlow',
    })
    if (process.platform === 'linux')
      expect(await makeImage(picture, { ...limits, mebibytes: 60 })).toEqual({
        ok: false,
        reason: 'tooHungry',
      })
  })
})
