/** A child must be safe now. Powers that last hours or days, to the minute; other children thought of; and a discussion as soon as one can be held. */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, count, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { calendarDays, hours, promptly } from '../guidance/limits.ts'
import { act, wt2018 } from '../guidance/sources.ts'
import { section47EnquiryStarted } from './enquiry-facts.ts'
import { promptFor } from './prompt-for.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

export const emergencyActionTaken = fact('emergency-action-taken', {
  label: 'Emergency action taken',
  happenedOn: 'When it was taken',
  time: 'asked',
  fields: {
    how: choice('How', {
      'police-protection': 'Police protection',
      order: 'Emergency protection order',
      agreed: 'The parents agreed',
      'abuser-left': 'Whoever was the danger left',
      other: 'Otherwise',
    }),
    alone: yesNo('Did one agency act alone, without a strategy discussion before?', optional),
    elsewhere: choice(
      'Does another authority look after the child or hold a plan?',
      { no: 'No', yes: 'Yes', unknown: 'Not known' },
      optional,
    ),
    decidedBy: words('Who decided', optional),
    place: words('Where the child is now', optional),
    reasons: narrative('What the danger was, and legal advice', optional),
  },
})

export const otherChildrenConsidered = fact('other-children-considered', {
  label: 'Other children considered',
  happenedOn: 'Day on which they were thought of',
  about: [emergencyActionTaken.kind],
  fields: {
    where: choices(
      'Where',
      { household: 'In the household', abuser: 'In the household of whoever was the danger', elsewhere: 'Elsewhere' },
      optional,
    ),
    children: count('How many', 'children', optional),
    decision: narrative('What was decided for each', optional),
  },
})

export const policeProtectionBegan = fact('police-protection-began', {
  label: 'Child taken into police protection',
  happenedOn: 'The moment it began: 72 hours count from here',
  time: 'asked',
  about: [emergencyActionTaken.kind],
  fields: {
    officer: words('Constable, and designated officer', optional),
    place: words('Where to', optional),
    whyNoOrder: narrative('Why there was no time for an emergency protection order', optional),
  },
})

export const policeProtectionEnded = fact('police-protection-ended', {
  label: 'Police protection ended',
  happenedOn: 'When it ended',
  time: 'asked',
  about: [policeProtectionBegan.kind],
  fields: {
    how: choice(
      'How',
      { released: 'The child was released', order: 'By an order', agreed: 'The parents agreed to another place' },
      optional,
    ),
  },
})

export const protectionOrderMade = fact('emergency-protection-order-made', {
  label: 'Emergency protection order made',
  happenedOn: 'Day on which the court made it',
  time: 'asked',
  about: [emergencyActionTaken.kind],
  fields: { days: count('For how many days', 'days', optional), court: words('Court and number', optional) },
})

export const protectionOrderExtended = fact('emergency-protection-order-extended', {
  label: 'Emergency protection order extended',
  happenedOn: 'Day on which the first order would have ended: the extension counts from here',
  about: [protectionOrderMade.kind],
  fields: { days: count('By how many days', 'days', optional) },
})

export const protectionOrderEnded = fact('emergency-protection-order-ended', {
  label: 'Emergency protection order ended',
  happenedOn: 'Day on which it ended',
  about: [protectionOrderExtended.kind, protectionOrderMade.kind],
  fields: {
    how: choice(
      'What follows',
      { home: 'The child is at home', order: 'Another order', agreed: 'Accommodation by agreement' },
      optional,
    ),
  },
})

export const otherAuthorityConsulted = fact('other-authority-consulted', {
  label: 'Other authority consulted',
  happenedOn: 'When it was asked',
  time: 'asked',
  about: [emergencyActionTaken.kind],
  fields: {
    accepts: choice(
      'Does it take over?',
      { written: 'Yes, in writing', said: 'It said so, and has not written it', no: 'No' },
      optional,
    ),
    who: words('Who answered', optional),
  },
})

export const seenInEmergency = fact('child-seen-in-emergency', {
  label: 'Child seen by the agency that acted',
  happenedOn: 'When the child was seen',
  time: 'asked',
  about: [emergencyActionTaken.kind],
  fields: { what: narrative('What the child said and how the child was', optional) },
})

const protecting = "chapter 1, 'Immediate protection' and Flow chart 2 (D20 p.37)"
const acting = { by: 'owner', who: 'The agency that acted', arisesFrom: emergencyActionTaken } as const

export const considerOtherChildren = duty({
  ...acting,
  id: 'consider-other-children',
  must: 'Consider other children in the household, in that of whoever is the danger, and elsewhere',
  dischargedBy: [otherChildrenConsidered],
  cites: ['WT18-1.7-02'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(protecting, { confirmed: true }) },
  ],
})

export const seeChildInEmergency = duty({
  ...acting,
  id: 'see-child-in-emergency',
  must: 'See the child, to decide how best to protect',
  dischargedBy: [seenInEmergency],
  cites: ['WT18-1.7-07'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(protecting, { confirmed: true }) },
  ],
})

// T1-IP-01.
export const discussAfterActingAlone = duty({
  ...acting,
  who: 'The agency that acted, with children’s social care',
  id: 'discuss-after-acting-alone',
  must: 'Discuss it in a strategy discussion as soon as possible after acting alone',
  when: ({ data }) => data.alone === true,
  dischargedBy: [strategyDiscussionHeld],
  reach: 'case',
  cites: ['WT18-1.7-03', 'T1-IP-01'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('as soon as possible'),
      force: 'should',
      source: wt2018.at(protecting, { confirmed: true }),
    },
  ],
})

