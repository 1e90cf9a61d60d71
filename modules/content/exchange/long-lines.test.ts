import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { genericDump, linesOf } from './generic.ts'

test('S1-66 a line without end is read over in pieces and told, and what follows it is taken', async () => {
  async function* pieces() {
    yield '{"type":"user","id":"1","name":"阿澈"}\n{"type":"user","id":"2","name":"'
    for (let n = 0; n < 160; n++) yield 'x'.repeat(64 * 1024)
    yield '"}\n{"type":"user","id":"3","name":"许木"}'
  }
  const read: string[] = []
  for await (const each of genericDump([{ name: 'a.jsonl', open: async () => Readable.from(pieces()) }]).read(
    'user',
  ))
    read.push('record' in each && 'id' in each.record ? each.record.id : 'refused')
  expect(read).toEqual(['1', 'refused', '3'])
})

test('lines are cut where they end, wherever the pieces are', async () => {
  const lines: (string | undefined)[] = []
  for await (const line of linesOf(Readable.from(['a\nb', 'c\r\n', '\nd']))) lines.push(line)
  expect(lines).toEqual(['a', 'bc\r', '', 'd'])
})
