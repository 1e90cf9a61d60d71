import { describe, expect, test } from 'vitest'
import type { Source } from './sources.ts'
import { sources } from './sources.ts'
import { isWebCode } from './syntax.ts'

/** Names of namespaces, and the filing registers that the law wants linked: nothing is fetched from them. */
const names = ['www.w3.org', 'beian.miit.gov.cn', 'beian.mps.gov.cn']

/** Hosts in the sources of pages that a browser would call: `file: host`. Our own examples end in .example. */
function foreignHosts(all: readonly Source[]): string[] {
  return all.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/(?:\b(?:https?|wss?):)?\/\/((?:[\w-]+\.)+[a-z]{2,})\b/gi)]
      .map(([, host = '']) => host.toLowerCase())
      .filter(
        (host) =>
          !names.includes(host) && !/(^|\.)(example(\.(com|org|net))?|localhost|test|invalid)$/.test(host),
      )
      .map((host) => `${path}: ${host}`),
  )
}

/** Comments may name where a rule comes from. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(,])\/\/ .*$/gm, '$1')

describe('L-16 no page calls a foreign host', () => {
  const pages = sources('.ts', '.tsx', '.css', '.html', '.svg', '.webmanifest').filter(
    ({ path }) =>
      (isWebCode(path) && !path.includes('.story.')) ||
      (/^(apps|ui|modules)\//.test(path) && /\.(css|html|svg|webmanifest)$/.test(path)),
  )

  test('no address of another host is in the sources of screens, styles and pictures', () => {
    expect(pages.length).toBeGreaterThan(10)
    expect(foreignHosts(pages)).toEqual([])
  })

  test('control: fonts, scripts and maps from elsewhere are found', () => {
    const bad = [
      "@import url('https://fonts.googleapis.com/css2?family=Inter');",
      '<script src="//cdn.jsdelivr.net/npm/react"></script>',
      "new WebSocket('wss://push.vendor.io/x')",
      'const tile = `https://tile.openstreetmap.org/1/2.png`',
    ]
    for (const text of bad)
      expect([text, foreignHosts([{ path: 'ui/x.css', text }]).length]).toEqual([text, 1])
    expect(
      foreignHosts([
        { path: 'ui/x.tsx', text: '// see https://vendor.io\nxmlns="http://www.w3.org/2000/svg"' },
      ]),
    ).toEqual([])
  })
})
