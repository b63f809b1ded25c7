/**
 * Somebody asks for the record about themselves, or for their child’s. It is law beside the guidance: each agency answers for what
 * it recorded, within a month, or within three where that was told in time. The request needs no form and no particular words.
 */
import { duty, type Line, prompt } from '../engine/duty.ts'
import { fact, type Happened, type Statement } from '../engine/fact.ts'
import { choice, narrative, optional, words } from '../engine/field.ts'
import { caseKinds, procedure, turn } from '../engine/procedure.ts'
import { CalendarEnds } from '../guidance/bank-holidays.ts'
import { addMonths, type Day } from '../guidance/days.ts'
import { dueRange, months, toWorkingDay } from '../guidance/limits.ts'
import { act } from '../guidance/sources.ts'

export const subjectAccessRequested = fact('subject-access-requested', {
  label: 'Access to the record asked for',
  happenedOn: 'Day on which the request reached us',
  fields: {
    requester: choice('Who asks', {
      person: { label: 'The person themself', hint: 'At any age at which they understand what they ask for' },
      parent: 'A parent, for a child',
      representative: 'Somebody else who may act for the person',
    }),
    identity: choice('Certain who asks', {
      known: 'Yes',
      asked: { label: 'No: proof was asked for', hint: 'The clock runs from the day it is certain' },
    }),
    name: words('Name of whoever asks', optional),
    wanted: narrative('What they ask for, in their words', optional),
  },
})

export const subjectAccessIdentityConfirmed = fact('subject-access-identity-confirmed', {
  label: 'Certain who asks for the record',
  happenedOn: 'Day on which the proof reached us',
  about: [subjectAccessRequested.kind],
  fields: { how: words('How', optional) },
})

export const subjectAccessClarified = fact('subject-access-clarified', {
  label: 'Request for the record made clearer',
  happenedOn: 'Day on which they answered',
  about: [subjectAccessRequested.kind],
  fields: { wanted: narrative('What they ask for now, in their words', optional) },
})

export const subjectAccessExtended = fact('subject-access-extended', {
  label: 'More time needed for a request for the record',
  happenedOn: 'Day on which it was decided',
  about: [subjectAccessRequested.kind],
  fields: {
    ground: choice('Why', { complex: 'The request is complex', many: 'The same person made several requests' }),
    reasons: narrative('What makes it so', optional),
  },
})

export const subjectAccessExtensionTold = fact('subject-access-extension-told', {
  label: 'Told that a request for the record takes longer, and why',
  happenedOn: 'Day on which they were told',
  about: [subjectAccessExtended.kind],
  fields: { said: narrative('What they were told', optional) },
})

export const subjectAccessReleased = fact('subject-access-released', {
  label: 'Record given to whoever asked for it',
  happenedOn: 'Day on which it was given',
  about: [subjectAccessRequested.kind],
  fields: {
    extent: choice('What was given', { whole: 'All of it', part: 'Part of it, with reasons for the rest' }),
    giving: choice(
      'How',
      { hand: 'In person', post: 'By post', electronic: 'Electronically, protected', other: 'Another way' },
      optional,
    ),
    document: words('Fingerprint of the document (SHA-256)', { ...optional, longest: 64 }),
    decisions: words('Fingerprint of the decisions (SHA-256)', { ...optional, longest: 64 }),
  },
})

export const subjectAccessRefused = fact('subject-access-refused', {
  label: 'Request for the record refused',
  happenedOn: 'Day on which they were told',
  about: [subjectAccessRequested.kind],
  fields: {
    ground: choice('Why', {
      'not-entitled': 'Whoever asks may not act for the person',
      identity: 'It stayed uncertain who asks',
      unfounded: 'Manifestly unfounded',
      excessive: 'Manifestly excessive',
      exempt: 'Everything held is exempt',
      'nothing-held': 'Nothing is held',
    }),
    reasons: narrative('Reasons, as they were told, with how to complain'),
  },
})

type Request = Statement<typeof subjectAccessRequested.fields>

const gdpr = 'UK General Data Protection Regulation'
const month = toWorkingDay(months(1))
const threeMonths = toWorkingDay(months(3))

/** From when the time runs: the request, or the proof of who asks where that was needed; nothing while it is awaited. */
function clockOf(request: Request, line: Line): Statement | undefined {
  if (request.data.identity !== 'asked') return request as Statement
  const proof = line.first(subjectAccessIdentityConfirmed, one => one.about === request.root)
  if (!proof) return undefined
  return (proof.happened.from < request.happened.from ? request : proof) as Statement
}

