import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'

export const pageParts = (_parts: ContentParts) => joinParts()
