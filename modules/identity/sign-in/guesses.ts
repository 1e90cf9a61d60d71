/**
 * How often something may be tried for one address, counted in PostgreSQL for all processes, whatever
 * addresses the tries come from. Counted before anything is looked up, alike for accounts that exist and ones
 * that do not.
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Tx } from '#base/db/database.ts'
import type { Secrets } from '#base/secrets.ts'
import { identityProblems } from '../problems.ts'

export interface Budget {
  readonly name: string
  readonly max: number
  readonly perSeconds: number
}

export const budgets = {
  /** G37: at most ten passwords are evaluated for one account in ten minutes. */
  password: { name: 'password', max: 10, perSeconds: 600 },
  /** A browser that signed in before has tries of its own, so that nobody can lock its owner out. */
  knownDevice: { name: 'device', max: 10, perSeconds: 600 },
  /** A one-time code is taken once, for as long as it could be valid. */
  code: { name: 'code', max: 1, perSeconds: 120 },
  /** Mail to one address: links, resets, confirmations together. */
  mail: { name: 'mail', max: 6, perSeconds: 3_600 },
} as const satisfies Record<string, Budget>

/** The keyed hash under which an address is counted and recorded; the address cannot be read from it. */
export const subjectOf = (secrets: Secrets, text: string): string =>
  createHmac('sha256', secrets.key('identity.subject')).update(text).digest('base64url')

/** Takes one try. Resolves to 0 when it was there to take, else to the seconds until there are new ones. */
export async function takeTry(db: Database | Tx, budget: Budget, subject: string): Promise<number> {
  const { rows } = await sql<{ used: number; left: number }>`
    insert into guess_budget as b (key, opened_at, used)
    values (${`${budget.name}:${subject}`}, now(), 1)
    on conflict (key) do update set
      used = case when b.opened_at < now() - make_interval(secs => ${budget.perSeconds}) then 1
                  else least(b.used + 1, ${budget.max + 1}) end,
      opened_at = case when b.opened_at < now() - make_interval(secs => ${budget.perSeconds}) then now()
                       else b.opened_at end
    returning used,
      ceil(extract(epoch from opened_at) + ${budget.perSeconds} - extract(epoch from now()))::int as left`.execute(
    db,
  )
  const row = rows[0]!
  return row.used > budget.max ? Math.max(1, row.left) : 0
}

/** Gives all tries back, after a success. */
export async function giveBack(db: Database, budget: Budget, subject: string): Promise<void> {
  await sql`delete from guess_budget where key = ${`${budget.name}:${subject}`}`.execute(db)
}

export const tooManyGuesses = (seconds: number) =>
  identityProblems.tooManyGuesses({
    retryAfter: seconds,
    values: { minutes: Math.max(1, Math.ceil(seconds / 60)) },
  })
