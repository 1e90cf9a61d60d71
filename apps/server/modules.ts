/** The product: every module, lowest first. Adding a feature is one folder and one line here. */
import type { Module } from '#base/module.ts'

export const modules: readonly Module[] = []
