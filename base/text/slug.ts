/** The readable part of an address: letters of any language, digits and hyphens. */
import { truncate } from './truncate.ts'

/** `Hello, 山丘 咖啡!` → `hello-山丘-咖啡`. May be empty; addresses therefore also carry an id. */
export function slugify(text: string, max = 60): string {
  // What comes after this many characters cannot be in the slug.
  const words = text
    .slice(0, max * 20)
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .match(/[\p{L}\p{N}\p{M}]+/gu)
  return truncate((words ?? []).join('-'), max, '').replace(/-$/, '')
}
