/** The invitation as a calendar file: when and where, and the meeting's reference; nobody's name stands in a calendar. */
import { londonInstant } from '../../guidance/london.ts'
import { wordsOf } from '../case-file/child.ts'
import type { OpenedMeeting } from './opened.ts'

/** So long is set aside where nothing else is known, in minutes. */
const usualLength = 90

/**
 * Writes the file (RFC 5545). A meeting without a time of day fills its whole day; one that was moved takes the place of what
 * was sent before, and one that is closed as not held is cancelled.
 * @param now when it is written, in milliseconds since 1970
 */
export function calendarOf(
  { head, read, meeting }: Pick<OpenedMeeting, 'head' | 'read' | 'meeting'>,
  now: number,
): string {
  const { circle, called, label, where, closed } = meeting
  const day = circle.plannedFor ?? called.happened.from
  const said = wordsOf(read, circle.lastSet)
  const [hour, minute] = (said['startsAt'] ?? '').split(':').map(Number)
  const start = hour === undefined || Number.isNaN(hour) ? undefined : londonInstant(day, hour, minute ?? 0)
  const when =
    start === undefined
      ? [`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`]
      : [`DTSTART:${stamp(start)}`, `DTEND:${stamp(start + usualLength * 60_000)}`]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Goldthread//Meetings//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${called.root}@goldthread`,
    `SEQUENCE:${circle.lastSet.number}`,
    `DTSTAMP:${stamp(now)}`,
    ...when,
    `SUMMARY:${escaped(`${label} (${head.reference})`)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    `STATUS:${closed?.data.how === 'not-held' ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:CONFIDENTIAL',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function stamp(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`).replaceAll('\n', '\\n')
}

/** No line is longer than 75 bytes; what follows begins with a blank. */
function folded(line: string): string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].map((text, at) => (at === 0 ? text : ` ${text}`))
}
