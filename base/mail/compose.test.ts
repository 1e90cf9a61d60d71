import { describe, expect, test } from 'vitest'
import { composeMail, withPictures } from './compose.ts'
import {
  button,
  code,
  defineMail,
  details,
  heading,
  list,
  note,
  paragraph,
  picture,
  table,
} from './template.ts'

const brand = { name: '山丘<咖啡>', colour: '#FFE08A', logoUrl: 'https://hill.example/files/abc/small' }
const template = defineMail<{ place: string }>({
  name: 'test.everything',
  compose: ({ place }, { say, baseUrl }) => ({
    subject: say(
      { zh: '有人从{place}登录了 {brand}', en: 'Somebody signed in to {brand} from {place}' },
      { place },
    ),
    preview: say({ zh: '是你吗？', en: 'Was it you?' }),
    blocks: [
      heading(say({ zh: '新的登录', en: 'A new sign-in' })),
      paragraph(place),
      details([[say({ zh: '地点', en: 'Place' }), place]]),
      code('482 913'),
      list(['一', '二']),
      button(say({ zh: '不是我', en: 'It was not me' }), `${baseUrl}/account/sessions?a=1&b=2`),
      note(say({ zh: '小字', en: 'Small print' })),
    ],
  }),
})
const compose = (locale: 'zh-CN' | 'en', place = '上海') =>
  composeMail(template, { place }, { locale, brand, baseUrl: 'https://hill.example' })

describe('composing a mail', () => {
  test('says the same in both forms and in both languages', () => {
    const zh = compose('zh-CN')
    const en = compose('en')
    expect(zh.subject).toBe('有人从上海登录了 山丘<咖啡>')
    expect(en.subject).toBe('Somebody signed in to 山丘<咖啡> from 上海')
    expect(zh.text).toBe(
      [
        '新的登录\n',
        '上海\n',
        '地点  上海\n',
        '482 913\n',
        '- 一\n- 二\n',
        '不是我\nhttps://hill.example/account/sessions?a=1&b=2\n',
        '小字\n',
        '-- \n山丘<咖啡>\n这封邮件由 山丘<咖啡> 自动发送，直接回复无人查收。\n',
      ].join('\n'),
    )
    expect(en.text).toContain('Sent automatically by 山丘<咖啡>; replies to this address are not read.')
    for (const sentence of ['A new sign-in', 'Was it you?', 'It was not me', 'Small print', 'lang="en"'])
      expect(en.html).toContain(sentence)
  })

  test('escapes every value, and dark mode and the phone are thought of', () => {
    const { html } = compose('zh-CN', '<img src=x onerror=alert(1)>"\'')
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;')
    expect(html).toContain('山丘&lt;咖啡&gt;')
    expect(html).toContain('href="https://hill.example/account/sessions?a=1&amp;b=2"')
    expect(html).toContain('prefers-color-scheme:dark')
    expect(html).toContain('max-width:480px')
    expect(html).not.toContain('<script')
  })

  test('button text stays readable on a light brand colour', () => {
    expect(compose('en').html).toContain('background:#FFE08A;color:#1E2622')
    const darker = composeMail(
      template,
      { place: 'x' },
      {
        locale: 'en',
        brand: { name: 'x', colour: '#1F6B4F' },
        baseUrl: 'https://hill.example',
      },
    )
    expect(darker.html).toContain('background:#1F6B4F;color:#FFFFFF')
  })

  test('a colour that is not a colour never reaches the markup', () => {
    const odd = composeMail(
      template,
      { place: 'x' },
      {
        locale: 'en',
        brand: { name: 'x', colour: 'red;background:url(https://evil.example)' },
        baseUrl: 'https://hill.example',
      },
    )
    expect(odd.html).not.toContain('evil.example')
  })
})

describe('pictures and tables', () => {
  const drawn = (png: Buffer) =>
    composeMail(
      defineMail<object>({
        name: 'test.drawn',
        compose: () => ({
          subject: '周报',
          preview: '周报',
          blocks: [
            heading('周活跃'),
            picture({ png, width: 496, height: 150, alt: '从 400 到 "320"' }),
            table(['指标', '本期'], [['活跃<会员>', '320']]),
          ],
        }),
      }),
      {},
      { locale: 'zh-CN', brand, baseUrl: 'https://hill.example' },
    )

  test('a picture is a part of the mail with a name; who sees none reads its words', () => {
    const { html, text, pictures } = drawn(Buffer.from('png'))
    expect(pictures).toEqual([{ cid: 'picture-1@mail', png: Buffer.from('png').toString('base64') }])
    expect(html).toContain(
      'src="cid:picture-1@mail" alt="从 400 到 &quot;320&quot;" width="496" height="150"',
    )
    expect(text).toContain('从 400 到 "320"')
    expect(withPictures({ html, ...(pictures ? { pictures } : {}) })).toContain(
      `src="data:image/png;base64,${Buffer.from('png').toString('base64')}"`,
    )
  })

  test('a table says the same in both forms, and escapes what is in it', () => {
    const { html, text } = drawn(Buffer.from('png'))
    expect(html).toContain('活跃&lt;会员&gt;')
    expect(text).toContain('指标  本期\n活跃<会员>  320')
  })

  test('pictures that would make the mail too heavy are refused', () => {
    expect(() => drawn(Buffer.alloc(1_600_000))).toThrow(/1600000 bytes/)
  })
})
