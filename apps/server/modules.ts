/** The product: every module, lowest first. Adding a feature is one folder and one line here. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { systemModule } from '#modules/system/module.ts'

export const modules = (parts: Parts): readonly Module[] => [systemModule(parts)]
