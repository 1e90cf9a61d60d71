import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import { type Document, documentLimits, documentSchema, filesOf } from './document.ts'
import { cleanLink } from './link.ts'
import { toPlainText } from './plain-text.ts'
import { renderDocument } from './render.ts'
import { address, escapeHtml, html } from './safe.ts'
import { htmlToPlainText, sanitizeHtml } from './sanitize.ts'

/** Every tag that may come out, whole, with its attributes in the one form we write or the sanitiser writes. */
const tag = new RegExp(
  `^<(?:/(?:p|h[234]|ul|ol|li|blockquote|pre|code|strong|b|em|i|s|del|a|table|thead|tbody|tr|th|td|figure|span|video|small|div)
|(?:p|h[234]|ul|li|blockquote|pre|code|strong|b|em|i|s|del|table|thead|tbody|tr|td|figure|br|hr|a|th|span|small)(?: /)?
|th scope="col"|ol(?: start="\\d{1,5}")?|span class="emoji"|a class="(?:mention|hashtag)" href="/[^"<>]*"
|a href="(?:https?://|mailto:)[^"<>]*" rel="nofollow ugc noopener noreferrer" target="_blank"
|a class="link-card" href="(?:https?://|mailto:)[^"<>]*" rel="nofollow ugc noopener noreferrer" target="_blank"
|figure class="video"|p class="attachment"|a href="/files/[\\w-]{22}" download="[^"<>]*"|div class="card-slot" data-card="[a-z]{2,20}:\\d{1,18}"
|video src="/files/[\\w-]{22}" poster="/files/[\\w-]{22}/large"(?: width="\\d+" height="\\d+")?(?: aria-label="[^"<>]*")? controls playsinline preload="none"
|img src="/files/[\\w-]{22}(?:/\\w+)?"(?: srcset="[^"<>]*" sizes="[^"<>]*")?(?: width="\\d+" height="\\d+")?(?: alt="[^"<>]*")?(?: loading="lazy" decoding="async")?(?: /)?)>$`.replaceAll(
    '\n',
    '',
  ),
)

/** Tags that are not on the list, and `<` that starts none. Empty for markup that cannot do anything. */
function dangers(markup: string): string[] {
  const tags = markup.match(/<[^>]*>?/g) ?? []
  return tags.filter((each) => !tag.test(each))
}

const payloads = [
  '<script>alert(1)</script>', '"><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', 'javascript:alert(1)',
  'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', '\u0001javascript:alert(1)',
  '" onmouseover="alert(1)', "' onfocus='alert(1)", '`onload=alert(1)', '</p><iframe srcdoc="<script>alert(1)</script>">', '<!--<img src="--><img src=x onerror=alert(1)//">',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="https://a.example" style="background:url(javascript:alert(1))">', '<form action=javascript:alert(1)><input type=submit>', '<base href=https://evil.example>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">', '<link rel=stylesheet href=https://evil.example>', '<template><script>alert(1)</script></template>',
  '<details open ontoggle=alert(1)>', '<style>@import "https://evil.example"</style>', '\u2028<b>\u2029', '<x/ onclick=alert(1)>', '<<script>script>alert(1)', '&lt;script&gt;alert(1)', '<a href="&#106;avascript:alert(1)">x</a>',
  '<img src="/files/aaaaaaaaaaaaaaaaaaaaaa" onerror=alert(1)>', '<img src="https://evil.example/pixel">', '<a href="//evil.example">x</a>', '<a href="https://user:pass@evil.example">x</a>', '<ol start="1 onclick=alert(1)"><li>x',
] // biome-ignore format: one list

