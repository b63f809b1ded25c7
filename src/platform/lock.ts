// A lock between processes of one machine: a file that names its holder, taken over when the holder is dead.

import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const held = new Set<string>()

/** Runs `work` while no other process, and nobody else in this one, holds the lock `file`. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (held.has(file) || !take(file)) await sleep(50)
  held.add(file)
  try {
    return await work()
  } finally {
    fs.rmSync(file, { force: true })
    held.delete(file)
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    if (code !== 'EEXIST') throw error
    if (isAbandoned(file)) fs.rmSync(file, { force: true })
    return false
  }
}

function isAbandoned(file: string): boolean {
  try {
    const { mtimeMs } = fs.statSync(file)
    const pid = Number(fs.readFileSync(file, 'utf8'))
    // Between creating the file and writing into it the pid is missing: give its writer a moment.
    if (!pid) return Date.now() - mtimeMs > 2_000
    // In a new container our own number may be that of the dead holder.
    if (pid === process.pid) return true
    process.kill(pid, 0)
    return Date.now() - mtimeMs > 5 * 60_000
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH'
  }
}
