// Opens a real Chromium for tests: the system's where there is one, otherwise the one packed in a dependency.
// Needs no root and no download.

import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const checkout = path.resolve(import.meta.dirname, '..')
const packedFiles = path.join(checkout, 'node_modules/@sparticuz/chromium/bin')

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Program {
  readonly executablePath: string
  readonly env: Record<string, string>
}

let opened: Promise<Browser> | undefined

/** A headless browser: one for all files of a worker, which ends with it. When done, close the windows. */
export async function openBrowser(): Promise<Browser> {
  const browser = await opened
  if (browser?.isConnected()) return browser
  opened = launch()
  return opened
}

async function launch(): Promise<Browser> {
  return chromium.launch({ ...(findSystemChromium() ?? (await unpackChromium())), args: flags })
}

/** Closes all windows, so that the next file begins with none. */
export async function closeWindows(): Promise<void> {
  const browser = await opened
  await Promise.all((browser?.contexts() ?? []).map(context => context.close()))
}

function findSystemChromium(): Program | undefined {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)]
  const executablePath = folders.map(folder => path.join(folder, 'chromium')).find(file => fs.existsSync(file))
  return executablePath ? { executablePath, env: environment() } : undefined
}

/** The packed Chromium, unpacked once for all tests of this user on this machine. */
export async function unpackChromium(): Promise<Program> {
  const folder = path.join(os.tmpdir(), `goldthread-chromium-${nameOfContent()}`)
  if (!fs.existsSync(folder)) await unpackInto(folder)
  if (fs.lstatSync(folder).uid !== (process.getuid?.() ?? 0)) throw new Error(`${folder} belongs to another user.`)
  const executablePath = path.join(folder, 'chromium')
  const env = environment()
  if (!fs.existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = path.join(folder, 'fonts')
  if (!starts(executablePath, env)) env['LD_LIBRARY_PATH'] = path.join(folder, 'al2023/lib')
  return { executablePath, env }
}

/** The package unpacks into TMPDIR, its shared libraries only where it believes to be in Lambda. One rename ends it. */
async function unpackInto(folder: string): Promise<void> {
  const halfDone = fs.mkdtempSync(`${folder}-`)
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: checkout,
    env: { ...process.env, TMPDIR: halfDone, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  })
  try {
    fs.renameSync(halfDone, folder)
  } catch (error) {
    if (!fs.existsSync(folder)) throw error
    fs.rmSync(halfDone, { recursive: true, force: true })
  }
}

function nameOfContent(): string {
  const hash = createHash('sha256').update(String(process.getuid?.()))
  for (const name of fs.readdirSync(packedFiles).toSorted()) hash.update(fs.readFileSync(path.join(packedFiles, name)))
  return hash.digest('hex').slice(0, 12)
}

function starts(executablePath: string, env: Record<string, string>): boolean {
  return spawnSync(executablePath, ['--version'], { env, stdio: 'ignore' }).status === 0
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
