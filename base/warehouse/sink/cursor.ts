/** Where the sink stands, and the durable plan of its next batch: table `warehouse_sink`. */
import type pg from 'pg'

export interface Plan {
  readonly tx: string
  readonly seq: string
  readonly rows: number
  /** Smallest and largest seq in it. */
  readonly low: string
  readonly high: string
  /** When the newest of its rows was recorded. */
  readonly reachedAt: Date
}

export interface Cursor {
  readonly generation: string
  readonly tx: string
  readonly seq: string
  /** Rows that are in the warehouse. */
  readonly rows: number
  readonly batch: string
  /** The batch that is on its way, perhaps since before a crash. */
  readonly plan: Plan | undefined
  readonly failures: number
  /** Whether the tables of this generation held everything once; false while they are filled from the log. */
  readonly caughtUp: boolean
}

interface Row {
  generation: string
  tx: string
  seq: string
  rows: string
  batch: string
  failures: number
  caught_up: boolean
  plan_tx: string | null
  plan_seq: string
  plan_rows: number
  plan_low: string
  plan_high: string
  plan_reached_at: Date
}

const columns =
  'generation, tx, seq, rows, batch, failures, caught_up_at is not null as caught_up, plan_tx, plan_seq, plan_rows, plan_low, plan_high, plan_reached_at'

function fromRow(row: Row): Cursor {
  return {
    generation: row.generation,
    tx: row.tx,
    seq: row.seq,
    rows: Number(row.rows),
    batch: row.batch,
    failures: row.failures,
    caughtUp: row.caught_up,
    plan:
      row.plan_tx === null
        ? undefined
        : {
            tx: row.plan_tx,
            seq: row.plan_seq,
            rows: row.plan_rows,
            low: row.plan_low,
            high: row.plan_high,
            reachedAt: row.plan_reached_at,
          },
  }
}

export async function readCursor(pool: pg.Pool): Promise<Cursor> {
  const { rows } = await pool.query<Row>(`select ${columns} from warehouse_sink`)
  return fromRow(rows[0]!)
}

/**
 * The next batch after a place: rows that are all complete, so that the same range is the same rows
 * for ever. Undefined when nothing waits. `bytes` bounds it as PostgreSQL stores it.
 */
export async function findNextBatch(
  pool: pg.Pool,
  after: { readonly tx: string; readonly seq: string },
  bounds: { readonly rows: number; readonly bytes: number },
): Promise<Plan | undefined> {
  const { rows } = await pool.query<Plan & { readonly rows: string }>(
    `with ahead as materialized (
       select tx, seq, recorded_at, pg_column_size(props) + pg_column_size(context) + 200 as size
         from event_log
        where (tx, seq) > ($1::xid8, $2::bigint) and tx < log_horizon()
        order by tx, seq limit $3),
     fitting as (
       select tx, seq, recorded_at from ahead where (select sum(size) from ahead) <= $4
       union all
       select tx, seq, recorded_at
         from (select *, sum(size) over (order by tx, seq) as upto, row_number() over (order by tx, seq) as place
                 from ahead where (select sum(size) from ahead) > $4) as counted
        where upto <= $4 or place = 1)
     select finish.tx, finish.seq, total.*
       from (select tx, seq from fitting order by tx desc, seq desc limit 1) as finish,
            (select count(*) as rows, min(seq) as low, max(seq) as high, max(recorded_at) as "reachedAt"
               from fitting) as total`,
    [after.tx, after.seq, bounds.rows, bounds.bytes],
  )
  return rows[0] && { ...rows[0], rows: Number(rows[0].rows) }
}

/**
 * Makes the plan durable before anything is sent. Returns the cursor as it is now: with another plan,
 * or none, when somebody else was at it.
 */
export async function storePlan(pool: pg.Pool, cursor: Cursor, plan: Plan): Promise<Cursor> {
  await pool.query(
    `update warehouse_sink
        set batch = batch + 1, plan_tx = $1, plan_seq = $2, plan_rows = $3, plan_reached_at = $4,
            plan_low = $5, plan_high = $6
      where plan_tx is null and generation = $7 and batch = $8`,
    [plan.tx, plan.seq, plan.rows, plan.reachedAt, plan.low, plan.high, cursor.generation, cursor.batch],
  )
  return await readCursor(pool)
}

/**
 * The planned batch is in the warehouse: the cursor moves behind it. The batch that reaches the present makes the
 * tables of this generation whole, in the same statement. Under steady traffic something always waits behind it, so
 * what came in the last seconds does not count.
 */
export async function confirmBatch(pool: pg.Pool, cursor: Cursor): Promise<void> {
  await pool.query(
    `update warehouse_sink
        set tx = plan_tx, seq = plan_seq, rows = rows + plan_rows, reached_at = plan_reached_at,
            plan_tx = null, plan_seq = null, plan_rows = null, plan_reached_at = null, plan_low = null, plan_high = null,
            failures = 0,
            caught_up_at = coalesce(caught_up_at, case when coalesce(
              (select recorded_at > clock_timestamp() - interval '5 seconds' from event_log
                where (event_log.tx, event_log.seq) > (plan_tx, plan_seq)
                order by event_log.tx, event_log.seq limit 1), true) then now() end)
      where plan_tx is not null and generation = $1 and batch = $2`,
    [cursor.generation, cursor.batch],
  )
}

/** Forgets a plan that the warehouse surely did not take, so that a smaller one can be made. */
export async function dropPlan(pool: pg.Pool, cursor: Cursor): Promise<void> {
  await pool.query(
    `update warehouse_sink
        set plan_tx = null, plan_seq = null, plan_rows = null, plan_reached_at = null, plan_low = null, plan_high = null
      where generation = $1 and batch = $2`,
    [cursor.generation, cursor.batch],
  )
}

/** Notes that the tables of a generation are whole, when nothing waits. */
export async function noteCaughtUp(pool: pg.Pool, { generation }: Pick<Cursor, 'generation'>): Promise<void> {
  await pool.query(
    `update warehouse_sink as sink set caught_up_at = now()
      where generation = $1 and caught_up_at is null
        and not exists (select from event_log where (event_log.tx, event_log.seq) > (sink.tx, sink.seq))`,
    [generation],
  )
}

/** The tables of this generation are made again before anything was in them. */
export async function forgetCaughtUp(pool: pg.Pool): Promise<void> {
  await pool.query('update warehouse_sink set caught_up_at = null where caught_up_at is not null')
}

/** Begins a new generation: new tables, everything again from the log. Safe to repeat. */
export async function beginGeneration(pool: pg.Pool): Promise<void> {
  await pool.query(
    `update warehouse_sink
        set generation = gen_random_uuid(), tx = '0', seq = 0, rows = 0, reached_at = null, caught_up_at = null,
            plan_tx = null, plan_seq = null, plan_rows = null, plan_reached_at = null, plan_low = null, plan_high = null`,
  )
}

/** Writes down why the sink does not get on. */
export async function recordFailure(pool: pg.Pool, message: string): Promise<void> {
  await pool.query(
    'update warehouse_sink set failures = failures + 1, last_error = $1, last_error_at = now()',
    [message.slice(0, 2_000)],
  )
}
