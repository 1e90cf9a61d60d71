/** The limit: one Hono route that answers the same body, nothing else. */
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

const app = new Hono().get('/api/bench', (c) => c.json({ name: '山丘咖啡', members: 2000 }))
const server = createServer(getRequestListener(app.fetch))
process.on('SIGINT', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