export const followEmergency = duty({
  who: 'Local authority children’s social care',
  by: 'authority',
  id: 'follow-emergency-with-enquiries',
  must: 'Follow it quickly with section 47 enquiries and an assessment',
  arisesFrom: emergencyActionTaken,
  dischargedBy: [section47EnquiryStarted, strategyDiscussionHeld],
  reach: 'case',
  cites: ['WT18-1.7-08'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(protecting, { confirmed: true }) },
  ],
})

// The authority where the child is found acts first, and is relieved only by a written word.
export const consultOtherAuthority = duty({
  ...acting,
  who: 'The authority where the child is found',
  id: 'consult-other-authority',
  must: 'Consult the authority that looks after the child or holds a plan; act until it takes over in writing',
  when: ({ data }) => data.elsewhere === 'yes',
  dischargedBy: [otherAuthorityConsulted],
  cites: ['WT18-1.7-05'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(protecting, { confirmed: true }) },
  ],
})

// T1-IP-02: elapsed hours, whatever the clocks do. The power ends by law; the child must then be free or held on another basis.
// The specification has the police answer for it. The record names the constable in words, which no rule reads, an area may have several
// forces, and an agency owes nothing of which it was not told: so the clock stands with whoever recorded it. Police who do keep their own.
export const endPoliceProtection = duty({
  id: 'end-police-protection',
  who: 'Police, designated officer',
  by: 'owner',
  must: 'End police protection within 72 hours: release, or another legal basis that is there by then',
  arisesFrom: policeProtectionBegan,
  dischargedBy: [policeProtectionEnded, protectionOrderMade],
  reach: 'case',
  cites: ['T1-IP-02'],
  editions: [
    {
      edition: 'wt2018',
      within: hours(72),
      force: 'must',
      source: act('Children Act 1989', 'section 46(6)', { confirmed: true }),
    },
  ],
})

// T1-IP-03. The day of making is counted as day 0: whether the eight days include it is not said in any source seen.
export const endProtectionOrder = duty({
  id: 'end-emergency-protection-order',
  who: 'Local authority, or whoever applied',
  by: 'owner',
  must: 'End the order, extend it or have another in place, within the days that the court set, eight at most',
  arisesFrom: protectionOrderMade,
  cutTo: ({ data }) => data.days,
  dischargedBy: [protectionOrderEnded, protectionOrderExtended],
  cites: ['T1-IP-03'],
  editions: [
    { edition: 'wt2018', within: calendarDays(8), force: 'must', source: act('Children Act 1989', 'section 45(1)') },
  ],
})

/** Nothing counts beyond the first extension: there is no second. */
function isFirst(extended: Statement, line: Line): boolean {
  return line.first(protectionOrderExtended)?.root === extended.root
}

// T1-IP-04.
export const endExtendedOrder = duty({
  id: 'end-extended-protection-order',
  who: 'Local authority, or whoever applied',
  by: 'owner',
  must: 'End the extended order, or have another in place, within the days that the court set, seven at most: it is extended once',
  arisesFrom: protectionOrderExtended,
  cutTo: ({ data }) => data.days,
  when: (extended, line) => isFirst(extended as unknown as Statement, line),
  reads: [protectionOrderExtended],
  dischargedBy: [protectionOrderEnded],
  cites: ['T1-IP-04'],
  editions: [
    {
      edition: 'wt2018',
      within: calendarDays(7),
      force: 'must',
      source: act('Children Act 1989', 'section 45(5)-(6)'),
    },
  ],
})

export const immediateProtection = procedure({
  id: 'immediate-protection',
  label: 'Immediate protection',
  section: '1.7',
  caseKind: 'child',
  leads: 'An agency with powers to protect: local authority, police or NSPCC',
  takesPart: 'Legal services, health, others by way of a strategy discussion',
  opensWith: [turn(emergencyActionTaken), turn(policeProtectionBegan), turn(protectionOrderMade)],
  closesWith: [turn(policeProtectionEnded), turn(protectionOrderEnded), turn(strategyDiscussionHeld)],
  facts: [
    emergencyActionTaken,
    seenInEmergency,
    otherChildrenConsidered,
    otherAuthorityConsulted,
    policeProtectionBegan,
    policeProtectionEnded,
    protectionOrderMade,
    protectionOrderExtended,
    protectionOrderEnded,
  ],
  duties: [
    considerOtherChildren,
    seeChildInEmergency,
    discussAfterActingAlone,
    followEmergency,
    consultOtherAuthority,
    endPoliceProtection,
    endProtectionOrder,
    endExtendedOrder,
  ],
  prompts: [
    promptFor(
      'WT18-1.7-01',
      emergencyActionTaken,
      'Whoever has the power acts at once: the child’s safety comes before the form.',
      protecting,
    ),
    promptFor(
      'WT18-1.7-06',
      emergencyActionTaken,
      'Ask for legal advice first where you can. It does not hold up what is urgent.',
      protecting,
    ),
    promptFor(
      'WT18-1.7-04',
      policeProtectionBegan,
      'A court order comes first wherever it can be had. Police protection is for when it cannot: say why.',
      'chapter 1, with Children Act 1989 s44 and s46',
    ),
    promptFor(
      'WT18-1.7-09',
      seenInEmergency,
      'What parents are told is decided in the strategy discussion.',
      protecting,
    ),
  ],
})
