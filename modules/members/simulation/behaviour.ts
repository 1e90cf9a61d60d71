/** What one member does from joining to leaving, in the order of time within each day. */
import { dayMs, wednesday } from './calendar.ts'
import { ordersOf } from './orders.ts'
import { momentOfDay, type Person, type World } from './person.ts'
import { type Random, randomFrom } from './random.ts'

export interface Happening {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Number of his session, from 1; 0 for what belongs to none. */
  readonly session: number
  readonly value: number | null
  /** JSON. */
  readonly props: string
}

/** Names that the simulation uses; behaviour that a member site of ours would track the same way. */
export const happeningNames = [
  'member.joined',
  'page_view',
  'post.read',
  'profile_completed',
  'post.published',
  'comment.posted',
  'reaction.given',
  'check_in',
  'online_time',
  'tasting_joined',
  'order.paid',
] as const

/** Everything one member does within the window. */
export function* happeningsOf(world: World, person: Person): Generator<Happening> {
  const { settings, weekdays, start, tastingEnds } = world
  const { truth, seed, until } = settings
  const random = randomFrom(seed, person.index, 2)
  const acts = actsOf(world, person, random)
  const end = Math.min(person.goneDay, settings.days)

  yield {
    name: 'member.joined',
    at: person.joinedAt,
    session: 0,
    value: null,
    props: JSON.stringify({ channel: person.channel.name }),
  }
  for (let day = person.joinedDay; day < end; day++) {
    const midnight = start + day * dayMs
    const tasting = person.regular && weekdays[day] === wednesday && day < tastingEnds
    const attends = tasting && day > person.joinedDay && random.chance(truth.tasting.attends)
    const eager = person.regular && day >= tastingEnds ? truth.tasting.afterwards : 1
    const comes = 1 - Math.exp(-person.rate * eager * truth.visits.weekdays[weekdays[day]!]!)
    if (day === person.joinedDay) yield* acts.session(person.joinedAt, true)
    else if (random.chance(comes)) {
      const sessions = 1 + random.poisson(truth.visits.moreSessions)
      for (let session = 0; session < sessions; session++)
        yield* acts.session(midnight + momentOfDay(random, truth), session === 0)
    }
    if (attends) yield* acts.tasting(midnight)
    if (midnight > until) break
  }
  if (person.buyer) yield* ordersOf(world, person)
}

function actsOf({ settings }: World, person: Person, random: Random) {
  const { truth, days } = settings
  const { session: usual, writing, firstDay } = truth
  const windowEnd = Math.min(settings.until, Number.MAX_SAFE_INTEGER)
  let count = 0
  const act = (name: string, at: number, value: number | null = null, props = '{}'): Happening => ({
    name,
    at,
    session: count,
    value,
    props,
  })
  const post = () => 1 + random.below(Math.max(days * 8, 1))

  function* session(from: number, firstOfDay: boolean): Generator<Happening> {
    count++
    const isFirst = count === 1
    const seconds = Math.max(
      5,
      Math.round(usual.secondsMedian * Math.exp(usual.secondsSigma * random.normal())),
    )
    const step = () => from + Math.floor(random.next() * seconds * 1_000)
    const happened: Happening[] = [act('page_view', from, null, '{"path":"/"}')]
    for (let pages = random.poisson(usual.morePages); pages > 0; pages--) {
      if (random.chance(usual.postShare)) {
        const id = post()
        happened.push(act('post.read', step(), null, `{"post":${id}}`))
      } else
        happened.push(
          act(
            'page_view',
            step(),
            null,
            `{"path":"/${random.pick(['groups', 'activities', 'me', 'shop'])}"}`,
          ),
        )
    }
    if (firstOfDay && random.chance(person.checksIn)) happened.push(act('check_in', step()))
    if (isFirst && random.chance(firstDay.finishesProfile)) happened.push(act('profile_completed', step()))
    const posts =
      random.poisson(person.writes) + (isFirst && !person.silent && random.chance(firstDay.firstPost) ? 1 : 0)
    const comments = random.poisson(person.writes * writing.commentsPerPost)
    const reactions = random.poisson(person.silent ? writing.silentReactions : writing.reactionsPerSession)
    for (let n = 0; n < posts; n++)
      happened.push(act('post.published', step(), null, `{"length":${20 + random.below(600)}}`))
    for (let n = 0; n < comments; n++)
      happened.push(act('comment.posted', step(), null, `{"post":${post()}}`))
    for (let n = 0; n < reactions; n++)
      happened.push(act('reaction.given', step(), null, `{"post":${post()}}`))
    happened.push(act('online_time', from + seconds * 1_000, seconds))
    happened.sort((one, other) => one.at - other.at)
    for (const each of happened) if (each.at <= windowEnd) yield each
  }

  function* tasting(midnight: number): Generator<Happening> {
    count++
    const from = midnight + 20 * 3_600_000 + random.below(20 * 60_000)
    const seconds = 1_200 + random.below(2_400)
    for (const each of [
      act('page_view', from, null, '{"path":"/live/tasting"}'),
      act('tasting_joined', from + 2_000),
      act('online_time', from + seconds * 1_000, seconds),
    ])
      if (each.at <= windowEnd) yield each
  }
  return { session, tasting }
}
