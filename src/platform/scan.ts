// Has a file looked at by a scanner of the operator's: a program that gets it on its standard input.

import { spawn } from 'node:child_process'

export type Scanned = 'clean' | 'found' | 'not-scanned'

/** What looks at a file before it is kept; nothing where the operator named no program. */
export type Scanner = (bytes: Uint8Array) => Promise<Scanned>

const longest = 60_000

/**
 * A scanner that runs a command: it ends with 0 where the file is clean and with 1 where something was found, as clamdscan does.
 * Anything else, or no answer within a minute, counts as not scanned: the file is not taken.
 * @param command the program and its arguments, divided by blanks; no shell reads it
 */
export function scannerOf(command: string): Scanner {
  const [program = '', ...args] = command.split(/\s+/)
  return bytes =>
    new Promise(resolve => {
      const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: longest })
      child.once('error', () => resolve('not-scanned'))
      child.once('close', code => resolve(code === 0 ? 'clean' : code === 1 ? 'found' : 'not-scanned'))
      // One that has seen enough closes its input: its answer counts.
      child.stdin.on('error', () => undefined)
      child.stdin.end(bytes)
    })
}
