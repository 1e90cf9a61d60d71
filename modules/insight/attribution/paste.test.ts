import { describe, expect, test } from 'vitest'
import { channelKeys, presetRules } from './channels.ts'
import { readPasted } from './paste.ts'

const keys = channelKeys({ rules: presetRules('zh-CN'), names: new Map() })
const read = (text: string) => readPasted(text, keys, 'zh-CN')

describe('costs out of a spreadsheet', () => {
  test('a heading, names or keys, days and amounts as people write them', async () => {
    const { costs, wrong } = await read(
      '渠道\t开始\t结束\t金额\t用途\t备注\n小红书\t2026/11/1\t2026/11/7\t¥1,299.5\t获客\t达人\nstore\t2026年11月2日\t\t80\t留存\t',
    )
    expect(wrong).toEqual([])
    expect(costs).toEqual([
      {
        channel: 'xiaohongshu',
        firstDay: '2026-11-01',
        lastDay: '2026-11-07',
        amount: 129_950,
        purpose: 'winning',
        note: '达人',
      },
      {
        channel: 'store',
        firstDay: '2026-11-02',
        lastDay: '2026-11-02',
        amount: 8_000,
        purpose: 'keeping',
        note: '',
      },
    ])
  })
  test.each([
    ['小红书,2026-02-30,2026-03-01,10', '日期'],
    ['小红书,2026-03-02,2026-03-01,10', '早于'],
    ['小红书,2026-03-01,2026-03-02,-3', '金额'],
    [',2026-03-01,2026-03-02,3', '渠道'],
    ['小红书,2026-03-01,2026-03-02,3,随便', '用途'],
    ['"小红书,2026-03-01', '引号'],
  ])('%s is refused with its row', async (text, reason) => {
    const { wrong } = await read(text)
    expect(wrong.join()).toContain(reason)
    expect(wrong.join()).toContain('第 1 行')
  })
})
