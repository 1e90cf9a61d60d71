/** The product: every module, lowest first. Adding a feature is one folder and one line here. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { filesModule } from '#modules/files/module.ts'
import { mailboxModule } from '#modules/mailbox/module.ts'
import { systemModule } from '#modules/system/module.ts'

export const modules = (parts: Parts): readonly Module[] => [
  systemModule(parts),
  filesModule(parts),
  mailboxModule(parts),
]
