/** The community's name and logo for the head of a mail. */
import type { Database, Tx } from '../db/database.ts'
import type { MailBrand } from './template.ts'

/** Before the first-run setup the product's own name stands in. `baseUrl`: without a trailing slash. */
export async function readMailBrand(db: Database | Tx, baseUrl: string): Promise<MailBrand> {
  const row = await db
    .selectFrom('community')
    .leftJoin('file', (join) =>
      join.onRef('file.id', '=', 'community.logo_file_id').on('file.ready', '=', true),
    )
    .select(['community.name', 'file.token'])
    .executeTakeFirst()
  return {
    name: row?.name ?? 'Juluo 聚落',
    logoUrl: row?.token ? `${baseUrl}/files/${row.token}/small` : undefined,
  }
}
