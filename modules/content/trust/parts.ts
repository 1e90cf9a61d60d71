import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'

export const trustParts = (_parts: ContentParts) => joinParts()
