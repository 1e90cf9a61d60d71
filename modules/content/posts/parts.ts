import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'

export const postsParts = (_parts: ContentParts) => joinParts()
