/**
 * A child has died or been seriously harmed, and abuse or neglect is known or suspected. The law has the authority tell the Panel;
 * the guidance says within which days. The day on which the authority learnt of it starts the clock, not the day it happened.
 */
import { duty } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, day, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly, workingDays } from '../guidance/limits.ts'
import { wt2018, wt2023 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const incidentNoticed = fact('incident-noticed', {
  label: 'Incident noticed that may call for a review',
  happenedOn: 'Day on which the agency learnt of it',
  time: 'asked',
  cites: ['WT18-4.1-07'],
  fields: {
    incidentOn: day('Day of the incident', optional),
    what: narrative('What is known to have happened'),
  },
})

export const incidentKnown = fact('incident-known', {
  label: 'Serious incident known to the local authority',
  // Since shape 2 it asks who looked after a looked-after child.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day on which the authority learnt of it: the days count from here',
  time: 'asked',
  fields: {
    abuse: choice('Abuse or neglect', {
      known: 'Known',
      suspected: 'Suspected',
      neither: 'Neither known nor suspected',
    }),
    harm: choice('What happened to the child', {
      died: 'The child died',
      'seriously-harmed': 'The child was seriously harmed',
      neither: 'Neither',
    }),
    where: choice(
      'Where it happened',
      {
        here: 'In this area',
        abroad: 'Outside England, and the child normally lives in this area',
        'another-area': 'In another area of England',
      },
      optional,
    ),
    under18: choice('Age', { yes: 'Under 18', no: '18 or over', unknown: 'Not known yet' }, optional),
    status: choices(
      'What the child was to the authority',
      {
        'looked-after': 'Looked after',
        'on-a-plan': 'On a child protection plan',
        'in-need': 'A child in need',
        'care-leaver': 'A care leaver, up to and including 24',
        none: 'Not known before',
      },
      optional,
    ),
    placedBy: choice(
      'If looked after: by whom',
      { here: 'By this authority', another: 'By another authority, which placed the child here' },
      optional,
    ),
    incidentOn: day('Day of the incident, where it was another one', optional),
    setting: words('Where the child was: home, school, hospital, custody …', optional),
    what: narrative('What happened, as far as it is known', optional),
    others: narrative('Other children, and whether they are safe', optional),
  },
})

export const notificationDecided = fact('incident-notification-decided', {
  label: 'Decided whether the incident is notified',
  happenedOn: 'Day of the decision',
  about: [incidentKnown.kind],
  fields: {
    decision: choice('What was decided', {
      notify: 'Notify the Panel',
      'not-notifiable': 'It does not meet the test of section 16C',
      later: 'Not now: again when more is known',
    }),
    reasons: narrative('Why, and what the partners think'),
  },
})

export const panelNotified = fact('panel-notified-of-incident', {
  label: 'Panel notified of the incident',
  happenedOn: 'Day on which the notification was sent',
  about: [incidentKnown.kind],
  fields: { number: words('Reference of the notification', optional), late: narrative('If late: why', optional) },
})

export const partnersTold = fact('partners-told-of-incident', {
  label: 'Safeguarding partners told of the incident',
  happenedOn: 'Day on which they were told',
  about: [incidentKnown.kind, incidentNoticed.kind],
  fields: { others: words('Partners of other areas who were told as well', optional) },
})

export const deathNotified = fact('death-notified-to-secretary-of-state', {
  label: 'Secretary of State and Ofsted notified of a death in care',
  happenedOn: 'Day on which both were told',
  about: [incidentKnown.kind],
  fields: { number: words('Reference', optional) },
})

export const placingAuthorityTold = fact('placing-authority-told-of-death', {
  label: 'Authority that looked after the child told of the death',
  happenedOn: 'Day on which it was told',
  about: [incidentKnown.kind],
  fields: { authority: words('Which authority', optional) },
})

const notifying =
  "chapter 4, 'Duty on local authorities to notify incidents to the Child Safeguarding Practice Review Panel'"
const law = `${notifying}; Children Act 2004, section 16C(1)`

type Known = Statement<typeof incidentKnown.fields>

/** The test of section 16C(1), for somebody who is not known to have been an adult. */
export function meetsTest({ data }: Known): boolean {
  const isAbuse = data.abuse === 'known' || data.abuse === 'suspected'
  const isHarm = data.harm === 'died' || data.harm === 'seriously-harmed'
  return isAbuse && isHarm && data.where !== 'another-area' && data.under18 !== 'no'
}

function isDeathInCare({ data }: Known): boolean {
  return data.harm === 'died' && (data.status?.includes('looked-after') ?? false) && data.under18 !== 'no'
}

const notify = {
  who: 'Local authority',
  by: 'authority',
  must: 'Notify the Panel of the incident',
  arisesFrom: incidentKnown,
  when: meetsTest,
  dischargedBy: [panelNotified],
  lapsesOn: [notificationDecided],
  lapsesWhen: (fact: Statement) => dataOf(notificationDecided, fact)?.decision === 'not-notifiable',
} as const

// Section 16C(1): owed until it is done, however late.
export const notifyPanel = duty({
  ...notify,
  id: 'notify-panel-of-incident',
  cites: ['WT18-4.1-01'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'must', source: wt2018.at(law, { confirmed: true }) },
    {
      edition: 'wt2023',
      within: promptly(),
      force: 'must',
      source: wt2023.at('chapter 5; Children Act 2004, section 16C'),
    },
  ],
})

