/**
 * The named world: the coffee brand 山丘咖啡 with its team, a dozen members and a month of what they did,
 * built only through verbs, as people would have done it. Tests, stories and the demo stand on it.
 */
import { randomUUID } from 'node:crypto'
import { modules } from '#apps/server/modules.ts'
import type { Actor, Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Mail, Parts } from '#base/parts.ts'
import { openWarehouse } from '#base/warehouse/warehouse.ts'
import type { Pictures } from '#modules/content/demo/write.ts'
import { signUp } from '#modules/identity/accounts/sign-up.ts'
import { createAccount, foundCommunity, recordConsents, suspendAccount } from '#modules/identity/api.ts'
import { createEngine } from '#modules/identity/engine/engine.ts'
import type { Identity } from '#modules/identity/engine/identity.ts'
import { createApiKey } from '#modules/identity/keys/api-keys.ts'
import { acceptInvitation, inviteOperator } from '#modules/identity/operators/invitations.ts'
import { findRoles } from '#modules/identity/operators/roles.ts'
import { joinCommunity, tagMembers } from '#modules/members/api.ts'
import { saveView } from '#modules/members/views/views.ts'
import { readBatch } from '#modules/tracking/ingest/batch.ts'
import { openIntake } from '#modules/tracking/ingest/intake.ts'
import type { Sender } from '#modules/tracking/ingest/sender.ts'
import { openTracker } from '#modules/tracking/ingest/track.ts'
import { issueTrackKey } from '#modules/tracking/keys/keys.ts'
import { buildCareWorld } from './world-care.ts'
import { buildContentWorld, type ContentWorld } from './world-content.ts'
import { buildCourseWorld } from './world-course.ts'
import { buildGroupsWorld } from './world-groups.ts'
import { buildImportsWorld } from './world-imports.ts'
import { buildOrdersWorld } from './world-orders.ts'
import {
  brand,
  colleagues,
  type Fellow,
  fellows,
  owner,
  suspended,
  unverified,
  worldPassword,
} from './world-people.ts'
import { buildProfileWorld } from './world-profile.ts'
import { buildResearchWorld } from './world-research.ts'
import { buildSegmentsWorld } from './world-segments.ts'
import { buildStagesWorld } from './world-stages.ts'
import { buildTeamWorld } from './world-team.ts'

export interface Someone {
  readonly name: string
  readonly email: string
  readonly accountId: Id
  readonly actor: Extract<Actor, { kind: 'account' }>
}
export interface WorldMember extends Someone {
  readonly memberId: Id
}

export interface World {
  readonly password: string
  /** By key: linxiao (owner), hechuan, chenlang, tangguo, chengbai, laozhou, yeyu; guests xulaoshi, guwei. */
  readonly operators: Readonly<Record<string, Someone>>
  /** By key: ache, hanxiaohe, xumu, songzhiyi, xiaoman, zhouzhou, qingye … */
  readonly members: Readonly<Record<string, WorldMember>>
  /** An API key of the shop's till, with `tracking.write` and `members.read`. */
  readonly apiKey: string
  /** The write-only key of the brand's own site. */
  readonly trackKey: string
}

/** With what they wrote. */
export interface WrittenWorld extends World {
  readonly content: ContentWorld
}

const dayMs = 86_400_000
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1'

type WorldParts = Pick<Parts, 'config' | 'connection' | 'secrets' | 'log'>

