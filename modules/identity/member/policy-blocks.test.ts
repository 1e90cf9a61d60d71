import { expect, test } from 'vitest'
import { readBlocks } from './policy-blocks.ts'

test('a text becomes headings, paragraphs, lists and tables, without its own title', () => {
  const blocks = readBlocks(`# 隐私政策

第一段
还是第一段

第二段
## 信息
| 信息 | 用途 |
| --- | --- |
| 邮箱 | 登录 |
- 一

- 二
1. 甲
2、乙`)
  expect(blocks).toEqual([
    { kind: 'paragraph', lines: ['第一段', '还是第一段'] },
    { kind: 'paragraph', lines: ['第二段'] },
    { kind: 'heading', lines: ['信息'] },
    { kind: 'table', head: ['信息', '用途'], rows: [['邮箱', '登录']] },
    { kind: 'bullets', lines: ['一', '二'] },
    { kind: 'numbers', lines: ['甲', '乙'] },
  ])
})

test('markup in a policy stays text', () => {
  expect(readBlocks('<script>alert(1)</script>')).toEqual([
    { kind: 'paragraph', lines: ['<script>alert(1)</script>'] },
  ])
})
