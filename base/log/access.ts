/** The one line per request. Written by hand, because every request pays for it; everything else goes through pino. */

export interface AccessLine {
  /** Request id: letters, digits, `-` and `_`. */
  readonly request: string
  /** Method and template, as declared in code. */
  readonly route: string
  readonly status: number
  /** Millimoments. */
  readonly ms: number
  readonly actor: string
  readonly ip: string
}

const harmless = /^[\w:.]*$/
/** JSON text of a value that nearly always needs no escaping. */
const text = (value: string) => (harmless.test(value) ? `"${value}"` : JSON.stringify(value))

let moment = 0
let stamp = ''
/** ISO 8601; made once per millisecond. */
function isoNow(): string {
  const now = Date.now()
  if (now !== moment) {
    moment = now
    stamp = new Date(now).toISOString()
  }
  return stamp
}

export function accessLine(line: AccessLine, processName: string | undefined): string {
  const from = processName === undefined ? '' : `,"process":${text(processName)}`
  return `{"level":"info","time":"${isoNow()}"${from},"request":"${line.request}","route":"${line.route}","status":${line.status},"ms":${Math.round(line.ms * 10) / 10},"actor":${text(line.actor)},"ip":${text(line.ip)},"msg":"request"}\n`
}