const someFile = fc.oneof(
  { weight: 3, arbitrary: fc.constant('a'.repeat(22)) },
  { weight: 1, arbitrary: fc.constantFrom('../x', ...payloads) },
)
const hostile = fc.oneof(fc.constantFrom(...payloads), fc.string({ unit: 'grapheme', maxLength: 30 }))
const node = (type: string, more: object) => ({ type, ...more })
const marks = fc.array(
  fc.oneof(
    fc.constantFrom('bold', 'italic', 'strike', 'code').map((type) => node(type, {})),
    hostile.map((href) => node('link', { attrs: { href } })),
  ),
  { maxLength: 2 },
)
const inline = fc.oneof(
  fc.tuple(hostile, marks).map(([text, list]) => node('text', { text: text || 'x', marks: list })),
  fc.constant(node('hardBreak', {})),
  hostile.map((label) => node('mention', { attrs: { id: label, label } })),
  hostile.map((tag) => node('hashtag', { attrs: { tag } })),
  hostile.map((emoji) => node('emoji', { attrs: { emoji } })),
)
const content = fc.array(inline, { maxLength: 3 })
const { block } = fc.letrec<{ block: object }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    content.map((list) => node('paragraph', { content: list })),
    fc
      .tuple(fc.constantFrom(2, 3, 4), content)
      .map(([level, list]) => node('heading', { attrs: { level }, content: list })),
    content.map((list) => node('codeBlock', { attrs: { language: 'ts' }, content: list })),
    fc.tuple(someFile, hostile).map(([file, alt]) => node('image', { attrs: { file, alt } })),
    fc
      .tuple(someFile, hostile, fc.oneof(hostile, fc.integer()))
      .map(([file, alt, width]) => node('video', { attrs: { file, alt, width, height: width } })),
    fc
      .tuple(someFile, hostile, fc.oneof(hostile, fc.double()))
      .map(([file, name, size]) => node('file', { attrs: { file, name, size } })),
    fc
      .tuple(fc.oneof(hostile, fc.constant('https://a.example/')), hostile, someFile)
      .map(([href, title, picture]) => node('linkCard', { attrs: { href, title, summary: title, picture } })),
    fc
      .tuple(fc.oneof(hostile, fc.constant('product')), fc.oneof(hostile, fc.constant('12')))
      .map(([kind, id]) => node('card', { attrs: { kind, id } })),
    fc.constant(node('horizontalRule', {})),
    fc.array(tie('block'), { maxLength: 2 }).map((list) => node('blockquote', { content: list })),
    fc
      .array(tie('block'), { maxLength: 2 })
      .map((list) => node('bulletList', { content: [node('listItem', { content: list })] })),
    fc
      .array(tie('block'), { maxLength: 2 })
      .map((list) =>
        node('orderedList', { attrs: { start: 3 }, content: [node('listItem', { content: list })] }),
      ),
    fc.array(tie('block'), { maxLength: 2 }).map((list) =>
      node('table', {
        content: [
          node('tableRow', {
            content: [node('tableHeader', { content: list }), node('tableCell', { content: list })],
          }),
        ],
      }),
    ),
  ),
}))
const documents = fc.array(block, { maxLength: 4 }).map((list) => node('doc', { content: list }))

