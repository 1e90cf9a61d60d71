import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * All styles are one file in the head and nothing is preloaded by scripts, so Vite's helper around each
 * `import()` has nothing to do; this spares the first load its kilobyte.
 */
const plainImports: Plugin = {
  name: 'juluo-plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : undefined,
}

/** The member site: served at `/`, built into `dist/member`. Phones of the last years only, no polyfills. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  base: '/',
  plugins: [plainImports, react(), tailwindcss()],
  html: { cspNonce: '__NONCE__' },
  define: {
    // The gallery is a tool of development and tests; production builds do not hold it.
    __GALLERY__: JSON.stringify(mode !== 'production'),
    // By the mode and not by who builds: tests and development weigh and serve what others will get.
    'process.env.NODE_ENV': JSON.stringify(mode === 'production' ? 'production' : 'development'),
  },
  resolve: {
    alias: {
      'use-sync-external-store/shim/with-selector': `${import.meta.dirname}/shell/storeSelector.ts`,
    },
    conditions: ['module', 'browser', mode === 'production' ? 'production' : 'development'],
  },
  oxc: { jsx: { development: mode !== 'production' } },
  build: {
    outDir: '../../dist/member',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // One file that changes only when React does: a release costs a returning phone little.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            // With all that they import, so that the first page is few files, which pack better.
            {
              name: 'site',
              test: /apps[\\/]member[\\/]main\.tsx/,
              priority: 2,
            },
            { name: 'home', test: /apps[\\/]member[\\/]home[\\/]MemberHome\.tsx/, priority: 1 },
          ],
        },
      },
    },
  },
}))
