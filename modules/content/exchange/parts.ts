import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'

export const exchangeParts = (_parts: ContentParts) => joinParts()
