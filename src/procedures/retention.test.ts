import { expect, test } from 'vitest'
import { derive } from '../engine/derive.ts'
import { caseKinds } from '../engine/procedure.ts'
import { keptUntil, linesAbout, monthsKept, retentionCategories, retentionSchedule } from '../guidance/retention.ts'
import { assessmentStarted } from './assessment.ts'
import { breakGlassUsed } from './break-glass.ts'
import { caseClosed, ownWorkEnded } from './closing.ts'
import { matterClosed } from './closing-matter.ts'
import { disposalDeclined, disposalProposed, retentionHoldPlaced, retentionHoldReleased } from './disposal.ts'
import { section47EnquiryStarted } from './enquiry-facts.ts'
import { type Draft, fact, given, policy } from './given.ts'
import { guidance } from './index.ts'
import { addressKnown, childBorn } from './people.ts'
import { referralReceived } from './referral.ts'
import { retentionOf, type WhoseCase } from './retention.ts'
import { partnersNamed } from './safeguarding-partners.ts'
import { subjectAccessReleased, subjectAccessRequested } from './subject-access-request.ts'

const keptAs =
  (whose: Partial<WhoseCase>) =>
  (...drafts: readonly Draft[]) => {
    const { kind = 'child', parties } = whose
    const about = { ...policy(), caseKind: kind, ...(parties ? { parties } : {}) }
    const derived = derive(given(drafts), Number.MAX_SAFE_INTEGER, about, guidance)
    return retentionOf(derived, { kind, authority: 'authority', ...whose }, guidance)
  }
const keptOf = keptAs({})
const born = fact(childBorn, '2001-02-14')
const referred = fact(referralReceived, '2014-05-06', { source: '1A' })
const closed = fact(caseClosed, '2014-06-10', { reason: 'RC7' })

test('an open case has no end, and neither has one that was worked on again', () => {
  expect(keptOf(born, referred)).toBeUndefined()
  const again = fact(referralReceived, '2015-01-09', { source: '1A' })
  expect(keptOf(born, referred, closed, again)).toBeUndefined()
  expect(keptOf(born, referred, closed, again, fact(caseClosed, '2015-02-03', { reason: 'RC7' }))).toMatchObject({
    closedOn: '2015-02-03',
  })
})

test('only the authority closes its case', () => {
  expect(
    keptOf(born, referred, fact(caseClosed, '2014-06-10', { reason: 'RC7' }, { agency: 'school' })),
  ).toBeUndefined()
})

test('where nothing followed it counts from the closing; where something happened since, from that', () => {
  expect(keptOf(born, referred, closed)).toMatchObject({
    category: 'contact',
    counts: 'closing',
    countsFrom: '2014-06-10',
    held: [],
    proposed: null,
  })
  expect(keptOf(born, referred, closed, fact(addressKnown, '2014-09-01'))).toMatchObject({ countsFrom: '2014-09-01' })
})

test('an assessment, and before it anything of child protection, decides; both count from the birth', () => {
  const assessed = fact(assessmentStarted, '2014-05-08')
  const enquired = fact(section47EnquiryStarted, '2014-05-12')
  const last = fact(caseClosed, '2014-06-10', { reason: 'RC7' })
  expect(keptOf(born, referred, assessed, last)).toMatchObject({ category: 'need', countsFrom: '2001-02-14' })
  expect(keptOf(born, referred, assessed, enquired, last)).toMatchObject({
    category: 'protection',
    countsFrom: '2001-02-14',
  })
  // Kept too long rather than too short where nobody knows how old the child is.
  expect(keptOf(referred, assessed, last)).toMatchObject({
    category: 'need',
    counts: 'closing',
    countsFrom: '2014-06-10',
  })
})

test('a hold stops it until somebody releases it, also after the day on which it was expected to end', () => {
  const hold = fact(retentionHoldPlaced, '2016-01-04', { ground: 'inquiry', until: '2016-12-30' })
  expect(keptOf(born, referred, closed, hold)).toMatchObject({ held: ['hold'], closedOn: '2014-06-10' })
  const released = fact(retentionHoldReleased, '2021-03-01', {}, { about: 'retention-hold-placed' })
  expect(keptOf(born, referred, closed, hold, released)).toMatchObject({ held: [] })
  expect(
    keptOf(born, referred, closed, hold, fact(retentionHoldPlaced, '2016-02-04', { ground: 'other' }), released),
  ).toMatchObject({ held: ['hold'] })
})

test('one agency does not release what another one holds back', () => {
  const hold = fact(retentionHoldPlaced, '2016-01-04', { ground: 'investigation' }, { agency: 'police' })
  const released = fact(retentionHoldReleased, '2021-03-01', {}, { about: 'retention-hold-placed' })
  expect(keptOf(born, referred, closed, hold, released)).toMatchObject({ held: ['hold'] })
})

