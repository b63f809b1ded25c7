/**
 * What happened, is any child in danger now, and what review follows: the partners’ own quick look. The guidance of 2018 says
 * "promptly"; the number of days is the Panel’s.
 */
import { duty, type Line } from '../engine/duty.ts'
import { dataOf, fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, parties, yesNo } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { localPolicy, promptly, workingDays } from '../guidance/limits.ts'
import { panel2019, wt2018, wt2023 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { incidentKnown, meetsTest, notificationDecided, panelNotified } from './serious-incident.ts'

/** The criteria that partners weigh for a local review (regulation 11), by the letters of the specification. */
export const localCriteria = {
  improvements: 'It shows, or may show, that something must improve here',
  themes: 'It shows, or may show, what keeps coming back',
  together: 'It raises a worry about agencies working together',
  panel: 'The Panel thinks that a local review fits better',
} as const

/** Whoever weighed them and found that none is met says so: an empty list would say that nobody asked. */
export const weighedCriteria = { ...localCriteria, none: 'None of them' } as const

export const rapidReviewMet = fact('rapid-review-meeting-held', {
  label: 'Rapid review meeting held',
  happenedOn: 'Day of the meeting',
  about: [incidentKnown.kind],
  fields: {
    tookPart: parties('Agencies that took part', 'agency', { ...optional, tookPart: true }),
    safeNow: yesNo('Are the child and other children safe now?', optional),
    actions: narrative('What had to be done at once, and by whom', optional),
    learning: narrative('What is to be learnt already, and with whom it was shared', optional),
  },
})

export const rapidReviewFinished = fact('rapid-review-finished', {
  label: 'Rapid review finished',
  // Since shape 2 it asks for the criteria of a local review. An older one did not say that they were weighed.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn:
    'Day on which the partners signed it: where they decide on a local review, its six months count from here',
  about: [incidentKnown.kind],
  cites: ['WT18-4.2-06', 'WT18-4.3-03'],
  fields: {
    localReview: choice('What follows here', {
      'local-review': 'A local child safeguarding practice review',
      'no-review': 'No review',
      'other-learning': 'Learning in another way',
    }),
    criteria: choices('Criteria for a local review that the case meets or may meet', weighedCriteria, optional),
    nationalReview: choice(
      'Might a national review be right?',
      { yes: 'Yes', no: 'No', unsure: 'Not clear' },
      optional,
    ),
    signedBy: choices(
      'Who of the partners signed',
      { authority: 'Local authority', health: 'Health', police: 'Police' },
      optional,
    ),
    facts: narrative('What is known of child, family and incident, and who was involved', optional),
    proceedings: narrative('Legal and other proceedings', optional),
    analysis: narrative('What went well, what did not, and why', optional),
    reasons: narrative('Reasons for what follows', optional),
  },
})

export const rapidReviewSent = fact('rapid-review-sent-to-panel', {
  label: 'Rapid review sent to the Panel',
  happenedOn: 'Day on which it was sent',
  about: [rapidReviewFinished.kind],
  fields: { late: narrative('If late: why, and what the Panel was told', optional) },
})

export const panelAnswered = fact('panel-answered-rapid-review', {
  label: 'Panel’s answer to the rapid review received',
  happenedOn: 'Day of the answer',
  about: [rapidReviewFinished.kind],
  fields: {
    answer: choice('What the Panel says', {
      'no-national-review': 'No national review',
      'national-review': 'A national review will be held',
      'more-information': 'It needs more information',
      'suggests-local-review': 'It suggests a local review',
    }),
    reasons: narrative('Why', optional),
  },
})

export const newInformationSent = fact('panel-told-of-new-information', {
  label: 'Panel told that a national review may be right after all',
  happenedOn: 'Day on which it was told',
  about: [rapidReviewFinished.kind],
  cites: ['WT18-4.2-04'],
  fields: { what: narrative('What came to light') },
})

const rapid = "chapter 4, 'The rapid review'"

const reviewing = {
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  arisesFrom: incidentKnown,
  // Before the area’s own arrangements began its board decided on a serious case review: serious-case-review.ts.
  regime: { of: 'safeguarding', is: 'partners' },
  when: meetsTest,
  lapsesOn: [notificationDecided],
  lapsesWhen: (fact: Statement) => dataOf(notificationDecided, fact)?.decision === 'not-notifiable',
} as const

// T4-RR-01.
export const carryOutRapidReview = duty({
  ...reviewing,
  id: 'carry-out-rapid-review',
  must: 'Carry out a rapid review',
  dischargedBy: [rapidReviewFinished],
  cites: ['WT18-4.2-01', 'T4-RR-01'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(rapid, { confirmed: true }) }],
})

