/**
 * The shared harness of benchmarks. A line compares our figure with the limit measured in the same
 * run on the same machine, interleaved; the ratio is what counts, the figures only orient.
 */

export interface Line {
  readonly name: string
  readonly ours: number
  readonly limit: number
  /** `events/s`, `req/s`, `ms`, `MB`. */
  readonly unit: string
  /** Whether more of the unit is better (rates) or less (times, memory). */
  readonly better: 'more' | 'less'
  /** What the ratio has to be at least (rates: ours ÷ limit; times: limit ÷ ours). */
  readonly bar: number
  /** Smallest and largest ratio of the rounds. */
  readonly spread?: readonly [number, number]
  /** What else was seen: `p99 12 ms`. */
  readonly note?: string
}

export interface Benchmark {
  readonly name: string
  readonly run: () => Promise<readonly Line[]>
}

export const ratioOf = ({ ours, limit, better }: Pick<Line, 'ours' | 'limit' | 'better'>): number =>
  better === 'more' ? ours / limit : limit / ours

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Runs both sides in turn (A B A B …) after one warm-up of each, and pairs them round by round, so
 * that a machine that slows down slows both.
 */
export async function compare(
  what: Pick<Line, 'name' | 'unit' | 'better' | 'bar'>,
  sides: { readonly ours: () => Promise<number>; readonly limit: () => Promise<number> },
  rounds = 5,
): Promise<Line> {
  await sides.ours()
  await sides.limit()
  const pairs: { ours: number; limit: number }[] = []
  for (let round = 0; round < rounds; round++)
    pairs.push({ ours: await sides.ours(), limit: await sides.limit() })
  const ratios = pairs.map((pair) => ratioOf({ ...pair, better: what.better }))
  return {
    ...what,
    ours: median(pairs.map((pair) => pair.ours)),
    limit: median(pairs.map((pair) => pair.limit)),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  }
}

const figure = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 4 })

export function print(line: Line): void {
  const ratio = ratioOf(line)
  const spread = line.spread ? ` (${line.spread.map((each) => each.toFixed(2)).join('–')})` : ''
  const verdict = ratio >= line.bar ? 'holds' : 'MISSES'
  console.log(
    `${line.name}\n    ours ${figure(line.ours)} ${line.unit} · limit ${figure(line.limit)} ${line.unit} · ratio ${ratio.toFixed(2)}${spread} · bar ${line.bar} ${verdict}${line.note ? `\n    ${line.note}` : ''}`,
  )
}