/** Builds the world in an empty, migrated installation. `now` is the present of its people. */
export async function buildWorld(
  given: WorldParts,
  now = new Date(),
  pictures: Pictures = new Map(),
): Promise<WrittenWorld> {
  const mail = catchMail()
  // Nothing of the world asks the warehouse; the modules want to know where it is.
  const warehouse = openWarehouse({
    url: given.config.CLICKHOUSE_URL ?? 'http://127.0.0.1:8123/juluo',
    pool: given.connection.pool,
  })
  const parts = { ...given, warehouse, mail: mail.part } as unknown as Parts
  const permissions = modules(parts).flatMap((module) => module.permissions ?? [])
  const identity: Identity = {
    parts,
    engine: createEngine(parts),
    options: { permissions: () => permissions },
  }
  const { db, pool } = parts.connection
  const at = (actor: Actor, daysAgo: number, hour = 10): Ctx => {
    const day = new Date(now.getTime() - daysAgo * dayMs)
    // The hour is Shanghai's; today nothing happens later than now.
    day.setUTCHours(hour - 8, 12, 0, 0)
    return { actor, db, now: day > now ? now : day, locale: 'zh-CN', requestId: `world:${randomUUID()}` }
  }
  const asSystem: Actor = { kind: 'system', name: 'world' }
  const everything = new Set(permissions.map((permission) => permission.name))
  const sign = (accountId: Id, name: string, role?: string, memberId?: Id): Someone['actor'] => ({
    kind: 'account',
    accountId,
    sessionId: '0',
    name,
    suspended: false,
    ...(memberId ? { memberId } : {}),
    ...(role
      ? {
          operator: {
            role,
            permissions: new Set(
              role === 'owner'
                ? everything
                : permissions
                    .filter((each) => (each.roles as string[]).includes(role))
                    .map((each) => each.name),
            ),
          },
        }
      : {}),
  })

  // 林晓 sets it up half a year ago; her team follows by invitation.
  const ownerId = await foundCommunity(at(asSystem, 190), {
    owner: { name: owner.name, email: owner.email, password: worldPassword },
    brand,
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    start: 'demo',
  })
  const lin: Someone = { ...owner, accountId: ownerId, actor: sign(ownerId, owner.name, 'owner') }
  const operators: Record<string, Someone> = { linxiao: lin }
  const roles = await findRoles(at(lin.actor, 189))
  for (const colleague of colleagues) {
    const roleId = roles.find((role) => role.key === colleague.role)!.id
    await inviteOperator(identity, at(lin.actor, 189), { email: colleague.email, roleId })
    const { accountId } = await acceptInvitation(
      at({ kind: 'anonymous' }, 188),
      mail.tokenOf(colleague.email),
      { name: colleague.name, password: worldPassword },
      { ip: '192.0.2.10', userAgent: phone },
      identity.options.permissions(),
    )
    operators[colleague.key] = {
      ...colleague,
      accountId,
      actor: sign(accountId, colleague.name, colleague.role),
    }
  }

  const members: Record<string, WorldMember> = {}
  for (const fellow of fellows) members[fellow.key] = await settle(fellow)
  async function settle(fellow: Fellow): Promise<WorldMember> {
    const ctx = at(asSystem, fellow.joinedDaysAgo, 9)
    const email = `${fellow.key}@mail.example`
    const accountId = await createAccount(ctx, { name: fellow.nickname, email, password: worldPassword })
    await recordConsents(
      ctx,
      accountId,
      { terms: true, privacy: true, analytics: fellow.agrees, marketing: fellow.writes },
      { channel: 'web', ip: '192.0.2.20', userAgent: phone },
    )
    const utm = { source: fellow.channel, ...(fellow.campaign ? { campaign: fellow.campaign } : {}) }
    const memberId = await joinCommunity(ctx, {
      accountId,
      nickname: fellow.nickname,
      city: fellow.city,
      bio: fellow.bio,
      source: { channel: fellow.channel, utm, landing: '/', at: ctx.now.toISOString() },
    })
    return {
      name: fellow.nickname,
      email,
      accountId,
      memberId,
      actor: sign(accountId, fellow.nickname, undefined, memberId),
    }
  }

  await tagPeople(at(operators.chenlang!.actor, 3), members)
  const { secret: trackKey } = await issueTrackKey(at(lin.actor, 40), { name: '品牌官网' })
  const { key: apiKey } = await createApiKey(
    at(lin.actor, 40),
    { name: '门店收银', scopes: ['tracking.write', 'members.read'], expiresAt: null },
    permissions,
  )
  await saveView(at(lin.actor, 6), lin.accountId, {
    list: 'members',
    name: '近 7 天来过的手冲党',
    query: { tag: '手冲', activeWithinDays: '7', sort: '-lastSeenAt' },
  })

  const intake = openIntake({ pool })
  await liveThrough(openTracker(intake), members, at)
  await intake.drained()
  await buildOrdersWorld(given, lin.actor, members, at)
  await suspendAccount(
    at(operators.tangguo!.actor, 10),
    members[suspended]!.accountId,
    '连续发布 11 条相同的广告',
    permissions,
  )
  await signUp(
    identity,
    at({ kind: 'anonymous' }, 1),
    { ...nowhere, headers: new Headers({ 'user-agent': phone }) },
    { ...unverified, password: worldPassword, consents: ['terms', 'privacy'] },
  )
  const world: World = { password: worldPassword, operators, members, apiKey, trackKey }
  await buildProfileWorld(parts, world, at)
  await buildImportsWorld(parts, world, at)
  await buildCareWorld(world, at, now)
  await buildTeamWorld(world, at, now)
  await buildGroupsWorld(parts, world, at)
  await buildCourseWorld(parts, world, at)
  await buildResearchWorld(parts, world, at, now)
  await buildSegmentsWorld(parts, world, at)
  await buildStagesWorld(world, at)
  const content = await buildContentWorld(parts, world, at, now, pictures)
  await warehouse.close()
  return { ...world, content }
}