// T4-RR-02, T23-RR-01: from the earlier of the two days in use. An area that counts from the notification has its own clock below.
export const sendRapidReviewInTime = duty({
  ...reviewing,
  id: 'send-rapid-review-in-fifteen-working-days',
  must: 'Send the finished rapid review to the Panel within 15 working days',
  dischargedBy: [rapidReviewSent],
  remark: () =>
    'Counted from the day the incident was known, the earlier of the two days in use. The number is the Panel’s and not the law’s.',
  cites: ['WT18-4.2-02', 'T4-RR-02', 'T23-RR-01'],
  editions: [
    {
      edition: 'panel2019',
      within: workingDays(15),
      force: 'should',
      source: panel2019.at("'Rapid review timescales' (p.15)", { confirmed: true }),
    },
    {
      edition: 'wt2023',
      within: workingDays(15),
      force: 'should',
      source: wt2023.at('chapter 5, with the Panel’s guidance of 2022', { confirmed: true }),
    },
  ],
})

// Annex E: where an area counts from the notification, its policy says in how many days. Beside the Panel’s number, never instead.
export const sendRapidReviewFromNotification = duty({
  ...reviewing,
  id: 'send-rapid-review-from-notification',
  must: 'Send the rapid review in the days that the area counts from the notification',
  arisesFrom: panelNotified,
  when: ({ happened }: Pick<Statement, 'happened'>, line: Line) =>
    line.has(incidentKnown, known => meetsTest(known) && known.happened.to < happened.from),
  reads: [incidentKnown],
  dischargedBy: [rapidReviewSent],
  reach: 'line',
  cites: ['WT18-4.2-02'],
  editions: [
    {
      edition: 'panel2019',
      within: localPolicy(
        'rapid-review-from-notification',
        'days for the rapid review, where the area counts from the notification and not from the day the incident was known',
      ),
      force: 'should',
      source: panel2019.at("'Rapid review timescales' (p.15), as some areas count"),
    },
  ],
})

// T4-RR-03.
export const sendRapidReview = duty({
  id: 'send-rapid-review',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Send the rapid review to the Panel, with what follows here and whether a national review may be right',
  arisesFrom: rapidReviewFinished,
  dischargedBy: [rapidReviewSent],
  cites: ['WT18-4.2-03', 'T4-RR-03'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('as soon as possible'),
      force: 'should',
      source: wt2018.at(rapid, { confirmed: true }),
    },
  ],
})

// The Panel’s question waits for an answer; only what it was told closes it.
export const sendWhatPanelAsked = duty({
  id: 'send-what-the-panel-asked',
  who: 'Safeguarding partners',
  by: 'safeguarding-partners',
  must: 'Send the Panel what it needs to decide',
  arisesFrom: panelAnswered,
  when: ({ data }) => data.answer === 'more-information',
  dischargedBy: [newInformationSent, panelAnswered],
  dischargedWhen: (fact, asked) => fact.root !== asked.root,
  reach: 'line',
  cites: ['WT18-4.8-09'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(rapid) }],
})

export const rapidReview = procedure({
  id: 'rapid-review',
  label: 'Rapid review',
  section: '4.2',
  caseKind: 'incident',
  leads: 'Safeguarding partners',
  takesPart: 'Every agency that was involved, education included',
  opensWith: [turn(incidentKnown, meetsTest)],
  closesWith: [turn(rapidReviewSent), turn(notificationDecided, one => one.data.decision === 'not-notifiable')],
  reach: 'line',
  facts: [rapidReviewMet, rapidReviewFinished, rapidReviewSent, panelAnswered, newInformationSent],
  duties: [
    carryOutRapidReview,
    sendRapidReviewFromNotification,
    sendRapidReviewInTime,
    sendRapidReview,
    sendWhatPanelAsked,
  ],
  prompts: [
    promptFor(
      'WT18-4.2-05',
      rapidReviewMet,
      'As one area does it: summaries from the agencies by the tenth working day, the decision about the fourteenth, sent on the fifteenth.',
      rapid,
    ),
  ],
})