describe('T13 documents', () => {
  test('whatever the database holds, only our own markup comes out', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(dangers(renderDocument(document as Document).markup)).toEqual([])
      }),
      { numRuns: 1_000, seed: 39 },
    )
  })

  test('control: the same check finds every payload that would run when it is not escaped', () => {
    const raw = payloads.filter((payload) => payload.includes('<') && !payload.includes('<b>'))
    expect(raw.filter((payload) => dangers(payload).length === 0)).toEqual([])
  })

  test('what is not on the list is refused when it is written', () => {
    const take = (content: unknown) => documentSchema.safeParse({ type: 'doc', content }).success
    const text = (more: object = {}) => [
      { type: 'paragraph', content: [{ type: 'text', text: 'a', ...more }] },
    ]
    expect(take(text())).toBe(true)
    expect(
      take(text({ marks: [{ type: 'link', attrs: { href: 'https://a.example', target: '_top' } }] })),
    ).toBe(true)
    for (const href of [
      'javascript:alert(1)',
      '//a.example',
      '/relative',
      'https://u:p@a.example',
      'data:text/html,x',
    ])
      expect([href, take(text({ marks: [{ type: 'link', attrs: { href } }] }))]).toEqual([href, false])
    expect(take([{ type: 'html', content: '<script>' }])).toBe(false)
    expect(take([{ type: 'paragraph', onclick: 'x' }])).toBe(false)
    expect(take([{ type: 'heading', attrs: { level: 1 } }])).toBe(false)
    expect(take([{ type: 'image', attrs: { file: 'https://evil.example/x.png' } }])).toBe(false)
    expect(take([{ type: 'paragraph', content: [{ type: 'emoji', attrs: { emoji: '<b>' } }] }])).toBe(false)
    const file = 'a'.repeat(22)
    const one = (type: string, attrs: object) => [type, take([{ type, attrs }])]
    expect(one('video', { file, width: 640, height: 360, duration: 12.5, alt: '' })).toEqual(['video', true])
    expect(one('video', { file: 'https://evil.example/x.mp4' })).toEqual(['video', false])
    expect(one('video', { file, width: -1 })).toEqual(['video', false])
    expect(one('file', { file, name: '杯测表.pdf', size: 1024 })).toEqual(['file', true])
    expect(one('file', { file: '../../etc', name: 'a', size: 1 })).toEqual(['file', false])
    expect(one('linkCard', { href: 'https://a.example', title: '手冲', picture: file })).toEqual([
      'linkCard',
      true,
    ])
    expect(one('linkCard', { href: 'javascript:alert(1)', title: 'x' })).toEqual(['linkCard', false])
    expect(
      one('linkCard', { href: 'https://a.example', title: 'x', picture: 'https://evil.example' }),
    ).toEqual(['linkCard', false])
    expect(one('card', { kind: 'product', id: '12' })).toEqual(['card', true])
    expect(one('card', { kind: 'product"', id: '12' })).toEqual(['card', false])
    expect(
      take([
        { type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'Yb3kQ9x_ache', label: '阿澈' } }] },
      ]),
    ).toBe(true)
    expect(
      take([{ type: 'paragraph', content: [{ type: 'mention', attrs: { id: '../x', label: 'x' } }] }]),
    ).toBe(false)
    expect(take([{ type: 'paragraph', content: [{ type: 'emoji', attrs: { emoji: '👨‍👩‍👧‍👦' } }] }])).toBe(
      true,
    )
  })

  test('what is wrong is said in words that the HTTP layer translates', () => {
    const bad = {
      type: 'paragraph',
      content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'x:y' } }] }],
    }
    const { error } = documentSchema.safeParse({ type: 'doc', content: [bad] })
    expect(JSON.stringify(error?.issues)).toContain('链接只能是')
  })

  test('a document that is too deep, too long or too many is refused quickly', () => {
    let deep: object = { type: 'paragraph' }
    for (let level = 0; level < 5_000; level++) deep = { type: 'blockquote', content: [deep] }
    const wide = Array.from({ length: documentLimits.nodes * 4 }, () => ({ type: 'paragraph' }))
    const long = [
      { type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(documentLimits.characters + 1) }] },
    ]
    const began = performance.now()
    for (const content of [[deep], wide, long])
      expect(documentSchema.safeParse({ type: 'doc', content }).success).toBe(false)
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('reads as it was written', () => {
    const document: Document = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '手冲 & 比例' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '看', marks: [{ type: 'bold' }] },
            {
              type: 'text',
              text: '这里',
              marks: [{ type: 'link', attrs: { href: 'https://hill.example/a?b=1&c=2' } }],
            },
            { type: 'mention', attrs: { id: 'Yb3kQ9x_ache', label: '阿澈' } },
            { type: 'hashtag', attrs: { tag: '手冲' } },
          ],
        },
        { type: 'image', attrs: { file: 'abcdefghijklmnopqrstuv', alt: '拉花' } },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '一' }] }] },
          ],
        },
      ],
    }
    expect(renderDocument(document).markup).toBe(
      '<h2>手冲 &amp; 比例</h2>' +
        '<p><strong>看</strong><a href="https://hill.example/a?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer" target="_blank">这里</a>' +
        '<a class="mention" href="/members/Yb3kQ9x_ache">@阿澈</a><a class="hashtag" href="/topics/%E6%89%8B%E5%86%B2">#手冲</a></p>' +
        '<figure><img src="/files/abcdefghijklmnopqrstuv/large" srcset="/files/abcdefghijklmnopqrstuv/small 320w, /files/abcdefghijklmnopqrstuv/medium 960w, /files/abcdefghijklmnopqrstuv/large 1920w" sizes="(max-width: 700px) 100vw, 700px" alt="拉花" loading="lazy" decoding="async"></figure>' +
        '<ul><li><p>一</p></li></ul>',
    )
    expect(toPlainText(document)).toBe('手冲 & 比例\n看这里@阿澈#手冲\n拉花\n- 一')
    expect(filesOf(document)).toEqual(['abcdefghijklmnopqrstuv'])
  })

  test('films, files, link cards and cards of other modules become our own markup', () => {
    const film = 'f'.repeat(22)
    const paper = 'p'.repeat(22)
    const document: Document = {
      type: 'doc',
      content: [
        { type: 'video', attrs: { file: film, alt: '拉花', width: 640, height: 360, duration: 9 } },
        {
          type: 'blockquote',
          content: [{ type: 'file', attrs: { file: paper, name: '杯测"表".pdf', size: 1_468_006 } }],
        },
        {
          type: 'linkCard',
          attrs: { href: 'https://www.hill.example/a', title: '假装是 bank.example', summary: '' },
        },
        { type: 'card', attrs: { kind: 'product', id: '7' } },
        { type: 'image', attrs: { file: 'i'.repeat(22), width: 4, height: 3 } },
      ],
    }
    const { markup } = renderDocument(document)
    expect(dangers(markup)).toEqual([])
    expect(markup).toBe(
      `<figure class="video"><video src="/files/${film}" poster="/files/${film}/large" width="640" height="360" aria-label="拉花" controls playsinline preload="none"></video></figure>` +
        `<blockquote><p class="attachment"><a href="/files/${paper}" download="杯测&quot;表&quot;.pdf">杯测&quot;表&quot;.pdf <span>1.4 MB</span></a></p></blockquote>` +
        '<a class="link-card" href="https://www.hill.example/a" rel="nofollow ugc noopener noreferrer" target="_blank"><span><strong>假装是 bank.example</strong><small>hill.example</small></span></a>' +
        '<div class="card-slot" data-card="product:7"></div>' +
        `<figure><img src="/files/${'i'.repeat(22)}/large" srcset="/files/${'i'.repeat(22)}/small 320w, /files/${'i'.repeat(22)}/medium 960w, /files/${'i'.repeat(22)}/large 1920w" sizes="(max-width: 700px) 100vw, 700px" width="4" height="3" alt="" loading="lazy" decoding="async"></figure>`,
    )
    expect(toPlainText(document)).toBe('拉花\n杯测"表".pdf\n假装是 bank.example')
    expect(filesOf(document)).toEqual([film, paper, 'i'.repeat(22)])
  })
})