/** Whether they were told within the first month that it takes longer: only then does it. */
function isExtended(request: Request, line: Line): boolean {
  const clock = clockOf(request, line)
  if (!clock) return false
  const last = lastDay(clock.happened)
  return line.all(subjectAccessExtensionTold).some(told => line.continues(told, request) && told.happened.to <= last)
}

/** Beyond the known bank holidays the month is as long as it is. */
function lastDay({ from, to }: Happened): Day {
  try {
    return dueRange(month, { from, to }).latest ?? to
  } catch (error) {
    if (error instanceof CalendarEnds) return addMonths(to, 1)
    throw error
  }
}

const answering = {
  who: 'Each agency that was asked',
  by: 'owner',
  arisesFrom: subjectAccessRequested,
  countsFrom: clockOf,
  reads: [subjectAccessIdentityConfirmed, subjectAccessExtended, subjectAccessExtensionTold],
  dischargedBy: [subjectAccessReleased, subjectAccessRefused],
  dischargedWhen: (answer: Statement, request: Request) => answer.about === request.root,
  onlyOwn: true,
  outlivesClosing: true,
  outlivesChildhood: true,
  // No requirement of the guidance: the sources are Acts.
  cites: [],
} as const

export const answerSubjectAccessRequest = duty({
  ...answering,
  id: 'answer-subject-access-request',
  must: 'Answer the request for the record',
  when: (request, line) => !isExtended(request, line),
  editions: [{ edition: 'wt2018', within: month, force: 'must', source: act(gdpr, 'Article 12(3)') }],
})

export const answerExtendedSubjectAccessRequest = duty({
  ...answering,
  id: 'answer-extended-subject-access-request',
  must: 'Answer the request for the record, for which more time was taken',
  when: isExtended,
  editions: [{ edition: 'wt2018', within: threeMonths, force: 'must', source: act(gdpr, 'Article 12(3)') }],
})

export const tellOfExtension = duty({
  id: 'tell-of-extension',
  who: 'The agency that takes more time',
  by: 'owner',
  must: 'Tell whoever asked for the record that it takes longer, and why',
  arisesFrom: subjectAccessExtended,
  countsFrom: (extended, line) => {
    const request = line.first(subjectAccessRequested, one => one.root === extended.about)
    return request && clockOf(request, line)
  },
  reads: [subjectAccessRequested, subjectAccessIdentityConfirmed],
  dischargedBy: [subjectAccessExtensionTold],
  dischargedWhen: (told, extended) => told.about === extended.root,
  onlyOwn: true,
  outlivesClosing: true,
  outlivesChildhood: true,
  cites: [],
  editions: [{ edition: 'wt2018', within: month, force: 'must', source: act(gdpr, 'Article 12(3)') }],
})

export const subjectAccessRequest = procedure({
  id: 'subject-access-request',
  label: 'Request for one’s own record',
  section: '0',
  caseKind: caseKinds,
  leads: 'Privacy officer of the agency that was asked',
  takesPart: 'Whoever recorded, and other agencies whose words stand in the record',
  opensWith: [turn(subjectAccessRequested)],
  closesWith: [turn(subjectAccessReleased), turn(subjectAccessRefused)],
  facts: [
    subjectAccessRequested,
    subjectAccessIdentityConfirmed,
    subjectAccessClarified,
    subjectAccessExtended,
    subjectAccessExtensionTold,
    subjectAccessReleased,
    subjectAccessRefused,
  ],
  duties: [answerSubjectAccessRequest, answerExtendedSubjectAccessRequest, tellOfExtension],
  prompts: [
    prompt({
      id: 'access-request-in-any-words',
      at: subjectAccessRequested,
      says: 'Whoever was asked, in whatever words, by mouth or in writing: it is a request, and the time runs from that day.',
      force: 'note',
      source: act(gdpr, 'Articles 12 and 15'),
      cites: [],
    }),
    prompt({
      id: 'access-request-clarifying',
      at: subjectAccessClarified,
      says: 'The time goes on here while you wait for an answer. Newer law may let the waiting not count: the earlier day is kept.',
      force: 'note',
      source: act('Data (Use and Access) Act 2025', 'section 76'),
      cites: [],
    }),
    prompt({
      id: 'access-request-extension',
      at: subjectAccessExtended,
      says: 'Two further months, and only where the person is told so, with the reason, within the first one.',
      force: 'must',
      source: act(gdpr, 'Article 12(3)'),
      cites: [],
    }),
  ],
})
