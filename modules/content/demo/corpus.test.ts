import { expect, test } from 'vitest'
import { documentSchema } from '#base/html/document.ts'
import { excerptOf, readWords } from '../words.ts'
import { columns, corpus, read } from './corpus.ts'
import { documentOf } from './document.ts'

const people = new Set(
  'ache hanxiaohe xumu songzhiyi xiaoman zhouzhou qingye laoxu nanxing momo keke linxiao hechuan chenlang tangguo laozhou xulaoshi ~'.split(
    ' ',
  ),
)
const all = corpus.flatMap((post) => [
  post.by,
  ...post.comments.flatMap((comment) => [comment.by, ...comment.replies.map((reply) => reply.by)]),
])

test('T1 the corpus holds every kind of post, each once, on boards that are there', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(150)
  expect(new Set(corpus.map((post) => post.key)).size).toBe(corpus.length)
  expect(new Set(corpus.map((post) => post.title)).size).toBe(corpus.length)
  expect(new Set(corpus.map((post) => post.kind)).size).toBe(10)
  expect(new Set(corpus.map((post) => `${post.group}/${post.board}`)).size).toBe(13)
})

test('everybody in it is somebody of the named world, or somebody among the simulated', () => {
  expect([...new Set(all)].filter((who) => !people.has(who))).toEqual([])
})

test('polls have options, questions that are answered have one accepted answer, columns exist', () => {
  for (const post of corpus) {
    expect(post.poll.length >= 2, post.key).toBe(post.kind === 'poll')
    expect(post.comments.filter((comment) => comment.accepted).length <= 1, post.key).toBe(true)
    if (post.column) expect(columns.map((column) => column.slug)).toContain(post.column)
    expect(post.title.length, post.key).toBeLessThanOrEqual(120)
  }
})

test('its words become documents that the product takes, with topics, tables and pictures', () => {
  const resolve = { picture: () => 'abcdefghijklmnopqrstuv' }
  for (const post of corpus) {
    const document = documentOf(post.lines, resolve)
    expect(documentSchema.safeParse(document).success, post.key).toBe(true)
    expect(excerptOf(readWords(document).plain).length).toBeLessThanOrEqual(300)
  }
  const measured = readWords(
    documentOf(corpus.find((post) => post.key === 'five-temperatures')!.lines, resolve),
  )
  expect(measured.topics).toEqual(['水质与水温'])
  expect(measured.html).toContain('<table')
  expect(measured.files).toHaveLength(1)
})

test('what is not written as agreed is refused, with the line', () => {
  expect(() => read('@@ nowhere\n=== a | question | ~ | 1 |\nTitle')).toThrow(/names no board/)
  expect(() => read('@@ a/b\n=== only a key\nTitle')).toThrow(/only a key/)
})
