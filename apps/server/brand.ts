/** How the community presents itself, for pages and the manifest. */
import type { Database } from '#base/db/database.ts'
import type { Brand } from '#base/http/page.ts'

/** Undefined before the first-run setup, and while PostgreSQL is away: pages are served all the same. */
export async function findBrand(db: Database): Promise<Brand | undefined> {
  try {
    const row = await db.selectFrom('community').select(['name', 'slogan', 'locale']).executeTakeFirst()
    return row && { name: row.name, slogan: row.slogan, locale: row.locale === 'en' ? 'en' : 'zh-CN' }
  } catch {
    return undefined
  }
}
