/** One agency asks others what they know of a child and the people around the child; each of them answers for itself. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'
import { before } from '../guidance/limits.ts'
import { wt2018, wt2018dec2020 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'

export const informationRequested = fact('information-requested', {
  label: 'Information asked for',
  // Until shape 1 one request named all agencies that were asked; since then each has a request of its own.
  shape: 2,
  lifts: { 1: data => data },
  happenedOn: 'Day on which the agencies were asked',
  fields: {
    asked: parties('Agencies asked', 'agency'),
    purpose: choice('What it is needed for', {
      referral: 'Deciding on a referral',
      'section-17': 'Assessment under section 17',
      'section-47': 'Enquiry under section 47',
      'section-47-9': {
        label: 'Help with a section 47 enquiry, from a body that the law names',
        hint: 'Children Act 1989, section 47(9) to (11): other authorities, education, housing and health bodies help, unless that would be unreasonable',
      },
      'section-27': {
        label: 'Help under section 27',
        hint: 'Children Act 1989. Other authorities, housing and health bodies help where that fits with their own duties',
      },
      'strategy-discussion': 'Strategy discussion',
      'early-help': 'Early help',
      'section-16h': {
        label: 'A safeguarding partner’s request under section 16H',
        hint: 'Children Act 2004. Whoever is asked must comply',
      },
      other: 'Something else',
    }),
    urgency: choice('How urgent', { today: 'Today', soon: 'Next working day', routine: 'Routine' }, optional),
    answerBy: day('Answer wanted by', { ...optional, ahead: true }),
    periodFrom: day('From', optional),
    periodTo: day('To', optional),
    alsoAsked: parties('Who else is asked', 'agency', optional),
    people: narrative('About whom, besides the child', optional),
    question: narrative('What is asked', optional),
  },
})

export const informationRequestAnswered = fact('information-request-answered', {
  label: 'Request for information answered',
  happenedOn: 'Day of the answer',
  about: [informationRequested.kind],
  fields: {
    answer: choice('Answer', {
      involved: 'We are involved',
      'not-involved': 'We know them, and are not involved now',
      'nothing-held': 'We looked, and hold nothing',
      'held-not-shared': 'We hold something, and do not share it',
    }),
    asOf: day('Day up to which the records were looked through', optional),
    contact: words('Whom to ring', optional),
    telephone: words('Telephone', { ...optional, longest: 40 }),
    shared: narrative('What is shared', optional),
    whyNot: narrative('Why it is not shared', optional),
  },
})

export const informationRequestWithdrawn = fact('information-request-withdrawn', {
  label: 'Request for information withdrawn',
  happenedOn: 'Day on which no answer was wanted any more',
  about: [informationRequested.kind],
  fields: { reason: narrative('Why no answer is wanted any more') },
})

export const informationRequestEnforced = fact('information-request-step-taken', {
  label: 'Step taken because a request was not answered',
  happenedOn: 'Day on which it was taken',
  about: [informationRequested.kind],
  fields: {
    step: choice('What was done', {
      reminded: 'Asked again, with the power named',
      leaders: 'Taken to those who lead both agencies',
      letter: 'Letter before going to court',
      court: 'Gone to court',
    }),
    reasons: narrative('Why, and what came of it', optional),
  },
})

const asking = {
  who: 'Each agency asked',
  by: { eachOf: 'asked' },
  arisesFrom: informationRequested,
  // The request itself says by when. Where it does not, the duty ages.
  countsFrom: ({ data }: { data: { readonly answerBy?: string } }) =>
    data.answerBy ? { day: data.answerBy } : undefined,
  dischargedBy: [informationRequestAnswered],
  onlyOwn: true,
  // Whoever asked takes it back; nobody else can.
  lapsesOn: [informationRequestWithdrawn],
  lapsesWhen: (withdrawn: { readonly agency: string }, request: { readonly agency: string }) =>
    withdrawn.agency === request.agency,
} as const

const within = before('the end of the day that the request names')

const sharing = "chapter 1, 'Information sharing' (J18 pp.18-20; D20 pp.18-21)"

/** Purposes for which an Act makes whoever is asked answer: each has a duty of its own. */
const byLaw = ['section-16h', 'section-47-9', 'section-27'] as const

