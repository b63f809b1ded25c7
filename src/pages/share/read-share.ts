/** The form of sharing into a disclosure, or into a decision not to share; or into messages. */
import { addDays, type Day, isDay } from '../../guidance/days.ts'
import { londonDayEnd } from '../../guidance/london.ts'
import type { Declining } from '../../ledger/decline-sharing.ts'
import type { Disclosing } from '../../ledger/disclose.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import type { Message } from '../record/read-fact.ts'
import { isOfPeople } from './meeting.tsx'
import type { OpenShare } from './share.page.ts'
import { readWhyShared } from './why-shared.tsx'

type Sharing = Omit<Disclosing, 'areaId' | 'caseId' | 'submissionId' | 'by'>
type NotSharing = Pick<Declining, 'toAgencyIds' | 'why'>
type Read =
  | { readonly decision: 'share'; readonly sharing: Sharing }
  | { readonly decision: 'not-share'; readonly declining: NotSharing }
  | { readonly messages: readonly Message[] }

const longest = 500

/** Reads the form against what was offered. */
export function readShare(typed: Fields, offered: OpenShare, today: Day): Read {
  const messages: Message[] = []
  const say = (field: string, text: string) => void messages.push({ field, text })
  const decision = valueOf(typed, 'decision')
  if (decision !== 'share' && decision !== 'not-share') say('decision', 'Select whether you share it')
  if (decision === 'not-share') {
    const toAgencyIds = agenciesIn(typed, offered, say)
    const why = valueOf(typed, 'why-not')
    if (!why) say('why-not', 'Enter why you do not share it')
    if (why.length > longest) say('why-not', `Why you do not share it must be ${longest} characters or fewer`)
    return messages.length > 0 ? { messages } : { decision, declining: { toAgencyIds, why } }
  }
  const whom = whomIn(typed, offered, say)
  const roots = valuesOf(typed, 'records')
  const kinds = valuesOf(typed, 'kinds')
  const isOffered = roots.every(root => offered.read.known.byRoot.get(root)?.agency === offered.own)
  if (!isOffered) say('records', 'Select records from the list')
  else if (roots.length + kinds.length === 0) say('records', 'Select at least one record, or a kind of record')
  if (!kinds.every(kind => offered.kinds.some(one => one.kind === kind))) say('kinds', 'Select kinds from the list')
  const until = dayIn(typed, 'until')
  if (until === null) say('until', 'The last day must be a real date')
  else if (until && until < today) say('until', 'The last day must be today or later')
  else if (until && until > addDays(today, 3660)) say('until', 'The last day must be within ten years')
  const why = readWhyShared(typed, { basis: undefined, bases: offered.bases, aboutFamily: true }, messages)
  if (messages.length > 0) return { messages }
  const untilAt = until ? { untilAt: londonDayEnd(until) } : {}
  return { decision: 'share', sharing: { ...why, ...untilAt, ...whom, roots, kinds } }
}

type Say = (field: string, text: string) => void

/** Whole agencies, and of a meeting its agencies or people of theirs. */
function whomIn(typed: Fields, offered: OpenShare, say: Say): Pick<Sharing, 'toAgencyIds' | 'toPostIds'> {
  const meeting = valueOf(typed, 'meeting')
  const met = offered.meetings.some(({ root }) => root === meeting)
  if (!isOfPeople(typed) || offered.meetings.length === 0) {
    if (met && valueOf(typed, 'meeting-whom') !== 'agencies')
      say('meeting-whom', 'Select whether you tell the agencies, or only the people who were there')
    return { toAgencyIds: agenciesIn(typed, offered, say) }
  }
  const ticked = tickedIn(typed, offered, say)
  if (!met) {
    say('meeting', 'Select the meeting at which they were')
    return { toAgencyIds: ticked }
  }
  const toPostIds = valuesOf(typed, 'people')
  const people = toPostIds.flatMap(id => offered.people.find(person => person.id === id) ?? [])
  if (toPostIds.length === 0) say('people', 'Select at least one of the people who were there')
  else if (people.length < toPostIds.length) say('people', 'Select people of this meeting from the list')
  const theirs = [...new Set(people.map(person => person.agencyId))]
  const both = offered.agencies.find(({ id }) => ticked.includes(id) && theirs.includes(id))
  if (both) say('agencies', `Select either the whole of ${both.name}, or people of it who were at the meeting`)
  return { toAgencyIds: [...new Set([...ticked, ...theirs])], toPostIds }
}

function agenciesIn(typed: Fields, offered: OpenShare, say: Say): string[] {
  const ticked = tickedIn(typed, offered, say)
  const meeting = valueOf(typed, 'meeting')
  const met = offered.meetings.find(one => one.root === meeting)
  if (meeting && !met) say('agencies', 'Select the meeting from the list')
  const all = [...new Set([...ticked, ...(met?.agencyIds ?? [])])]
  if (all.length === 0) say('agencies', 'Select at least one agency, or a meeting')
  return all
}

function tickedIn(typed: Fields, offered: OpenShare, say: Say): string[] {
  const ticked = valuesOf(typed, 'agencies')
  if (!ticked.every(id => offered.agencies.some(agency => agency.id === id)))
    say('agencies', 'Select agencies from the list')
  return ticked
}

/** A day of three fields: undefined where none is filled in, null where they are no day. */
function dayIn(typed: Fields, name: string): Day | null | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map(part => valueOf(typed, `${name}-${part}`))
  if (!day && !month && !year) return undefined
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(text) ? text : null
}
