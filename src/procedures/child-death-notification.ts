/** Everyone who must hear of a child’s death does: the review partners first, then all who knew the child; nobody assumes another has told. */
import { duty } from '../engine/duty.ts'
import { dataOf, fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { calendarDays, hours, promptly, toWorkingDay, workingDays } from '../guidance/limits.ts'
import { act, cdr2018, wt2018 } from '../guidance/sources.ts'
import { childDied } from './people.ts'
import { promptFor } from './prompt-for.ts'

export const deathNotified = fact('child-death-notified', {
  label: 'Child’s death notified to the review partners',
  happenedOn: 'When the form was sent',
  time: 'asked',
  about: [childDied.kind],
  fields: {
    lived: choice(
      'Where the child normally lived',
      { here: 'In this area', elsewhere: 'In another area of England', abroad: 'Outside England' },
      optional,
    ),
    expected: choice(
      'Was the death expected?',
      { yes: 'Expected', no: 'Not expected', unknown: 'Not known' },
      optional,
    ),
    notifier: words('Who notifies', optional),
    circumstances: narrative('What is known of how the child died', optional),
    network: narrative('Who knew the child: practitioners, school, services', optional),
  },
})

export const notificationAnswered = fact('child-death-notification-answered', {
  label: 'Notification of the death dealt with',
  happenedOn: 'Day on which the office decided',
  about: [deathNotified.kind],
  fields: {
    decision: choice('What was decided', {
      accepted: 'Accepted for review here',
      duplicate: 'The same death was notified already',
      'out-of-scope': 'Not for review here',
      passed: 'Passed to another area',
    }),
    reasons: narrative('Why', optional),
  },
})

export const networkTold = fact('network-told-of-death', {
  label: 'Those who knew the child told of the death',
  happenedOn: 'Day on which they were told',
  about: [deathNotified.kind],
  fields: {
    told: choices('Who was told', {
      doctor: 'Designated doctor',
      coroner: 'Coroner',
      police: 'Police',
      'health-records': 'Child health information system',
      gp: 'GP',
      nurse: 'Health visitor or school nurse',
      school: 'School or college',
      'social-care': 'Children’s social care',
      programmes: 'National programmes',
    }),
  },
})

export const residenceTold = fact('other-area-told-of-death', {
  label: 'The other area told of the death',
  happenedOn: 'Day on which it was told',
  about: [deathNotified.kind],
  fields: { area: words('Which area', optional) },
})

export const coronerDecided = fact('coroner-decided', {
  label: 'Coroner decided to investigate',
  happenedOn: 'Day of the coroner’s decision',
  fields: {
    what: choices('What was decided', { investigate: 'To investigate', 'post-mortem': 'A post-mortem' }, optional),
  },
})

export const deathRegistered = fact('death-registered', {
  label: 'Death registered',
  happenedOn: 'Day of the registration, correction or certificate',
  fields: {
    what: choice('What it was', {
      registration: 'Registration',
      correction: 'Correction of the register',
      'no-liability': 'Certificate that there is nothing to register',
    }),
  },
})

export const coronerTold = fact('coroner-told-review-partners', {
  label: 'Coroner told the review partners',
  happenedOn: 'Day on which they were told',
  about: [coronerDecided.kind],
  fields: {},
})

export const registrarTold = fact('registrar-told-review-partners', {
  label: 'Registrar told the review partners',
  happenedOn: 'Day on which they were told',
  about: [deathRegistered.kind],
  fields: {},
})

export const preventionReportMade = fact('prevention-report-made', {
  label: 'Coroner made a report to prevent future deaths',
  happenedOn: 'Day of the report',
  fields: { toWhom: words('To whom', optional) },
})

export const preventionReportReceived = fact('prevention-report-received', {
  label: 'Report to prevent future deaths received',
  happenedOn: 'Day on which it came',
  about: [preventionReportMade.kind],
  fields: {},
})

export const abuseSuspected = fact('abuse-suspected-in-death', {
  label: 'Abuse or neglect suspected in the death',
  happenedOn: 'When it was suspected',
  time: 'asked',
  fields: {
    others: yesNo('Are there other children who may be in danger?', optional),
    what: narrative('What points to it'),
  },
})

export const suspicionTold = fact('suspicion-in-death-told', {
  label: 'Partners and Panel told of the suspicion',
  happenedOn: 'When they were told',
  time: 'asked',
  about: [abuseSuspected.kind],
  fields: {
    told: choices('Who was told', {
      partners: 'Safeguarding partners',
      panel: 'The Panel',
      'social-care': 'Children’s social care, for other children',
    }),
  },
})

const others = "chapter 5, 'Duties of other people and bodies'"
const notification = 'chapter 2, notification'
const partners = { by: 'child-death-review-partners' } as const

// T5C-NOT-01. Where the hours end while the office is closed, the next working day is in time. 48 hours are local practice.
export const notifyDeath = duty({
  id: 'notify-child-death',
  who: 'Anyone who knows of it; as a rule the clinician who confirmed the death',
  by: 'owner',
  must: 'Notify the child death review partners of the death',
  arisesFrom: childDied,
  dischargedBy: [deathNotified],
  reach: 'case',
  cites: ['WT18-5.5-01', 'T5C-NOT-01'],
  editions: [
    { edition: 'cdr2018', within: toWorkingDay(hours(24)), force: 'should', source: cdr2018.at(notification) },
  ],
})

export const tellNetwork = duty({
  ...partners,
  id: 'tell-network-of-death',
  who: 'Child death review office',
  must: 'Tell all who knew the child, so that nobody rings the family as if nothing had happened',
  arisesFrom: deathNotified,
  dischargedBy: [networkTold],
  cites: ['WT18-5.5-02'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at('chapter 5') }],
})

