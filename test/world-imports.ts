/** What came to 山丘咖啡 with lists: the cards of a chat group from before there was a platform, and a double. */
import type { Actor } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { getImport } from '#base/imports/import.ts'
import { walkImport } from '#base/imports/walk.ts'
import type { Parts } from '#base/parts.ts'
import { openVault } from '#modules/members/api.ts'
import { peopleLists } from '#modules/members/imports/importing.ts'
import type { World } from './world.ts'

const cards = `上海-平面设计-阿禾
上海-教师-木子
杭州-产品经理-南山
杭州-插画师-野渡
苏州-护士-林间
成都-程序员-十三月
成都-自由职业-竹青
北京-编辑-听雪
北京-律师-沈砚
广州-摄影师-半糖
深圳-工程师-Leo
武汉-学生-阿岩
南京-药师-桃夭
厦门-民宿主-海盐
西安-建筑师-长亭
长沙-主播-小野猫
管理员
重庆-厨师-火锅里的拿铁
青岛-船员-蓝
小助手`

const plan = {
  columns: ['card'],
  existing: 'fill',
  tags: ['手冲微信群'],
  origin: '手冲交流微信群',
  card: ['city', null, 'nickname'],
}

type At = (actor: Actor, daysAgo: number, hour?: number) => Ctx

/** Brings the list in as 陈朗 did a fortnight ago, and leaves a pair of profiles to decide about. */
export async function buildImportsWorld(
  { connection, secrets }: Pick<Parts, 'connection' | 'secrets'>,
  world: Pick<World, 'operators' | 'members'>,
  at: At,
): Promise<void> {
  const chenlang = world.operators.chenlang!
  // The import itself is the work of a job, which acts for nobody.
  const ctx: Ctx = { ...at(chenlang.actor, 14), actor: { kind: 'system', name: 'members.import_run' } }
  const { id } = await connection.db
    .insertInto('member_import')
    .values({
      file_name: '手冲交流群-群名片.csv',
      format: 'csv',
      encoding: 'utf-8',
      separator: ',',
      header: ['群昵称'],
      plan: JSON.stringify(plan),
      state: 'running',
      created_by: chenlang.accountId,
      created_at: ctx.now,
      started_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = ['群昵称', ...cards.split('\n')].map((card, at) => ({ row: at + 1, cells: [card] }))
  const kind = peopleLists(openVault(secrets))
  const { tally } = await walkImport(ctx, kind, await getImport(ctx, kind, id), asStream(rows), {
    mode: 'run',
    signal: new AbortController().signal,
    progress: async () => undefined,
  })
  await connection.db
    .updateTable('member_import')
    .set({
      state: 'done',
      checked: JSON.stringify(tally),
      finished_at: ctx.now,
      undo_until: new Date(ctx.now.getTime() + 30 * 86_400_000),
    })
    .where('id', '=', id)
    .execute()
  await shopProfile(connection, world, ctx)
}

async function* asStream<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}

/** 小满 left her number at the till months before she signed up. */
async function shopProfile(
  { db }: Parts['connection'],
  world: Pick<World, 'members'>,
  ctx: Ctx,
): Promise<void> {
  const xiaoman = world.members.xiaoman!
  const { city } = await db
    .selectFrom('member')
    .select('city')
    .where('id', '=', xiaoman.memberId)
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('member')
    .values({
      token: 'shop-profile-xiaoman',
      nickname: xiaoman.name,
      city,
      joined_at: new Date(ctx.now.getTime() - 200 * 86_400_000),
      source: JSON.stringify({ channel: 'store' }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('member_double')
    .values({ low_id: xiaoman.memberId, high_id: id, reason: 'name', found_at: ctx.now })
    .execute()
}
