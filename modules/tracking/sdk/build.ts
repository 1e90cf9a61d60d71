/**
 * Builds the script of /sdk.js from `browser.ts` and commits it as text: a running server needs no
 * bundler. `node modules/tracking/sdk/build.ts` writes it; a test fails when it is stale.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(import.meta.resolve('./browser.ts'))
export const builtFile = fileURLToPath(import.meta.resolve('./script.generated.ts'))

/** The minified script. */
export async function buildScript(): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry, formats: ['iife'], name: 'juluoScript' },
    },
  })
  const [output] = Array.isArray(made) ? made : [made]
  if (!output || !('output' in output)) throw new Error('The SDK was not built')
  return output.output[0].code.trim()
}

/** The committed file for a script. */
export const moduleOf = (script: string) =>
  `/** Made by build.ts from browser.ts; do not edit. */\nexport const script = ${JSON.stringify(script)}\n`

if (import.meta.main) writeFileSync(builtFile, moduleOf(await buildScript()))
