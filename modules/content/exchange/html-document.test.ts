import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentSchema } from '#base/html/document.ts'
import { toPlainText } from '#base/html/plain-text.ts'
import { renderDocument } from '#base/html/render.ts'
import { htmlToDocument, textToDocument } from './html-document.ts'

const render = (html: string) => String(renderDocument(htmlToDocument(html)))

test('HTML of others keeps what has a place here', () => {
  expect(
    render(
      '<p>Use <strong>less</strong> <em>heat</em>,<br>see <a href="https://example.com/a?b=1">here</a>.</p>',
    ),
  ).toBe(
    '<p>Use <strong>less</strong> <em>heat</em>,<br>see <a href="https://example.com/a?b=1" rel="nofollow ugc noopener noreferrer" target="_blank">here</a>.</p>',
  )
  expect(
    render(
      '<h1>One</h1><ul><li>a<li>b</ul><blockquote><p>said</p></blockquote><hr><pre><code>x  <y>\n z</code></pre>',
    ),
  ).toContain('<blockquote><p>said</p></blockquote>')
  expect(htmlToDocument('<pre><code>a  b\n c</code></pre>').content).toEqual([
    { type: 'codeBlock', content: [{ type: 'text', text: 'a  b\n c' }] },
  ])
  expect(htmlToDocument('<table><tr><th>T</th><td>1</td></tr></table>').content[0]).toMatchObject({
    type: 'table',
  })
})

test('what stands where it cannot stand keeps its words, and nesting without end is laid flat', () => {
  expect(toPlainText(htmlToDocument('<li>alone</li><td>cell</td>text</p></div>'))).toBe('alone\ncell\ntext')
  const deep = htmlToDocument(`${'<blockquote>'.repeat(500)}deep${'</blockquote>'.repeat(500)}`)
  expect(documentSchema.safeParse(deep).success).toBe(true)
  expect(toPlainText(deep)).toBe('deep')
  expect(htmlToDocument('   \n ').content).toEqual([])
  expect(textToDocument('a\n\n b ').content).toHaveLength(2)
})

test('G39 nothing of what was never words comes through', () => {
  const bad = render(
    `<p onclick="x()">a<script>alert(1)</script><style>p{}</style><iframe src="//evil"></iframe></p>
     <a href="javascript:alert(1)">b</a><img src=x onerror=alert(1)><svg><script>alert(2)</script></svg>
     <a href=" java\nscript:alert(1)">c</a><math><mi//xlink:href="data:x,<script>alert(3)</script>">`,
  )
  expect(bad).not.toMatch(/script|onerror|onclick|iframe|evil|alert|style/i)
  expect(bad).toContain('a')
  expect(bad).toContain('b')
})

const payloads = '../shared/data/xss'
test.skipIf(!existsSync(payloads))('G39 payloads that others collected become words', () => {
  const texts = readdirSync(payloads)
    .filter((name) => /\.(txt|json)$/.test(name))
    .flatMap((name) => readFileSync(join(payloads, name), 'utf8').split('\n'))
    .slice(0, 4_000)
  expect(texts.length).toBeGreaterThan(50)
  for (const text of texts) {
    const parsed = documentSchema.safeParse(htmlToDocument(text))
    expect(parsed.success, text).toBe(true)
    const markup = String(renderDocument(htmlToDocument(text))).match(/<[^>]*>/g) ?? []
    expect(
      markup.filter((tag) =>
        /\son\w+=|javascript:|<(script|iframe|style|svg|object|embed|form|input)/i.test(tag),
      ),
      text,
    ).toEqual([])
  }
})
