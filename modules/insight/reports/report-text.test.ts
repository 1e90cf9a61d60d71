import { expect, test } from 'vitest'
import { section } from './body.ts'
import { escapeMarkdown, reportMarkdown } from './markdown.ts'
import { reportPage } from './page-html.ts'
import type { Report } from './reports.ts'

const report: Report = {
  id: '7',
  kind: 'weekly',
  from: '2026-11-09',
  to: '2026-11-15',
  zone: 'Asia/Shanghai',
  groupId: '3',
  groupName: '手冲 | [研究所](https://evil.example) <img src=x onerror=alert(1)>',
  version: 2,
  sections: ['overview', 'groups'],
  jobId: null,
  askedAt: new Date('2026-11-16T01:00:00Z'),
  askedBy: 'account:1',
  madeAt: new Date('2026-11-16T01:00:05Z'),
  freshTo: new Date('2026-11-16T01:00:00Z'),
  failedAt: null,
  problem: null,
  summary: '# 不是标题\n- 不是列表\n1. 也不是\n<script>alert(1)</script>',
  nextSteps: '`周三` *恢复* 杯测 | 阿澈',
  notesVersion: 1,
  notesAt: null,
  notesByName: null,
}
const same = (text: string) => ({ zh: text, en: text })
const body = [
  {
    name: 'overview',
    label: { zh: '概览', en: 'Overview' },
    title: same('本周活跃成员 320 人'),
    about: same('对比上周'),
    parts: [
      {
        kind: 'figures',
        items: [
          {
            name: same('活跃成员'),
            formula: same('当期有过任何行为的成员数（去重）'),
            unit: 'members',
            better: 'more',
            value: 320,
            before: 400,
          },
          {
            name: same('周活跃率'),
            formula: same('a | b'),
            unit: 'share',
            better: 'more',
            value: 0.31,
            before: null,
          },
        ],
      },
      {
        kind: 'line',
        title: same('每周活跃'),
        note: same('人'),
        unit: 'members',
        points: [
          { start: '2026-11-02', value: 400 },
          { start: '2026-11-09', value: 320 },
        ],
        before: [],
        goal: 500,
      },
    ],
    door: { path: '/insight', question: { to: '2026-11-15', name: '](<x> "' } },
  },
  {
    name: 'groups',
    label: { zh: '社群', en: 'Groups' },
    title: same('2 个社群里 1 个健康'),
    about: same('按各群健康线'),
    parts: [
      {
        kind: 'table',
        title: null,
        head: [same('社群'), same('周活跃率')],
        figures: [1],
        rows: [
          [
            { text: same('a|b`c`[d](http://e)<b>f</b>\n# g'), door: { path: '/groups/3' } },
            { text: same('27%') },
          ],
        ],
      },
      { kind: 'sentences', items: [{ text: same('**假粗体** ![图](http://x/y.png)') }] },
    ],
  },
].map((each) => section.parse(each))
const how = { locale: 'zh-CN', brand: '山丘<咖啡>', baseUrl: 'https://hill.example' } as const

test('S0-49 Markdown says what the page says, and names stay names', () => {
  expect(reportMarkdown(report, body, how)).toMatchInlineSnapshot(`
    "# 手冲 \\| \\[研究所\\](https\\://evil.example) \\<img src=x onerror=alert(1)\\>周报 · 2026年11月9日至11月15日

    _2026年11月16日 09:00 生成 · 数据截至 2026年11月16日 09:00 · 第 2 版 · 日期按 Asia/Shanghai_

    ## 小结

    \\# 不是标题

    \\- 不是列表

    1\\. 也不是

    \\<script\\>alert(1)\\</script\\>

    ## 下一步

    \\\`周三\\\` \\*恢复\\* 杯测 \\| 阿澈

    ## [概览](<https://hill.example/console/insight?q=%7B%22to%22%3A%222026-11-15%22%2C%22name%22%3A%22%5D%28%3Cx%3E+%5C%22%22%7D>)

    **本周活跃成员 320 人**

    | 指标 | 本期 | 上期 | 变化 | 口径 |
    | --- | ---: | ---: | ---: | --- |
    | 活跃成员 | 320 | 400 | −20% | 当期有过任何行为的成员数（去重） |
    | 周活跃率 | 31% | — | — | a \\| b |

    **每周活跃**

    | 起始日 | 本期 |
    | --- | ---: |
    | 11月2日 | 400 |
    | 11月9日 | 320 |

    _人_

    _对比上周_

    ## 社群

    **2 个社群里 1 个健康**

    | 社群 | 周活跃率 |
    | --- | ---: |
    | [a\\|b\\\`c\\\`\\[d\\](http\\://e)\\<b\\>f\\</b\\> \\# g](<https://hill.example/console/groups/3>) | 27% |

    - \\*\\*假粗体\\*\\* \\!\\[图\\](http\\://x/y.png)

    _按各群健康线_

    _不计员工、机器人和测试账号；数字是生成时的，之后不再变。_
    "
  `)
})

test('in Markdown no name becomes a link, a row, an image, a heading or HTML', () => {
  const text = reportMarkdown(report, body, how)
  const bare = text.replace(/\\[!-/:-@[-`{-~]/g, '')
  // Links of ours, and no other, nor an address that would become one; no HTML at all.
  expect(text.replaceAll('https://hill.example/console/', '')).not.toMatch(/https?:\/\/|www\.|^\d+\. /m)
  expect(bare.match(/\]\(/g)?.length).toBe(text.match(/\]\(<https:\/\/hill\.example\/console\//g)?.length)
  expect(bare).not.toMatch(/!\[|<(?!https:\/\/hill\.example\/console\/)/)
  expect(bare.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(5)
  for (const row of bare.split('\n').filter((line) => line.startsWith('| ')))
    expect([3, 4, 6]).toContain(row.split('|').length - 1)
})

test('the printed page holds no markup of people, and no address but those of the console', () => {
  const page = reportPage(report, body, how)
  expect(page).not.toMatch(/<script|<img|<b>f|onerror=alert\(1\)>/)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(
    [...page.matchAll(/href="([^"]+)"/g)].every(([, to]) => to!.startsWith('https://hill.example/console/')),
  ).toBe(true)
})

test('control: text that was not escaped would be markup', () => {
  expect(escapeMarkdown('a|b')).toBe('a\\|b')
  expect('a|b').not.toBe(escapeMarkdown('a|b'))
})
