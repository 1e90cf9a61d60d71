/** What our identity providers have in common: configuration for the library, and the address that people are sent to. */
import type { GenericOAuthConfig } from 'better-auth/plugins'
import type { z } from 'zod'
import type { Egress } from '#base/parts.ts'

export interface IdentityProvider extends GenericOAuthConfig {
  /** The address to send a person to, made from the one that the library built (its state and challenge). */
  readonly sendTo: (built: URL) => Promise<URL>
}

/** Asks a provider something and reads its JSON. Throws when the answer is not what `schema` says. */
export async function askProvider<T extends z.ZodType>(
  egress: Egress,
  url: string,
  schema: T,
  options: Parameters<Egress['request']>[1] = {},
): Promise<z.output<T>> {
  const answer = await egress.request(url, { maxBytes: 256 * 1024, timeoutMs: 5_000, ...options })
  if (answer.status !== 200)
    throw new Error(`The identity provider answered ${answer.status} at ${new URL(url).pathname}`)
  return schema.parse(JSON.parse(Buffer.from(answer.body).toString('utf8')))
}
