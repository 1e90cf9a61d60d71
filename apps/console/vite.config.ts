/** Builds the console to `dist/console`, served at `/console/` by the app process. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const build = randomUUID().slice(0, 8)

/** The build's name, which an open console compares with its own to offer a reload; and the favicon. */
const companions: Plugin = {
  name: 'juluo-companions',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'build.json', source: JSON.stringify({ build }) })
    this.emitFile({
      type: 'asset',
      fileName: 'favicon.svg',
      source: readFileSync(here('../../ui/mark/favicon.svg')),
    })
  },
}

export default defineConfig({
  root: here('.'),
  base: '/console/',
  publicDir: false,
  cacheDir: here('../../node_modules/.vite/console'),
  plugins: [react(), companions],
  define: { __BUILD__: JSON.stringify(build) },
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
})
