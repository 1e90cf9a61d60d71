/** `npm run bench [name …]`: every hot path against its limit, one line each. */
import { type Benchmark, type Line, print, ratioOf } from './bench.ts'

/** In the order in which they run; each is loaded when its turn comes. */
const benchmarks: Record<string, () => Promise<Benchmark>> = {
  http: async () => (await import('./http.ts')).httpBenchmark,
  track: async () => (await import('./track.ts')).trackOverHttp,
  consumers: async () => (await import('./consumers.ts')).consumers,
  sink: async () => (await import('./sink.ts')).sink,
  freshness: async () => (await import('./freshness.ts')).freshness,
  insight: async () => (await import('./insight.ts')).insight,
  dashboard: async () => (await import('./dashboard.ts')).dashboard,
  rollups: async () => (await import('./rollups.ts')).rollups,
  imports: async () => (await import('./imports.ts')).imports,
  orders: async () => (await import('./orders.ts')).orders,
  segment: async () => (await import('./segment.ts')).segment,
  content: async () => (await import('./content.ts')).content,
  rfm: async () => (await import('./rfm.ts')).rfm,
  memory: async () => (await import('./memory.ts')).memory,
}

export async function bench(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in benchmarks))
  if (unknown.length > 0)
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}`,
    )
  const lines: Line[] = []
  for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
    const benchmark = await benchmarks[name]!()
    for (const line of await benchmark.run()) {
      print(line)
      lines.push(line)
    }
  }
  const missed = lines.filter((line) => ratioOf(line) < line.bar)
  console.log(`\n${lines.length - missed.length} of ${lines.length} lines hold`)
  process.exitCode = missed.length === 0 ? 0 : 1
}
