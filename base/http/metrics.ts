/**
 * Numbers for Prometheus. Request durations are counted in plain arrays, because every request passes
 * here; the rest uses prom-client.
 */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

interface Histogram {
  readonly buckets: number[]
  sum: number
  count: number
}

export interface RouteTimer {
  observe(status: number, ms: number): void
}

/** Durations of requests by route template and status. */
export class Durations {
  readonly #routes = new Map<string, Map<number, Histogram>>()

  of(method: string, path: string): RouteTimer {
    const labels = `method="${method}",route="${path.replace(/["\\\n]/g, '')}"`
    const byStatus = this.#routes.get(labels) ?? new Map<number, Histogram>()
    this.#routes.set(labels, byStatus)
    return {
      observe(status, ms) {
        let histogram = byStatus.get(status)
        if (!histogram) {
          histogram = { buckets: bounds.map(() => 0), sum: 0, count: 0 }
          byStatus.set(status, histogram)
        }
        const seconds = ms / 1000
        histogram.sum += seconds
        histogram.count++
        for (let at = 0; at < bounds.length; at++)
          if (seconds <= bounds[at]!) {
            histogram.buckets[at]!++
            break
          }
      },
    }
  }

  /** Prometheus text format. */
  print(): string {
    const name = 'juluo_http_request_seconds'
    const lines = [`# HELP ${name} Time to answer, by route template and status`, `# TYPE ${name} histogram`]
    for (const [labels, byStatus] of this.#routes)
      for (const [status, { buckets, sum, count }] of byStatus) {
        const all = `${labels},status="${status}"`
        let below = 0
        buckets.forEach((calls, at) => {
          below += calls
          lines.push(`${name}_bucket{${all},le="${bounds[at]}"} ${below}`)
        })
        lines.push(
          `${name}_bucket{${all},le="+Inf"} ${count}`,
          `${name}_sum{${all}} ${sum}`,
          `${name}_count{${all}} ${count}`,
        )
      }
    return `${lines.join('\n')}\n`
  }
}

export interface Metrics {
  readonly durations: Durations
  readonly cspReports: Counter
  /** Adds a gauge that is read when somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  /** Adds a gauge with one value per label. */
  gauges(
    name: string,
    help: string,
    label: string,
    read: () => Promise<readonly (readonly [string, number])[]>,
  ): void
  print(): Promise<string>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'juluo_' })
  const durations = new Durations()
  return {
    durations,
    cspReports: new Counter({
      name: 'juluo_csp_reports_total',
      help: 'Reports of content that the Content-Security-Policy blocked',
      registers: [registry],
    }),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        async collect() {
          // What cannot be read now is missing from the page; the rest of it stays readable.
          try {
            this.set(await read())
          } catch {
            this.remove()
          }
        },
      })
    },
    gauges(name, help, label, read) {
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        async collect() {
          this.reset()
          const values = await read().catch(() => [])
          for (const [value, number] of values) this.set({ [label]: value }, number)
        },
      })
    },
    print: async () => `${await registry.metrics()}${durations.print()}`,
  }
}
