import { describe, expect, test } from 'vitest'
import { originRule } from './origin.ts'

const live = originRule({
  baseUrl: 'https://club.example.com',
  BASE_URL: 'https://club.example.com',
  NODE_ENV: 'production',
})
const request = { origin: undefined, fetchSite: undefined, host: 'club.example.com', byCookie: true }

describe('T12: a state-changing request', () => {
  test('from our own pages passes', () => {
    expect(live.allows({ ...request, origin: 'https://club.example.com', fetchSite: 'same-origin' })).toBe(
      true,
    )
    expect(live.allows({ ...request, origin: 'https://club.example.com' })).toBe(true)
    expect(live.allows({ ...request, fetchSite: 'same-origin' })).toBe(true)
  })

  test.each([
    ['another site', 'https://evil.example', 'cross-site'],
    ['a sister site', 'https://blog.example.com', 'same-site'],
    ['our name over http', 'http://club.example.com', undefined],
    ['our name on another port', 'https://club.example.com:8443', undefined],
    ['a look-alike', 'https://club.example.com.evil.example', undefined],
    ['a sandboxed frame', 'null', 'cross-site'],
    ['a page that claims our origin across sites', 'https://club.example.com', 'cross-site'],
    ['a page on this machine', 'http://localhost:4680', undefined],
    ['nonsense', 'club.example.com', undefined],
  ])('from %s is refused, with a cookie and without', (_, origin, fetchSite) => {
    expect(live.allows({ ...request, origin, fetchSite })).toBe(false)
    expect(live.allows({ ...request, origin, fetchSite, byCookie: false })).toBe(false)
  })

  test('that says nothing passes only without a cookie: programs, not browsers', () => {
    expect(live.allows(request)).toBe(false)
    expect(live.allows({ ...request, byCookie: false })).toBe(true)
  })
})

describe('without BASE_URL', () => {
  const home = originRule({ baseUrl: 'http://localhost:4680', BASE_URL: undefined, NODE_ENV: 'production' })
  test('the names of this machine are one place, and a port of another program is not', () => {
    expect(home.allows({ ...request, origin: 'http://127.0.0.1:4680' })).toBe(true)
    expect(home.allows({ ...request, origin: 'http://[::1]:4680' })).toBe(true)
    expect(home.allows({ ...request, origin: 'http://localhost:3000' })).toBe(false)
  })
  test('the address that people typed is ours; a name that was rebound to us is not', () => {
    const typed = { ...request, host: '192.168.1.5:4680' }
    expect(home.allows({ ...typed, origin: 'http://192.168.1.5:4680' })).toBe(true)
    expect(home.allows({ ...typed, origin: 'http://192.168.1.6:4680' })).toBe(false)
    expect(home.allows({ ...request, host: 'evil.example:4680', origin: 'http://evil.example:4680' })).toBe(
      false,
    )
  })
})
