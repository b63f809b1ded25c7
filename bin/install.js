// Installs what is missing and finds the Node to run on. Node's built-ins only: it runs before anything is installed.

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const modules = path.join(root, 'node_modules')
const lockfile = path.join(root, 'package-lock.json')
const stamp = path.join(modules, '.goldthread-installed')

/** Runs `npm ci` when nothing is installed or the lockfile has changed since. Prints on standard error only. */
export function install() {
  if (isInstalled()) return
  const release = holdInstallLock()
  try {
    if (isInstalled()) return
    process.stderr.write('Installing what is missing…\n')
    const npm = process.env.npm_execpath
    const options = { cwd: root, stdio: ['ignore', 2, 2] }
    const args = ['ci', '--no-audit', '--no-fund']
    const { status } = npm?.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
    if (status !== 0) {
      process.stderr.write('Installing did not work: "npm ci" failed, see above.\n')
      process.exit(1)
    }
    fs.writeFileSync(stamp, lockfileHash())
  } finally {
    release()
  }
}

/** The Node to run on: the one asked for, else the one among the dependencies if it starts here, else this one. */
export function chooseNode() {
  if (process.env.GOLDTHREAD_NODE) return process.env.GOLDTHREAD_NODE
  const system = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = path.join(modules, `node-${system}-${process.arch}`, 'bin', file)
  return fs.existsSync(own) && spawnSync(own, ['--version']).status === 0 ? own : process.execPath
}

/** Runs a program to its end, passing signals on to it, and resolves with its exit code. */
export function relay(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (os.constants.signals[signal] ?? 1)))
  })
}

/** True when our stamp names this lockfile, or somebody ran npm by hand after the lockfile was last written. */
function isInstalled() {
  try {
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockfileHash()) return true
    return fs.statSync(path.join(modules, '.package-lock.json')).mtimeMs >= fs.statSync(lockfile).mtimeMs
  } catch {
    return false
  }
}

function lockfileHash() {
  return createHash('sha256').update(fs.readFileSync(lockfile)).digest('hex')
}

/** Waits until no other process installs into this checkout. The lock of a process that died is taken over. */
function holdInstallLock() {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  const lock = path.join(os.tmpdir(), `goldthread-install-${name}`)
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned(lock)) fs.rmSync(lock, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
}

function isAbandoned(lock) {
  try {
    const { mtimeMs } = fs.statSync(lock)
    const pid = Number(fs.readFileSync(lock, 'utf8'))
    // Between creating the file and writing into it the pid is missing: give its writer a moment.
    if (!pid) return Date.now() - mtimeMs > 2_000
    process.kill(pid, 0)
    return Date.now() - mtimeMs > 30 * 60_000
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