// T4-SIN-01, T23-SIN-02: the number is the guidance's.
export const notifyPanelInTime = duty({
  ...notify,
  id: 'notify-panel-of-incident-in-five-working-days',
  must: 'Notify the Panel of the incident within five working days of learning of it',
  cites: ['WT18-4.1-02', 'T4-SIN-01', 'T23-SIN-02'],
  editions: [
    { edition: 'wt2018', within: workingDays(5), force: 'should', source: wt2018.at(notifying, { confirmed: true }) },
    { edition: 'wt2023', within: workingDays(5), force: 'should', source: wt2023.at('chapter 5', { confirmed: true }) },
  ],
})

// T4-SIN-02.
export const tellPartners = duty({
  ...notify,
  id: 'tell-partners-of-incident',
  must: 'Tell the safeguarding partners, here and in other areas concerned',
  dischargedBy: [partnersTold],
  cites: ['WT18-4.1-03', 'T4-SIN-02'],
  editions: [
    { edition: 'wt2018', within: workingDays(5), force: 'should', source: wt2018.at(notifying, { confirmed: true }) },
  ],
})

// Section 4.1, who is told: of a death in care also the authority that placed the child.
export const tellPlacingAuthority = duty({
  id: 'tell-placing-authority-of-death',
  who: 'Local authority',
  by: 'authority',
  must: 'Tell the authority that looked after the child of the death',
  arisesFrom: incidentKnown,
  when: known => isDeathInCare(known) && known.data.placedBy === 'another',
  dischargedBy: [placingAuthorityTold],
  cites: ['WT18-4.1-04'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(notifying) }],
})

// T4-SIN-03: whether or not abuse or neglect is suspected.
export const notifyDeathInCare = duty({
  id: 'notify-death-of-looked-after-child',
  who: 'Local authority',
  by: 'authority',
  must: 'Notify the Secretary of State and Ofsted that a looked-after child died',
  arisesFrom: incidentKnown,
  when: isDeathInCare,
  dischargedBy: [deathNotified],
  cites: ['WT18-4.1-04', 'T4-SIN-03'],
  editions: [
    { edition: 'wt2018', within: workingDays(5), force: 'must', source: wt2018.at(notifying, { confirmed: true }) },
  ],
})

// T23-SIN-01. Sources differ on whether it is expected or only encouraged: encoded as advised.
export const notifyDeathOfCareLeaver = duty({
  id: 'notify-death-of-care-leaver',
  who: 'Local authority',
  by: 'authority',
  must: 'Notify the Secretary of State and Ofsted that a care leaver died',
  arisesFrom: incidentKnown,
  when: ({ data }) => data.harm === 'died' && (data.status?.includes('care-leaver') ?? false),
  dischargedBy: [deathNotified],
  cites: ['T23-SIN-01'],
  editions: [
    { edition: 'wt2023', within: workingDays(5), force: 'should', source: wt2023.at('chapter 5', { confirmed: true }) },
  ],
})

// T4-SIN-04.
export const tellPartnersOfWhatWasNoticed = duty({
  id: 'tell-partners-of-what-was-noticed',
  who: 'Any agency with functions relating to children',
  by: 'owner',
  must: 'Tell the safeguarding partners of an incident that may call for a review',
  arisesFrom: incidentNoticed,
  dischargedBy: [partnersTold, incidentKnown],
  reach: 'case',
  cites: ['WT18-4.1-07', 'T4-SIN-04'],
  editions: [
    { edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(notifying, { confirmed: true }) },
  ],
})

export const seriousIncident = procedure({
  id: 'serious-incident',
  label: 'Notifying a serious incident',
  section: '4.1',
  caseKind: 'incident',
  leads: 'Local authority',
  takesPart: 'Safeguarding partners; any agency that learns of an incident',
  opensWith: [turn(incidentKnown)],
  closesWith: [turn(panelNotified), turn(notificationDecided, one => one.data.decision === 'not-notifiable')],
  facts: [
    incidentNoticed,
    incidentKnown,
    notificationDecided,
    panelNotified,
    partnersTold,
    deathNotified,
    placingAuthorityTold,
  ],
  duties: [
    notifyPanel,
    notifyPanelInTime,
    tellPartners,
    tellPlacingAuthority,
    notifyDeathInCare,
    notifyDeathOfCareLeaver,
    tellPartnersOfWhatWasNoticed,
  ],
  prompts: [
    promptFor(
      'WT18-4.1-05',
      panelNotified,
      'Send it through the national notification system: Ofsted and the Department for Education get it from there. A death in care without abuse or neglect suspected is not for the Panel.',
      notifying,
    ),
    promptFor(
      'WT18-4.1-06',
      panelNotified,
      'One incident is one notification, also where several children were harmed: the form has room for four, its text for the rest.',
      notifying,
    ),
    promptFor(
      'WT18-4.1-08',
      incidentKnown,
      'A suspected suicide belongs here where abuse or neglect is known or suspected.',
      notifying,
    ),
    promptFor(
      'WT18-4.1-09',
      incidentKnown,
      'The authority where it happened notifies, and works with the one where the child lives.',
      notifying,
    ),
  ],
})
