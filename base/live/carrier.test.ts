import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { transact } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import type { Log } from '../parts.ts'
import { type Carrier, natsCarrier } from './carrier.ts'

const database = useDatabase()
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }

/** As much of a NATS server as one subject needs: INFO, PING, SUB, PUB, MSG. */
class NatsServer {
  readonly #sockets = new Map<Socket, string | undefined>()
  #server: Server | undefined
  port = 0

  async start(): Promise<void> {
    this.#server = createServer((socket) => this.#welcome(socket))
    await new Promise<void>((ready) => this.#server!.listen(this.port, '127.0.0.1', ready))
    this.port = (this.#server.address() as { port: number }).port
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.keys()) socket.destroy()
    await new Promise((gone) => this.#server?.close(gone))
  }

  #welcome(socket: Socket): void {
    this.#sockets.set(socket, undefined)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('error', () => undefined)
    socket.write(
      `INFO ${JSON.stringify({ server_id: 't', version: '2.10.0', proto: 1, headers: true, max_payload: 1_048_576 })}\r\n`,
    )
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const [verb, subject, ...rest] = text.slice(0, end).split(' ')
        text = text.slice(end + 2)
        if (verb === 'PING') socket.write('PONG\r\n')
        if (verb === 'SUB') this.#sockets.set(socket, rest.at(-1))
        if (verb === 'PUB') {
          const size = Number(rest.at(-1))
          const payload = text.slice(0, size)
          text = text.slice(size + 2)
          for (const [other, id] of this.#sockets)
            if (id) other.write(`MSG ${subject} ${id} ${size}\r\n${payload}\r\n`)
        }
      }
    })
  }
}

let server: NatsServer
const open: Carrier[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((carrier) => carrier.close().catch(() => undefined)))
  await server?.stop()
})

async function carrier() {
  const opened = await natsCarrier(`nats://127.0.0.1:${server.port}`, quiet)
  open.push(opened)
  const heard: string[] = []
  opened.receive((payload) => heard.push(payload))
  return { opened, heard }
}

describe('live messages over NATS', () => {
  test('reach every process after the commit, and not at all when it is undone', async () => {
    server = new NatsServer()
    await server.start()
    const here = await carrier()
    const there = await carrier()
    await transact(testCtx(database()), async (ctx) => {
      await here.opened.send(ctx, ['undone'])
      throw new Error('no')
    }).catch(() => undefined)
    let inside = ''
    await transact(testCtx(database()), async (ctx) => {
      await here.opened.send(ctx, ['one', 'two'])
      await new Promise((done) => setTimeout(done, 50))
      inside = there.heard.join()
    })
    await expect.poll(() => there.heard).toEqual(['one', 'two'])
    await expect.poll(() => here.heard).toEqual(['one', 'two'])
    expect(inside).toBe('')
  })

  test('may be missed while NATS is away; those who listen are told when it is back', async () => {
    server = new NatsServer()
    await server.start()
    const here = await carrier()
    let gaps = 0
    here.opened.onGap(() => gaps++)
    await server.stop()
    await server.start()
    await expect.poll(() => gaps).toBe(1)
    await expect
      .poll(async () => {
        await here.opened.send(testCtx(database()), ['after'])
        return here.heard
      })
      .toContain('after')
  })
})
