/** A TCP proxy that can lose an answer: it forwards everything, and cuts the connection when told to. */
import { connect, createServer, type Socket } from 'node:net'

export interface TcpProxy {
  readonly port: number
  /** How many connections were cut. */
  readonly cuts: number
  /** Cuts the next connection on which the far side says something that matches, before passing it on. */
  cutWhen(matches: (fromFar: Buffer) => boolean): void
  close(): Promise<void>
}

export async function startTcpProxy(far: { host: string; port: number }, at = 0): Promise<TcpProxy> {
  const open = new Set<Socket>()
  let armed: ((fromFar: Buffer) => boolean) | undefined
  let cuts = 0
  const server = createServer((near) => {
    const other = connect(far.port, far.host)
    for (const socket of [near, other]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        other.destroy()
      })
    }
    near.on('data', (chunk) => other.write(chunk))
    other.on('data', (chunk) => {
      if (armed?.(chunk)) {
        armed = undefined
        cuts++
        near.destroy()
        other.destroy()
      } else near.write(chunk)
    })
  })
  await new Promise<void>((listening) => server.listen(at, '127.0.0.1', listening))
  return {
    port: (server.address() as { port: number }).port,
    get cuts() {
      return cuts
    },
    cutWhen(matches) {
      armed = matches
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}
