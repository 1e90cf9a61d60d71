/** Many requests on one connection, sent in one go: how a program would hammer, and fast enough to hammer every route. */
import { connect } from 'node:net'

/** Statuses of `count` times the same request, in order. */
export function pipeline(
  url: string,
  request: { method: string; path: string; headers?: Record<string, string> },
  count: number,
): Promise<number[]> {
  const { hostname, port } = new URL(url)
  const headers = Object.entries({ host: `${hostname}:${port}`, 'content-length': '0', ...request.headers })
  const text = `${request.method} ${request.path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  return new Promise((done, failed) => {
    if (count <= 0) return done([])
    let answers = ''
    const socket = connect(Number(port), hostname, () => socket.write(text.repeat(count)))
    socket.setTimeout(10_000, () => socket.destroy(new Error(`${request.method} ${request.path}: no answer`)))
    socket.on('error', failed)
    socket.on('close', () => done(statuses()))
    const statuses = () => [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]))
    socket.on('data', (chunk) => {
      answers += chunk.toString('latin1')
      if (statuses().length >= count) socket.end()
    })
  })
}
