import { describe, expect, test } from 'vitest'
import { RequestProblem } from '#ui/member/problem.ts'
import { deviceName } from './draft-store.ts'
import { beginWith, type Draft, type DraftWords, type KeptDraft, openDraft } from './drafts.ts'
import { clockOf, momentOf } from './zone.ts'

const words = (title: string): DraftWords => ({
  boardId: null,
  kind: 'discussion',
  title,
  document: { type: 'doc', content: [] },
  extras: {},
})

/** A server with one draft, as the real one behaves, and a device beside it. */
function world() {
  let draft: Draft | undefined
  let trouble: RequestProblem | undefined
  const asked: string[] = []
  const here: { kept: KeptDraft | undefined } = { kept: undefined }
  const put = (next: DraftWords, revision: number): Draft => {
    draft = { ...next, id: '7', revision, device: '电脑', updatedAt: '2026-11-22T11:30:00.000Z' }
    return draft
  }
  return {
    asked,
    here,
    fails: (problem: RequestProblem | undefined) => {
      trouble = problem
    },
    /** Another device saves. */
    elsewhere: (title: string) => put(words(title), (draft?.revision ?? 0) + 1),
    server: () => draft,
    store: {
      begin: async (next: DraftWords) => {
        asked.push(`begin ${next.title}`)
        if (trouble) throw trouble
        return put(next, 1)
      },
      save: async (_id: string, revision: number, next: DraftWords) => {
        asked.push(`save ${next.title} over ${revision}`)
        if (trouble) throw trouble
        if (draft && draft.revision !== revision) return { saved: false, draft }
        return { saved: true, draft: put(next, revision + 1) }
      },
      keep: (kept: KeptDraft) => {
        here.kept = kept
      },
      forget: () => {
        here.kept = undefined
      },
    },
  }
}

describe('T5 drafts while one types', () => {
  test('every change lies on the device at once; the server is asked when the typing pauses, once', async () => {
    const { store, asked, here, server } = world()
    const draft = openDraft(store, {}, 20)
    for (const title of ['手', '手冲', '手冲三杯']) draft.change(words(title))
    expect(here.kept).toMatchObject({ ahead: true, words: { title: '手冲三杯' } })
    expect(asked).toEqual([])
    await expect.poll(() => draft.get().state).toBe('saved')
    expect(asked).toEqual(['begin 手冲三杯'])
    expect(here.kept).toMatchObject({ ahead: false, id: '7', revision: 1 })
    draft.change(words('手冲四杯'))
    expect(await draft.flush()).toBe('7')
    expect(server()?.title).toBe('手冲四杯')
    draft.end()
    expect(here.kept).toBeUndefined()
    draft.close()
  })

  test('what is typed while a request is under way follows it', async () => {
    const { store, asked, server } = world()
    const draft = openDraft(store, {}, 10)
    draft.change(words('一'))
    const first = draft.flush()
    draft.change(words('二'))
    await first
    await expect.poll(() => server()?.title).toBe('二')
    expect(asked).toEqual(['begin 一', 'save 二 over 1'])
    draft.close()
  })

  test('offline it waits and tries again; what the server refuses is said and not repeated', async () => {
    const { store, fails, asked } = world()
    const draft = openDraft(store, {}, 5)
    fails(new RequestProblem({ status: 0, code: 'offline', title: 'offline' }))
    draft.change(words('地铁里'))
    await expect.poll(() => draft.get().state).toBe('offline')
    fails(undefined)
    await draft.flush()
    expect(draft.get().state).toBe('saved')
    fails(new RequestProblem({ status: 422, code: 'file_unknown', title: '有一张图片不可用' }))
    draft.change(words('坏图'))
    await expect.poll(() => draft.get()).toMatchObject({ state: 'failed', problem: '有一张图片不可用' })
    const before = asked.length
    await new Promise((done) => setTimeout(done, 40))
    expect(asked.length).toBe(before)
    draft.close()
  })

  test('two devices: who is behind is told, keeps writing unsaved, and chooses', async () => {
    const { store, elsewhere, server, asked } = world()
    const draft = openDraft(store, {}, 5)
    draft.change(words('开头'))
    await draft.flush()
    elsewhere('手机上写的')
    draft.change(words('电脑上写的'))
    await draft.flush()
    expect(draft.get()).toMatchObject({ state: 'conflict', newer: { title: '手机上写的' } })
    const before = asked.length
    draft.change(words('电脑上接着写'))
    await draft.flush()
    expect([asked.length, server()?.title]).toEqual([before, '手机上写的'])
    draft.keepMine()
    await expect.poll(() => server()?.title).toBe('电脑上接着写')
    elsewhere('手机又写了')
    draft.change(words('又落后了'))
    await draft.flush()
    expect(draft.takeTheirs()?.title).toBe('手机又写了')
    draft.change(words('在手机的后面'))
    await draft.flush()
    expect(server()?.title).toBe('在手机的后面')
    draft.close()
  })

  test('a page that opens takes the words that are ahead; when both went on it shows the conflict', () => {
    const server: Draft = { ...words('云端'), id: '7', revision: 3, device: '', updatedAt: '' }
    const kept = (more: Partial<KeptDraft>): KeptDraft => ({
      id: '7',
      revision: 3,
      words: words('本机'),
      ahead: true,
      ...more,
    })
    expect(beginWith(undefined, undefined)).toBeUndefined()
    expect(beginWith(kept({ ahead: false }), server)).toMatchObject({
      words: { title: '云端' },
      restored: false,
    })
    expect(beginWith(kept({}), server)).toMatchObject({
      words: { title: '本机' },
      newer: undefined,
      restored: true,
    })
    expect(beginWith(kept({ revision: 2 }), server)).toMatchObject({
      words: { title: '本机' },
      newer: { title: '云端' },
    })
    expect(beginWith(kept({ id: '9' }), server)).toMatchObject({ words: { title: '云端' } })
    expect(beginWith(kept({ id: undefined }), undefined)).toMatchObject({
      words: { title: '本机' },
      restored: true,
    })
  })

  test('hours are those of the community, also across a change of clocks', () => {
    expect(momentOf('2026-11-22T18:30', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-22T10:30:00.000Z')
    expect(clockOf(new Date('2026-11-22T10:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-22T18:30')
    expect(momentOf('2026-03-29T12:00', 'Europe/Berlin')?.toISOString()).toBe('2026-03-29T10:00:00.000Z')
    expect(momentOf('2026-10-25T12:00', 'Europe/Berlin')?.toISOString()).toBe('2026-10-25T11:00:00.000Z')
    expect(momentOf('bald', 'Asia/Shanghai')).toBeUndefined()
  })

  test('devices are called as people call them', () => {
    expect(
      deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1'),
    ).toBe('iPhone · Safari')
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0')).toBe(
      'Windows · Edge',
    )
    expect(deviceName('')).toBe('')
  })
})
