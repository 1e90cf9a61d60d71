/** Lists of people as files that come in: what of it is about people, and what the module needs for it. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Permission } from '#base/access/access.ts'
import { announce } from '#base/facts/fact.ts'
import { importJobs } from '#base/imports/jobs.ts'
import type { ImportKind, Shape, Step } from '#base/imports/kind.ts'
import { purgeImports } from '#base/imports/purge.ts'
import { type Face, importRoutes } from '#base/imports/routes.ts'
import { defineJob } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { audit } from '#modules/identity/api.ts'
import { memberProblems } from '../problems.ts'
import type { Vault } from '../vault.ts'
import { importEnded, importUndone, memberImported } from './import.facts.ts'
import { importLabels, rowReasons } from './import.messages.ts'
import { forgetChanges } from './people.sql.ts'
import { readPeople } from './people.ts'
import { checkPlan, fitFields, guessPlan } from './plan.ts'
import { previewed, previewPeople } from './preview.ts'
import type { Person } from './read-row.ts'
import { type ImportPlan, importPlan, plainTargets } from './target.ts'
import { undoBatches } from './undo.ts'

interface PeopleList extends Shape {
  readonly plan: ImportPlan
  readonly thing: Person
}

const recorded: Readonly<Record<Step, string>> = {
  uploaded: 'members.list_uploaded',
  checked: 'members.list_checked',
  run: 'members.imported',
  stopped: 'members.import_stopped',
  undone: 'members.import_undone',
  discarded: 'members.list_discarded',
}

export const peopleLists = (vault: Vault): ImportKind<PeopleList> => ({
  module: 'members',
  name: 'members.import',
  table: 'member_import',
  errorTable: 'member_import_error',
  counts: { repeated: 'People who are in the list twice' },
  plan: importPlan,
  labels: { check: importLabels.checkJob, run: importLabels.runJob, undo: importLabels.undoJob },
  reasons: rowReasons,
  unreadable: memberProblems.importUnreadable,
  about: sql`jsonb_build_object('by', (select name from account where id = i.created_by))`,
  record: (ctx, step, { id, plan }, details) =>
    audit(
      ctx,
      recorded[step],
      { kind: 'member_import', id },
      step === 'run' ? { ...details, origin: plan?.origin } : details,
    ),
  ended: (tx, importId, state) => announce(tx, importEnded, { importId, state }),
  checkPlan,
  begin: (ctx, { id, plan }, mode) => readPeople(ctx, vault, { id, plan: plan! }, mode),
  undo: undoBatches,
  forget: forgetChanges,
})

const face: Face<PeopleList> = {
  path: '/api/imports',
  tag: 'imports',
  permission: 'members.import',
  says: {
    upload: 'Upload a list of members: the file as the plain body',
    list: 'List imports',
    see: 'See an import with the first rows of its list',
    preview: 'See the first rows as they would come in',
    errors: 'List rows that were refused, with why',
    check: 'Say what the columns mean and try the import without changing anything',
    run: 'Import the list, or go on with it',
    stop: 'Stop a check or an import',
    undo: 'Take an import back',
    discard: 'Throw an uploaded list away',
  },
  more: { origin: z.string() },
  present: ({ plan }) => ({ origin: plan?.origin ?? '' }),
  target: z.object({
    target: z.string(),
    /** Of fields of one's own: what they are called. Null for what every profile has. */
    label: z.string().nullable(),
  }),
  targets: async (ctx) => [
    ...plainTargets.map((target) => ({ target, label: null })),
    ...(await fitFields(ctx)).map(({ key, label }) => ({ target: `field:${key}`, label })),
  ],
  guess: guessPlan,
  previewed,
  preview: previewPeople,
}

const permission: Permission = {
  name: 'members.import',
  label: importLabels.permission,
  roles: ['owner', 'admin'],
}

export const purgeJob = (kind: Parameters<typeof purgeImports>[1], files: Parts['files']) =>
  defineJob({
    name: 'members.import_purge',
    label: importLabels.purgeJob,
    input: z.object({}),
    run: async (ctx, _input, run) => ({ purged: await purgeImports(ctx, kind, files, run.signal) }),
  })

export function importing(parts: Pick<Parts, 'config' | 'files' | 'jobs'>, vault: Vault) {
  const kind = peopleLists(vault)
  const jobs = importJobs(kind, parts)
  const purge = purgeJob(kind, parts.files)
  return {
    permission,
    routes: importRoutes({ kind, jobs, files: parts.files, queue: parts.jobs }, face),
    facts: [memberImported, importEnded, importUndone],
    jobs: [...Object.values(jobs).filter((job) => job !== undefined), purge],
    schedule: [
      {
        job: purge.name,
        // Every night, when few people are about.
        cron: '20 4 * * *',
        zone: 'community',
        why: importLabels.purgeWhy,
      },
    ],
  }
}