describe('T13 HTML from elsewhere', () => {
  const all = () => [
    ...payloads,
    ...(hasSharedData('xss')
      ? [
          ...sharedJson<{ cases: { payload: string }[] }>('xss/dompurify_expect.json').cases.map(
            (each) => each.payload,
          ),
          ...sharedJson<{ payloads: { payload: string }[] }>(
            'xss/owasp_xss_filter_evasion.json',
          ).payloads.map((each) => each.payload),
          ...sharedJson<string[]>('xss/blns.json'),
        ]
      : []),
  ]

  test('G39 (as text): nothing but the listed elements survives, also when it is cleaned again', () => {
    for (const payload of all()) {
      const clean = sanitizeHtml(payload).markup
      expect([payload, dangers(clean)]).toEqual([payload, []])
      expect(sanitizeHtml(clean).markup).toBe(clean)
    }
  })

  test('the same in every place where text goes into markup', () => {
    for (const payload of all()) {
      expect(dangers(html`<p>${payload}</p>`.markup)).toEqual([])
      expect(html`<p title="${payload}">`.markup).not.toMatch(/title="[^"]*"[^>]/)
      expect(dangers(escapeHtml(payload))).toEqual([])
      const document = {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: payload || 'x', marks: [{ type: 'link', attrs: { href: payload } }] },
            ],
          },
        ],
      }
      expect(dangers(renderDocument(document as Document).markup)).toEqual([])
    }
  })

  test('ordinary HTML keeps its meaning', () => {
    const clean = sanitizeHtml(
      '<h1>标题</h1><p style="color:red">正文 <b>粗</b> <a href="https://a.example/x" onclick="y">链</a></p><img src="/files/abcdefghijklmnopqrstuv/medium" alt="图"><img src="https://tracker.example/p.gif">',
    ).markup
    expect(clean).toBe(
      '<h2>标题</h2><p>正文 <b>粗</b> <a href="https://a.example/x" rel="nofollow ugc noopener noreferrer" target="_blank">链</a></p><img src="/files/abcdefghijklmnopqrstuv/medium" alt="图" />',
    )
    expect(htmlToPlainText('<p>一 &amp; 二</p><ul><li>三</li></ul><script>alert(1)</script>')).toBe(
      '一 & 二\n三',
    )
  })

  test('links: only http, https and plain mailto, nothing that deceives', () => {
    expect(cleanLink(' https://例子.example/路径 ')).toBe('https://xn--fsqu00a.example/%E8%B7%AF%E5%BE%84')
    expect(cleanLink('mailto:a@b.example')).toBe('mailto:a@b.example')
    for (const bad of [
      ...payloads,
      'mailto:a@b.example?bcc=c@d.example',
      'https:/evil',
      'http:evil.example',
      'ftp://a.example',
      undefined,
      7,
    ])
      if (typeof bad !== 'string' || !/^https?:\/\//.test(bad))
        expect([bad, cleanLink(bad)]).toEqual([bad, undefined])
    expect(() => address('javascript:alert(1)')).toThrow()
  })
})
