// Identifiers: made in the application, in the order of time, so that indexes grow at one end.

import { createHash, randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0

/** A new UUID, version 7: its first 48 bits are the time, and those of one process rise. */
export function newId(): string {
  const millisecond = Date.now()
  counter = millisecond === lastMillisecond ? counter + 1 : 0
  lastMillisecond = millisecond
  const bytes = randomBytes(16)
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  return written(bytes)
}

/** When an identifier was made, in milliseconds since 1970, by the clock of the machine that made it; nothing where it does not say. */
export function madeAt(id: string): number | undefined {
  return id[14] === '7' ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined
}

/** The first identifier of version 7 that can be made at an instant, in milliseconds since 1970. */
export function firstIdAt(instant: number): string {
  const hex = Math.max(instant, 0).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** A UUID, version 8, that is the same for the same words: what is repeated names the same things. */
export function idFrom(...words: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(words.join('\u0000')).digest()
  bytes[6] = 0x80 | ((bytes[6] as number) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  return written(bytes)
}

function written(bytes: Buffer): string {
  const hex = bytes.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text has the form of an identifier. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
