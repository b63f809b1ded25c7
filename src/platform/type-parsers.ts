// How PostgreSQL's values arrive: days as 'YYYY-MM-DD', moments as milliseconds since 1970, large integers as numbers.

import pg, { type CustomTypesConfig } from 'pg'

type Parse = (text: string) => unknown

const { INT8, DATE, TIMESTAMPTZ } = pg.types.builtins
const int8Array = 1016
const dateArray = 1182
const timestamptzArray = 1185

const parsers = new Map<number, Parse>([
  [INT8, Number],
  [DATE, text => text],
  [TIMESTAMPTZ, parseInstant],
  [int8Array, arrayOf(Number)],
  [dateArray, arrayOf(text => text)],
  [timestamptzArray, arrayOf(parseInstant)],
])

/** For `types` of a pool or client. */
export const typeParsers: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text')
  },
}

/** Reads `2026-03-25 14:05:06.789+00` to milliseconds; finer parts are cut off. */
export function parseInstant(text: string): number {
  const offset = text.charCodeAt(text.length - 3)
  const plain = text.charCodeAt(4) === 45 && text.charCodeAt(10) === 32 && (offset === 43 || offset === 45)
  if (!plain) return parseRareInstant(text)
  const wall = Date.UTC(
    digits(text, 0, 4),
    digits(text, 5, 7) - 1,
    digits(text, 8, 10),
    digits(text, 11, 13),
    digits(text, 14, 16),
    digits(text, 17, 19),
  )
  const fraction = text.charCodeAt(19) === 46 ? digits(text.slice(20, -3).padEnd(3, '0'), 0, 3) : 0
  const hours = digits(text, text.length - 2, text.length)
  return wall + fraction + (offset === 43 ? -hours : hours) * 3_600_000
}

function parseRareInstant(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  return Date.parse(text.replace(' ', 'T'))
}

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48
  return number
}

/** For arrays of one dimension, whose elements hold neither commas nor quotes. */
function arrayOf(parse: Parse): Parse {
  const parseElement = (text: string) => (text === 'NULL' ? null : parse(text.replaceAll('"', '')))
  return text => (text === '{}' ? [] : text.slice(1, -1).split(',').map(parseElement))
}