test('a request for the record stops it until it is answered, and so does anything that is still owed', () => {
  const asked = fact(subjectAccessRequested, '2020-02-03', { requester: 'person', identity: 'known' })
  expect(keptOf(born, referred, closed, asked)).toMatchObject({ held: ['request'] })
  const given = fact(subjectAccessReleased, '2020-02-20', { extent: 'whole' }, { about: 'subject-access-requested' })
  expect(keptOf(born, referred, closed, asked, given)).toMatchObject({ held: [], closedOn: '2014-06-10' })
  const opened = fact(breakGlassUsed, '2020-03-03', { scope: 'whole' }, { at: '02:00' })
  expect(keptOf(born, referred, closed, opened)).toMatchObject({ held: ['owed'] })
})

test('the day is counted in calendar months, never before the closing, and is the area’s to set', () => {
  expect(keptUntil('2014-06-10', 72, '2014-06-10')).toBe('2020-06-10')
  expect(keptUntil('1996-02-29', 300, '2014-06-10')).toBe('2021-02-28')
  expect(keptUntil('1980-01-05', 288, '2014-06-10')).toBe('2014-06-10')
  expect(monthsKept('contact', {})).toEqual({ months: 72, isSet: false })
  expect(monthsKept('contact', { 'retain-contact': { kind: 'months', count: 120 } })).toEqual({
    months: 120,
    isSet: true,
  })
})

test('a proposal waits until it is declined, and may be made again', () => {
  const proposed = fact(disposalProposed, '2020-07-01', { category: 'contact' })
  const declined = fact(disposalDeclined, '2020-07-02', {}, { about: 'disposal-proposed' })
  expect(keptOf(born, referred, closed, proposed)).toMatchObject({ proposed: 'disposal-proposed', held: [] })
  expect(keptOf(born, referred, closed, proposed, declined)).toMatchObject({ proposed: null })
  const again = fact(disposalProposed, '2020-08-03', { category: 'contact' })
  expect(keptOf(born, referred, closed, proposed, declined, again)).toMatchObject({ proposed: 'disposal-proposed 2' })
})

test('each kind of case has lines of its own, and what is no child’s file stands under none of a child’s', () => {
  for (const category of retentionCategories) expect(caseKinds).toContain(retentionSchedule[category].kind)
  const ended = fact(matterClosed, '2020-06-10')
  for (const kind of caseKinds.filter(one => one !== 'child')) {
    const [line] = linesAbout(kind)
    const kept = keptAs({ kind })(ended)
    expect([kind, kept]).toEqual([kind, expect.objectContaining({ category: line, countsFrom: '2020-06-10' })])
  }
})

test('a national review is kept for twenty years after its closing, local arrangements for ten, unless the area says otherwise', () => {
  const ended = fact(matterClosed, '2006-02-28')
  for (const [kind, until, key] of [
    ['national-review', '2026-02-28', 'retain-national-review'],
    ['arrangements', '2016-02-28', 'retain-arrangements'],
  ] as const) {
    const kept = keptAs({ kind })(ended)
    const category = kept?.category ?? 'own'
    expect([kept?.counts, kept?.held]).toEqual(['closing', []])
    expect(keptUntil('2006-02-28', monthsKept(category, {}).months, '2006-02-28')).toBe(until)
    expect(monthsKept(category, { [key]: { kind: 'months', count: 60 } })).toEqual({ months: 60, isSet: true })
    expect(retentionSchedule[category].because).toContain('A starting point, not a rule of law')
  }
})

test('local arrangements that were worked on again have no end until they are closed again', () => {
  const ended = fact(matterClosed, '2006-02-28')
  const named = fact(partnersNamed, '2006-05-02')
  expect(keptAs({ kind: 'arrangements' })(ended, named)).toBeUndefined()
  expect(keptAs({ kind: 'arrangements' })(ended, named, fact(matterClosed, '2007-01-31'))).toMatchObject({
    closedOn: '2007-01-31',
  })
})

test('a matter is closed by whoever works on it together, and by nobody else', () => {
  const ended = fact(matterClosed, '2020-06-10', {}, { agency: 'partnership' })
  expect(keptAs({ kind: 'incident' })(ended)).toBeUndefined()
  expect(keptAs({ kind: 'incident', parties: new Map([['partnership', 0]]) })(ended)).toMatchObject({
    category: 'incident',
  })
})

test('what an agency holds alone ends when its own work ended; what others know of or recorded in is the authority’s to close', () => {
  const bySchool = { agency: 'school' }
  const bornThere = fact(childBorn, '2001-02-14', {}, bySchool)
  const ended = fact(ownWorkEnded, '2014-07-18', { why: 'left' }, bySchool)
  expect(keptAs({ alone: 'school' })(bornThere, ended)).toMatchObject({
    category: 'own',
    counts: 'birth',
    countsFrom: '2001-02-14',
    closedOn: '2014-07-18',
  })
  expect(keptAs({ alone: 'school' })(bornThere)).toBeUndefined()
  expect(keptOf(bornThere, ended)).toBeUndefined()
  expect(keptAs({ alone: 'authority' })(bornThere, fact(ownWorkEnded, '2014-07-18'))).toBeUndefined()
})
