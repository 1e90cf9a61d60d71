/** Stories that follow each other on one page of a gallery, and whether one leaves anything to the next. */
import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'

/** Goes to a story within the page, which spares loading everything anew; says what the one before left behind. */
export const goTo = (page: Page, address: string): Promise<readonly string[]> =>
  page.evaluate(async (wanted) => {
    const go = (to: string) => {
      history.replaceState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
      return new Promise((resume) => setTimeout(resume))
    }
    await go('?story=')
    const left = () => [
      // Ant Design measures what people write in one hidden field, which it keeps.
      ...[...document.body.children]
        .filter((element) => !element.matches('#root, script, textarea[name=hiddenTextarea]'))
        .map((element) => element.outerHTML),
      ...[document.body, document.documentElement].flatMap((element) =>
        [...element.attributes]
          .filter(({ name, value }) => value !== '' && !['lang', 'data-theme'].includes(name))
          .map(({ name, value }) => `${name}=${value}`),
      ),
    ]
    // A sheet that goes takes its lock on scrolling away a moment later.
    for (let tries = 0; tries < 20 && left().length > 0; tries++)
      await new Promise((resume) => setTimeout(resume, 50))
    const found = left()
    await go(wanted)
    return found
  }, address)

/** What a reader gets of the page, to compare: its name, and what it is made of with its words. */
export async function seen(page: Page): Promise<readonly string[]> {
  const parts = await page
    .locator('#root *')
    .evaluateAll((all) =>
      all.map(
        ({ tagName, className, childNodes }) =>
          `${tagName} ${className} ${[...childNodes].flatMap((node) => (node instanceof Text ? node.data : [])).join('')}`,
      ),
    )
  // An id that was made for an example is another each time.
  return [
    await page.title(),
    ...parts.map((part) => part.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, 'an id')),
  ]
}

/** The first part in which two pages differ, as each has it. */
export function difference(here: readonly string[], alone: readonly string[]) {
  const at = [...here, undefined].findIndex((part, index) => part !== alone[index])
  return isDeepStrictEqual(here, alone) ? undefined : { here: here[at], alone: alone[at] }
}

/**
 * In what a story that came after others differs from itself on a page of its own; undefined when they left no trace.
 * What one of the pages got late on a busy machine is there when it is looked at again; a trace stays.
 */
export async function traceOfOthers(page: Page, alone: () => Promise<readonly string[]>) {
  for (let look = 1; ; look++) {
    const differs = difference(await seen(page), await alone())
    if (!differs || look === 3) return differs
    await page.waitForLoadState('networkidle')
  }
}
