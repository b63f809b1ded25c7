/** Minutes drafted from the record: nobody types again what stands there. Pure: the meeting as read in, a text out. */
import type { Guidance } from '../../engine/guidance.ts'
import { asLabel } from '../../exchange/document/document.ts'
import { familyMembers, meetingViewGiven } from '../../procedures/meeting-facts.ts'
import { nameOfChild, wordsOf } from '../case-file/child.ts'
import { sayDay } from '../kit/days.ts'
import { answersOf, sayHappened } from '../record/fact-words.ts'
import { attended, sayGuest, sayRecordedFor } from './guests.ts'
import type { OpenMinutes } from './minutes.page.tsx'
import { reportsOf, sayWithdrawn } from './reports.ts'

/** The text, in the order in which minutes are read. */
export function draftMinutes(
  { read, meeting, closed, notes, decision, names }: OpenMinutes,
  guidance: Guidance,
): string {
  const words = wordsOf(read, closed as never)
  const of = (came: 'came' | 'apologies' | 'absent') => [
    ...meeting.seats.flatMap(seat => (seat.came === came ? [seat.agency.name] : [])),
    ...meeting.guests.flatMap(guest => (attended(guest) === came ? [sayGuest(guest, read)] : [])),
  ]
  const owner = names.agencies.get(meeting.circle.owner) ?? 'whoever called the meeting'
  const family = (closed.data.family ?? []).map(one => familyMembers[one].toLowerCase())
  const reports = reportsOf(meeting).map(({ whose, report, guest, withdrawn }) => {
    const how = [guest && sayRecordedFor(guest, owner, report), withdrawn].filter(Boolean).join('; ')
    return `${whose}, ${sayDay(report.happened.from)}${how ? ` (${how})` : ''}`
  })
  const sayView = (whose: string, view: keyof typeof meetingViewGiven.fields.view.options, fact: unknown) => {
    const why = wordsOf(read, fact as never)['reasons']
    return `${whose}: ${meetingViewGiven.fields.view.options[view].label.toLowerCase()}${why ? `. ${why}` : ''}`
  }
  const views = [
    ...[...meeting.seats, ...meeting.withdrawnSeats].flatMap(seat => {
      const { agency, view } = seat
      const since = sayWithdrawn(seat)
      return view?.data.view ? [`${sayView(agency.name, view.data.view, view)}${since ? ` (${since})` : ''}`] : []
    }),
    ...meeting.guests.flatMap(guest => {
      const view = guest.tookPart?.data.view
      if (!guest.tookPart || !view) return []
      return [
        `${sayView(sayGuest(guest, read), view, guest.tookPart)} (${sayRecordedFor(guest, owner, guest.tookPart)})`,
      ]
    }),
  ]
  const parties = new Map([
    ...names.agencies,
    ...[...names.posts].map(([id, { name, title }]) => [id, `${name}, ${title}`] as const),
  ])
  const definition = decision && guidance.kinds.get(decision.kind)
  const decided =
    decision && definition
      ? answersOf(definition, decision.data as never, wordsOf(read, decision), parties).map(
          ({ label, value }) => `${asLabel(label)}${value}`,
        )
      : []
  const parts: (readonly [heading: string, lines: readonly string[]])[] = [
    [
      `${meeting.label}: ${nameOfChild(read)}`,
      [`Held ${sayHappened(closed.happened)}${meeting.where ? `, ${meeting.where}` : ''}.`],
    ],
    ...(closed.data.how === 'emergency' ? ([['Decided in an emergency', [words['reasons'] ?? '']]] as const) : []),
    [
      'Present',
      [
        ...of('came'),
        ...(words['who'] ? [words['who']] : []),
        ...(family.length > 0 ? [`Family: ${family.join(', ')}`] : []),
      ],
    ],
    ['Apologies', of('apologies')],
    ['Not there', of('absent')],
    ['Reports', reports],
    [
      'What was said',
      notes
        .filter(note => note.words.trim() !== '')
        .map(note => `${names.posts.get(note.postId)?.name ?? 'A note'}: ${note.words.trim()}`),
    ],
    ['What was decided', decided],
    ['Views', views],
  ]
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}\n${lines.join('\n')}`)
    .join('\n\n')
}