export const tellOtherArea = duty({
  ...partners,
  id: 'tell-other-area-of-death',
  who: 'Child death review office',
  must: 'Tell the area in which the child lived',
  arisesFrom: deathNotified,
  when: ({ data }) => data.lived === 'elsewhere',
  dischargedBy: [residenceTold],
  cites: ['WT18-5.5-03'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at('chapter 5') }],
})

// T5-COR-01, regulation 24 of the Coroners (Investigations) Regulations 2013. The office keeps the coroner's clock.
export const tellOfCoronersDecision = duty({
  ...partners,
  id: 'tell-review-partners-of-coroners-decision',
  who: 'Coroner',
  must: 'Tell the review partners of the decision to investigate or to have a post-mortem',
  arisesFrom: coronerDecided,
  dischargedBy: [coronerTold],
  cites: ['WT18-5.3-01', 'T5-COR-01'],
  editions: [{ edition: 'wt2018', within: workingDays(3), force: 'must', source: wt2018.at(others) }],
})

// T5-REG-01, Children and Young Persons Act 2008 s31(7): seven days beginning with the day after.
export const tellOfRegistration = duty({
  ...partners,
  id: 'tell-review-partners-of-registration',
  who: 'Registrar of births and deaths',
  must: 'Tell the review partners of the registration, correction or certificate',
  arisesFrom: deathRegistered,
  dischargedBy: [registrarTold],
  cites: ['WT18-5.3-02', 'T5-REG-01'],
  editions: [
    {
      edition: 'wt2018',
      within: calendarDays(7),
      force: 'must',
      source: wt2018.at(`${others}; Children and Young Persons Act 2008, section 31`, { confirmed: true }),
    },
  ],
})

export const sendPreventionReport = duty({
  ...partners,
  id: 'send-prevention-report',
  who: 'Coroner',
  must: 'Send the report to prevent future deaths to the review partners',
  arisesFrom: preventionReportMade,
  dischargedBy: [preventionReportReceived],
  cites: ['WT18-5.3-05'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: act('Coroners (Investigations) Regulations 2013', 'regulation 28', { confirmed: true }),
    },
  ],
})

// T5-SAF-01. From here the authority's five working days to notify the Panel run as soon as it knows.
export const tellOfSuspicion = duty({
  id: 'tell-of-suspected-abuse-in-death',
  who: 'Paediatrician, designated doctor or panel',
  by: 'owner',
  must: 'Tell the safeguarding partners and the Panel that abuse or neglect is suspected',
  arisesFrom: abuseSuspected,
  dischargedBy: [suspicionTold],
  dischargedWhen: told => {
    const who = dataOf(suspicionTold, told)?.told ?? []
    return who.includes('partners') && who.includes('panel')
  },
  cites: ['WT18-5.9-03', 'WT18-5.6-04', 'T5-SAF-01'],
  editions: [{ edition: 'wt2018', within: promptly('immediately'), force: 'should', source: wt2018.at('chapter 5') }],
})

export const childDeathNotification = procedure({
  id: 'child-death-notification',
  label: 'Notifying a child’s death',
  section: '5.5',
  caseKind: 'child-death',
  leads: 'Whoever knows of the death; the child death review office',
  takesPart: 'Coroner, registrar, medical examiner, everybody who knew the child',
  opensWith: [turn(deathNotified)],
  closesWith: [turn(notificationAnswered)],
  facts: [
    deathNotified,
    notificationAnswered,
    networkTold,
    residenceTold,
    coronerDecided,
    coronerTold,
    deathRegistered,
    registrarTold,
    preventionReportMade,
    preventionReportReceived,
    abuseSuspected,
    suspicionTold,
  ],
  duties: [
    notifyDeath,
    tellNetwork,
    tellOtherArea,
    tellOfCoronersDecision,
    tellOfRegistration,
    sendPreventionReport,
    tellOfSuspicion,
  ],
  prompts: [
    promptFor(
      'WT18-5.3-03',
      deathRegistered,
      'Where a medical examiner is in place, deaths that no coroner looks into are known there.',
      others,
    ),
    promptFor(
      'WT18-5.3-04',
      deathNotified,
      'Every agency and practitioner who knew the child works with the review.',
      others,
    ),
  ],
})