/** What signing up reads of a request. */
const nowhere = {
  method: 'POST',
  url: new URL('http://world.invalid/'),
  ip: '192.0.2.30',
  signal: new AbortController().signal,
  raw: new Request('http://world.invalid/'),
  answerHeaders: new Headers(),
}

async function tagPeople(ctx: Ctx, members: Readonly<Record<string, WorldMember>>): Promise<void> {
  for (const tag of new Set(fellows.flatMap((fellow) => fellow.tags))) {
    const ids = fellows
      .filter((fellow) => fellow.tags.includes(tag))
      .map((fellow) => members[fellow.key]!.memberId)
    await tagMembers(ctx, { ids }, [tag])
  }
}

/** A month as the tracker saw it: each day on which somebody was here is one batch of his browser. */
async function liveThrough(
  tracker: ReturnType<typeof openTracker>,
  members: Readonly<Record<string, WorldMember>>,
  at: (actor: Actor, daysAgo: number, hour?: number) => Ctx,
): Promise<void> {
  for (const fellow of fellows) {
    const { actor, memberId } = members[fellow.key]!
    const sender: Sender = {
      kind: 'session',
      actor: fellow.agrees ? `account:${actor.accountId}` : 'anonymous',
      memberId: fellow.agrees ? memberId : undefined,
      anonymise: !fellow.agrees,
      staff: false,
      test: false,
    }
    const anonymousId = randomUUID()
    for (const daysAgo of fellow.days) {
      const ctx = at(actor, daysAgo, 8 + ((fellow.nickname.length * 5 + daysAgo) % 14))
      const batch = readBatch(
        JSON.stringify({
          anonymousId,
          sessionId: randomUUID(),
          firstTouch: { utm: { source: fellow.channel }, landing: '/' },
          context: { sdk: 'js/1', language: 'zh-CN', utm: { source: fellow.channel } },
          events: happened(daysAgo, ctx.now.getTime()),
        }),
      )
      await tracker.track(ctx, sender, batch, phone)
    }
  }
}

/** What the pages reported of him; what he wrote and liked he did with the verbs of content. */
function happened(daysAgo: number, end: number) {
  const acts = ['page_view', 'check_in']
  return [
    ...acts.map((name, index) => ({
      id: randomUUID(),
      name,
      at: end - (acts.length - index) * 40_000,
      page: '/',
      props: name === 'page_view' ? { path: '/' } : {},
    })),
    { id: randomUUID(), name: 'online_time', at: end, value: 120 + ((daysAgo * 37) % 400) },
  ]
}

/** Takes mails instead of sending them, so that the links in them can be followed. */
function catchMail(): { part: Mail; tokenOf(email: string): string } {
  const links = new Map<string, string>()
  return {
    part: {
      async send(_ctx, { to, values }) {
        const { url } = values as { url?: unknown }
        if (typeof url === 'string') links.set(to, url)
      },
    },
    tokenOf(email) {
      const link = links.get(email)
      if (!link) throw new Error(`No mail with a link went to ${email}`)
      return link.slice(link.lastIndexOf('/') + 1)
    },
  }
}
