/** What in the running of the installation waits for somebody. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { render } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import { openHealth } from './health/read-health.ts'
import { warnings as sentences } from './health/warnings.messages.ts'
import { findWarnings, type Warning } from './health/warnings.ts'
import { workWords as words } from './work.messages.ts'

const permission = 'system.read'
const dayMs = 86_400_000
/** Figures are not read more often than this, however many people look at Today. */
const freshMs = 15_000
/** Failures older than this are history. */
const recentDays = 7
/** A reason is a line, not a stack. */
const brief = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 140)

/** Warnings as this process read them last; each process reads its own. */
function openWarnings(parts: Pick<Parts, 'config' | 'connection' | 'warehouse'>) {
  let readHealth: ReturnType<typeof openHealth> | undefined
  let known: { readonly at: number; readonly found: Promise<readonly Warning[]> } | undefined
  return async (ctx: Ctx): Promise<readonly Warning[]> => {
    readHealth ??= openHealth(parts)
    if (!known || Math.abs(ctx.now.getTime() - known.at) > freshMs)
      known = { at: ctx.now.getTime(), found: readHealth(ctx).then(findWarnings) }
    try {
      return await known.found
    } catch (error) {
      known = undefined
      throw error
    }
  }
}

/** Told by a source of their own, with what is behind them. */
const toldElsewhere: readonly string[] = ['deadLetters', 'jobsFailed']

const health = (parts: Pick<Parts, 'config' | 'connection' | 'warehouse'>): WorkSource => {
  const read = openWarnings(parts)
  return {
    name: 'system.health',
    kind: 'signal',
    label: words.health,
    permission,
    staleWith: ['system'],
    find: async (ctx, { limit }) => {
      const found = (await read(ctx)).filter(({ code }) => !toldElsewhere.includes(code))
      return {
        items: found.slice(0, limit).map(({ code, grave, values }) => ({
          key: [code, values.name].filter(Boolean).join(':'),
          title: say(sentences[code], { ...values }),
          note: say(words.health),
          ...(grave ? { urgent: true } : {}),
          act: words.seeHealth,
          path: '/settings/health',
        })),
        total: found.length,
      }
    },
  }
}

const deadLetters: WorkSource = {
  name: 'system.dead_letters',
  kind: 'signal',
  label: words.letters,
  permission,
  staleWith: ['system'],
  find: async (ctx) => {
    const { rows } = await sql<{ count: number; consumer: string; reason: string; failedAt: Date }>`
      select count(*) over ()::int as count, consumer, reason, failed_at as "failedAt"
        from consumer_dead_letter where resolution is null order by id desc limit 1`.execute(ctx.db)
    const [first] = rows
    if (!first) return { items: [], total: 0 }
    return {
      items: [
        {
          key: 'open',
          title: say(words.lettersTitle, { count: first.count }),
          note: say(words.lettersNote, { consumer: first.consumer, reason: brief(first.reason) }),
          since: first.failedAt,
          urgent: true,
          act: words.redrive,
          path: '/settings/jobs/dead-letters',
        },
      ],
      total: 1,
    }
  },
}

const failedJobs = ({ jobs }: Pick<Parts, 'jobs'>): WorkSource => ({
  name: 'system.jobs',
  kind: 'signal',
  label: words.jobs,
  permission,
  staleWith: ['jobs'],
  find: async (ctx) => {
    const since = new Date(ctx.now.getTime() - recentDays * dayMs)
    const { rows } = await sql<{ count: number; name: string; reason: string | null; at: Date }>`
      select count(*) over ()::int as count, name, output->>'message' as reason, completed_on as at
        from pgboss.job
       where name = any(array(select q.name from pgboss.queue q where q.name not like '\\_\\_pgboss%'))
         and state = 'failed' and completed_on > ${since}
       order by completed_on desc limit 1`.execute(ctx.db)
    const [first] = rows
    if (!first) return { items: [], total: 0 }
    const label = jobs.find(first.name)?.label
    return {
      items: [
        {
          key: 'failed',
          title: say(words.jobsTitle, { count: first.count }),
          note: say(words.jobsNote, {
            job: label ? render(label, ctx.locale) : first.name,
            reason: brief(first.reason ?? ''),
          }),
          since: first.at,
          act: words.seeJobs,
          path: '/settings/jobs?state=failed',
        },
      ],
      total: 1,
    }
  },
})

export const systemWork = (
  parts: Pick<Parts, 'config' | 'connection' | 'warehouse' | 'jobs'>,
): readonly WorkSource[] => [health(parts), deadLetters, failedJobs(parts)]
