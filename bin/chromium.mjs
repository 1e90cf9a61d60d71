/** Finds a Chromium for the browser tests, installs Debian's where that is possible, or says what to install. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const find = () => places.find((path) => path && existsSync(path))

/** Chinese text on screenshots needs a Chinese font. */
const hasChineseFont = () => {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

export function findOrInstallChromium() {
  const remedy =
    'The browser tests need Chromium and a Chinese font. Install them (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to the path of one.'
  if (find() && (process.platform !== 'linux' || hasChineseFont())) return { path: find() }
  const root = process.getuid?.() === 0
  if (root && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium and a Chinese font (once) …')
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig'],
      quiet,
    )
  }
  return { path: find(), remedy }
}
