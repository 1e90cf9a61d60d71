import { expect, test } from 'vitest'
import { readForm } from './own-values.ts'

test('a form of text becomes values of their types, and what is left empty becomes nothing', () => {
  const data = new FormData()
  const given = {
    occupation: '设计师',
    cups: '2.5',
    spend: '128.5',
    subscribed: 'false',
    region: '浙江',
    'region:city': '杭州',
    abroad: '海外',
    gender: '',
  }
  for (const [name, value] of Object.entries(given)) data.append(name, value)
  for (const interest of ['手冲', '器具']) data.append('interests', interest)
  const fields = [
    ['occupation', 'text'],
    ['cups', 'number'],
    ['spend', 'money'],
    ['subscribed', 'flag'],
    ['region', 'region'],
    ['abroad', 'region'],
    ['interests', 'choices'],
    ['gender', 'choice'],
    ['none', 'choices'],
  ] as const
  expect(
    readForm(
      fields.map(([key, type]) => ({ key, type })),
      data,
    ),
  ).toEqual({
    occupation: '设计师',
    cups: 2.5,
    spend: 12_850,
    subscribed: false,
    region: ['浙江', '杭州'],
    abroad: ['海外'],
    interests: ['手冲', '器具'],
    gender: null,
    none: null,
  })
})