export const answerInformationRequest = duty({
  ...asking,
  id: 'answer-information-request',
  must: 'Answer the request for information',
  when: request => !byLaw.some(purpose => purpose === request.data.purpose),
  cites: ['WT18-1.16-03'],
  editions: [
    {
      edition: 'wt2018',
      within,
      force: 'should',
      source: wt2018.at(sharing),
    },
  ],
})

const requests = "chapter 3, 'Information requests'; Children Act 2004, section 16H"

// T3-INF-01.
export const answerSection16hRequest = duty({
  ...asking,
  id: 'answer-section-16h-request',
  must: 'Answer the safeguarding partner’s request for information',
  when: request => request.data.purpose === 'section-16h',
  cites: ['WT18-3.10-02', 'T3-INF-01'],
  editions: [{ edition: 'wt2018', within, force: 'must', source: wt2018.at(requests) }],
})

// WT18-1.16-04. “Unreasonable” is for the body asked to say: its answer says so, with the reason.
export const helpWithSection47Enquiry = duty({
  ...asking,
  id: 'help-with-section-47-enquiry',
  must: 'Help with the section 47 enquiry as asked, unless that would be unreasonable',
  when: request => request.data.purpose === 'section-47-9',
  cites: ['WT18-1.16-04'],
  editions: [
    {
      edition: 'wt2018',
      within,
      force: 'must',
      source: wt2018.at("chapter 1, 'Initiating section 47 enquiries', with Children Act 1989 s47(9)-(11)"),
    },
  ],
})

// WT18-1.5-10.
export const helpUnderSection27 = duty({
  ...asking,
  id: 'help-under-section-27',
  must: 'Help children’s social care as asked, where that fits with your own duties',
  when: request => request.data.purpose === 'section-27',
  cites: ['WT18-1.5-10'],
  editions: [{ edition: 'wt2018', within, force: 'must', source: wt2018.at('chapter 1, with Children Act 1989 s27') }],
})

/** A question asked within whatever work is going on: it opens no procedure of its own. */
/** What an agency that was asked owes, by the law or guidance under which it was asked. */
export const answeringDuties = [
  answerInformationRequest,
  answerSection16hRequest,
  helpWithSection47Enquiry,
  helpUnderSection27,
] as const

export const informationRequest = procedure({
  id: 'information-request',
  label: 'Asking other agencies',
  section: '3.10',
  caseKind: caseKinds,
  leads: 'Whoever needs to know; under section 16H a safeguarding partner',
  takesPart: 'The agencies asked',
  opensWith: [],
  closesWith: [],
  facts: [informationRequested, informationRequestAnswered, informationRequestWithdrawn, informationRequestEnforced],
  duties: answeringDuties,
  prompts: [
    promptFor(
      'WT18-3.10-01',
      informationRequested,
      'A safeguarding partner may ask any person or body for information that it names, for itself or for somebody else.',
      requests,
    ),
    promptFor(
      'WT18-3.10-03',
      informationRequested,
      'After a child’s death the child death review partners have a power like it.',
      requests,
    ),
    promptFor('WT18-3.10-04', informationRequested, 'So has the national Panel.', requests),
    promptFor(
      'WT18-1.6-01',
      informationRequestAnswered,
      'The law of data protection and of human rights frames what you share to keep a child safe. It does not forbid it.',
      sharing,
    ),
    promptFor(
      'WT18-1.6-02',
      informationRequestAnswered,
      'Since December 2020: consent is seldom the right basis for a worry about a child. A public task or official authority usually is.',
      "chapter 1, 'Information sharing' (D20 pp.19-21)",
      { document: wt2018dec2020 },
    ),
    promptFor(
      'WT18-1.6-03',
      informationRequestAnswered,
      'Where nobody can be asked, or asking would put the child at risk, the law has a condition made for safeguarding.',
      sharing,
    ),
  ],
})
