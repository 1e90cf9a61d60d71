/** The product: every module, lowest first. Adding a feature is one folder and one line here. */
import type { Module } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'

export const modules = (_parts: Parts): readonly Module[] => []
