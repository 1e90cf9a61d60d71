/** `npm run demo`: the demo brand and months of history, beside a running product. */
import type { Supervisor } from '#apps/server/supervise.ts'

export async function loadDemo(_supervisor: Supervisor, _say: (line: string) => void): Promise<string[]> {
  return []
}
