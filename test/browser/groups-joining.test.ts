/** Three members at one door, over the real product: let in, refused with a reason, and waiting for a place. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { axe, type Heard, keepPicture, type Look, openPage, overflowing, useBrowser } from './browser.ts'

const product = useProduct()
const browser = useBrowser()
const phone: Look = { locale: 'zh-CN', theme: 'light', width: 390 }
const desk: Look = { locale: 'zh-CN', theme: 'dark', width: 1440 }

async function holds({ page, troubles }: Heard, name: string) {
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  await keepPicture(page, `groups-walk/${name}`)
  expect({ name, barriers: await axe(page), wide: await overflowing(page), troubles }).toEqual({
    name,
    barriers: [],
    wide: null,
    troubles: [],
  })
}

/** A browser in which this member is signed in. */
async function as(name: string, look: Look, allow = /status of 401/): Promise<Heard> {
  const client = await product().member(name)
  const { body } = await client.get('/api/account')
  const heard = await openPage(browser(), look, allow)
  const { page } = heard
  await page.goto(`${product().url}/sign-in`)
  await page.getByLabel('邮箱').fill(body.email)
  await page.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('link', { name: '社群' }).first().click()
  await page.getByRole('heading', { level: 1, name: '发现社群' }).waitFor()
  return heard
}

const visit = async (page: Page, name: string) => {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()
}

test('S2-06 S2-10 S3-40 S3-42 three members at one door: let in by a quiz, refused after a review, waiting for a place', async () => {
  const { owner } = product()
  const made = async (name: string, slug: string, more: object, steps: unknown[]) => {
    const { body } = await owner.post('/api/groups', {
      name,
      slug,
      kind: 'interest',
      summary: `${name}的一句话`,
      ...more,
    })
    await owner.put(`/api/groups/${body.id}/admission`, { steps })
    await owner.post(`/api/groups/${body.id}/rules`, {
      theme: '一支豆、一组参数',
      service: '提问两小时内有人回',
      forbidden: '买卖、引流',
      rewarded: '精华 30 积分',
      welcome: '先说说你用什么器具。',
    })
    await owner.put(`/api/groups/${body.id}/boards`, {
      boards: [{ name: '提问', summary: '两小时内有人回' }, { name: '豆单' }],
    })
    return body.id as string
  }
  const quiz = {
    kind: 'quiz',
    settings: {
      passPercent: 100,
      attempts: 2,
      questions: [
        {
          id: 'ratio',
          type: 'one',
          text: '15 克粉配多少水？',
          options: [
            { id: 'a', text: '225 克' },
            { id: 'b', text: '80 克' },
          ],
          right: ['a'],
        },
      ],
    },
  }
  const form = {
    kind: 'form',
    settings: { questions: [{ id: 'why', label: '为什么想来', type: 'long' }] },
  }
  await made('手冲研究所', 'pour-over', { capacity: 1 }, [quiz])
  const beta = await made('产品内测', 'beta', {}, [form, { kind: 'review', settings: {} }])

  // 青野 answers wrongly once, then rightly; she must read the rules before the door opens.
  const first = await as('青野', phone)
  await holds(first, 'discover')
  await visit(first.page, '手冲研究所')
  await holds(first, 'stranger')
  await first.page.getByRole('link', { name: '加入', exact: true }).click()
  await first.page.getByRole('heading', { level: 1, name: '加入「手冲研究所」' }).waitFor()
  await expect.poll(() => first.page.getByRole('button', { name: '同意并加入' }).isDisabled()).toBe(true)
  await first.page.getByLabel('80 克').check()
  await first.page.getByRole('button', { name: '交卷' }).click()
  await first.page.getByText('还有 1 次机会').waitFor()
  await holds(first, 'quiz')
  await first.page.getByLabel('225 克').check()
  await first.page.getByRole('button', { name: '交卷' }).click()
  await first.page.getByText('通过了，得分 1 / 1').waitFor()
  await first.page.getByRole('button', { name: '同意并加入' }).click()
  await first.page.getByText('需要勾选后才能继续').waitFor()
  await first.page.getByLabel(/我看过并同意/).check()
  await first.page.getByRole('button', { name: '同意并加入' }).click()
  await first.page.getByRole('heading', { level: 1, name: /手冲研究所/ }).waitFor()
  await first.page.getByText('新人清单').waitFor()
  await first.page.getByText('先说说你用什么器具。').waitFor()
  await holds(first, 'inside')

  // The next finds the group full and takes a place in the queue.
  const second = await as('许木', desk)
  await visit(second.page, '手冲研究所')
  await second.page.getByRole('link', { name: '排队候补' }).click()
  await second.page.getByLabel('225 克').check()
  await second.page.getByRole('button', { name: '交卷' }).click()
  await second.page.getByLabel(/我看过并同意/).check()
  await second.page.getByRole('button', { name: '同意并排队候补' }).click()
  await second.page.getByText('候补第 1 位').waitFor()
  await holds(second, 'waiting')

  // The third asks to come into a group that looks at everybody, and is refused with a reason.
  const third = await as('南星', phone)
  await visit(third.page, '产品内测')
  await third.page.getByRole('link', { name: '加入', exact: true }).click()
  await third.page.getByRole('button', { name: '保存这一步' }).click()
  await third.page.getByText('请填写为什么想来').waitFor()
  await third.page.getByLabel('为什么想来').fill('听说有免费的豆子')
  await third.page.getByRole('button', { name: '保存这一步' }).click()
  await third.page.getByText('已完成').waitFor()
  await third.page.getByLabel(/我看过并同意/).check()
  await third.page.getByRole('button', { name: '同意并提交申请' }).click()
  await third.page.getByText('申请已提交').waitFor()
  await holds(third, 'in review')
  const { items } = (await owner.get(`/api/group-applications?group=${beta}`)).body
  await owner.post('/api/group-applications/decisions', {
    ids: [items[0].id],
    accept: false,
    reason: '这一轮想找每周都冲的朋友',
  })
  await third.page.reload()
  await third.page.getByText('这次没有通过').waitFor()
  await third.page.getByText('这一轮想找每周都冲的朋友').waitFor()
  await holds(third, 'refused')

  // 青野 introduces herself and leaves; the step is ticked, and the way out asks once.
  await first.page.getByRole('button', { name: '介绍一下自己' }).click()
  await first.page.getByLabel(/自我介绍/).fill('手冲第三年')
  await first.page.getByRole('button', { name: '保存' }).click()
  await first.page.getByText('2 / 5').waitFor()
  await first.page.getByRole('button', { name: '群名片', exact: true }).click()
  await first.page.getByRole('button', { name: '退出社群' }).click()
  await holds(first, 'leaving')
  await first.page.getByRole('button', { name: '退出', exact: true }).click()
  await first.page.getByRole('heading', { level: 1, name: '发现社群' }).waitFor()
  for (const { context } of [first, second, third]) await context.close()
})
