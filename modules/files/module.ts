/** Files: uploads, downloads, and the removal of what nobody uses. */
import { fileSettings } from '#base/files/files.ts'
import { readPrivateFiles } from '#base/files/open.ts'
import type { FileStore } from '#base/files/store.ts'
import { fileSweepJob, fileSweepSchedule } from '#base/files/sweep.ts'
import { defineModule, type Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { fileLabels } from './files.messages.ts'
import { fileRoutes } from './files.routes.ts'

export const filesModule = (parts: Parts): Module => {
  let store: FileStore | undefined
  const openStore = () => {
    store ??= fileSettings(parts).store
    return store
  }
  return defineModule({
    name: 'files',
    permissions: [
      {
        name: readPrivateFiles,
        label: fileLabels.readPrivate,
        roles: ['owner', 'admin', 'moderator', 'support'],
      },
    ],
    routes: fileRoutes(parts, openStore),
    jobs: [fileSweepJob(openStore)],
    schedule: [fileSweepSchedule],
  })
}
