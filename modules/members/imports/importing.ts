/** Imports as a part of the module: permission, routes, facts and jobs. */
import type { Permission } from '#base/access/access.ts'
import type { Parts } from '#base/parts.ts'
import type { Vault } from '../vault.ts'
import { importEnded, importUndone, memberImported } from './import.facts.ts'
import { importLabels } from './import.messages.ts'
import { importRoutes } from './imports.routes.ts'
import { importJobs } from './jobs.ts'
import { purgeJob, purgeSchedule } from './purge.ts'

const permission: Permission = {
  name: 'members.import',
  label: importLabels.permission,
  roles: ['owner', 'admin'],
}

export function importing(parts: Pick<Parts, 'config' | 'files' | 'jobs'>, vault: Vault) {
  const jobs = importJobs({ ...parts, vault })
  const purge = purgeJob(parts.files)
  return {
    permission,
    routes: importRoutes({ ...parts, importJobs: jobs }),
    facts: [memberImported, importEnded, importUndone],
    jobs: [jobs.check, jobs.load, jobs.undo, purge],
    schedule: [purgeSchedule(purge)],
  }
}
