/** Cells of files as people write them, and places. */
import { expect, test } from 'vitest'
import type { MemberFieldType } from './field.ts'
import { provinces, readRegion } from './regions.ts'
import { readCell, sayValue } from './value.ts'

const options = [
  { value: 'light', label: '浅烘' },
  { value: 'dark', label: '深烘' },
]

const cells: readonly (readonly [MemberFieldType, string, unknown])[] = [
  ['text', ' 喜欢浅烘\n ', '喜欢浅烘'],
  ['number', '１，２８０', 1280],
  ['number', '1.2万', 12_000],
  ['number', '12个', 'refused'],
  ['money', '¥1,280.50', 128_050],
  ['money', '0.1', 10],
  ['money', '1.005', 'refused'],
  ['choice', '浅烘', 'light'],
  ['choice', 'DARK', 'dark'],
  ['choice', '中烘', 'refused'],
  ['choices', '深烘、浅烘', ['light', 'dark']],
  ['choices', '深烘;没有', 'refused'],
  ['day', '1992年5月20日', '1992-05-20'],
  ['day', '19920520', '1992-05-20'],
  ['day', '05/20/1992', 'refused'],
  ['date', '2026-11-19 09:41', '2026-11-19T01:41:00.000Z'],
  ['date', '2026/11/19', '2026-11-18T16:00:00.000Z'],
  ['date', '2026-11-19T01:41:00Z', '2026-11-19T01:41:00.000Z'],
  ['region', '浙江省杭州市', ['浙江', '杭州']],
  ['region', '北京市朝阳区', ['北京']],
  ['region', '火星', 'refused'],
  ['flag', '是', true],
  ['flag', '否', false],
  ['flag', '也许', 'refused'],
  ['text', '', null],
]

test.each(cells)('S3-15 a %s from “%s”', (type, cell, expected) => {
  const field = { type, options: type.startsWith('choice') ? options : [] }
  const read = readCell(field, cell)
  expect('refused' in read ? 'refused' : read.value).toEqual(expected)
})

test('places are read however they are written, and every city leads back to its province', () => {
  for (const [text, place] of [
    ['杭州', ['浙江', '杭州']],
    ['浙江/杭州', ['浙江', '杭州']],
    ['广西壮族自治区南宁市', ['广西', '南宁']],
    ['内蒙古 呼和浩特', ['内蒙古', '呼和浩特']],
    ['上海市', ['上海']],
    ['吉林省吉林市', ['吉林', '吉林市']],
    ['海外', ['海外']],
  ] as const)
    expect([text, readRegion(text)]).toEqual([text, place])
  const cities = provinces.flatMap(({ name, cities }) => cities.map((city) => [name, city]))
  expect(cities.length).toBeGreaterThan(330)
  for (const [province, city] of cities) expect(readRegion(`${province}${city}`)).toEqual([province, city])
  expect(new Set(cities.map(([, city]) => city)).size).toBe(cities.length)
})

test('values are said in words', () => {
  const say = (type: MemberFieldType, value: never) => sayValue({ type, options }, value, 'zh-CN')
  expect([
    say('money', 12_800 as never),
    say('choices', ['dark'] as never),
    say('region', ['浙江', '杭州'] as never),
    say('flag', true as never),
  ]).toEqual(['128.00', '深烘', '浙江 杭州', '是'])
})
