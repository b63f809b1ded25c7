/** Two serious incidents: one reviewed, with the rapid review sent late and the publication moved once; one found not notifiable. */
import { addDays } from '../../guidance/days.ts'
import { recommendationActedOn, recommendationDecided } from '../../procedures/acting-on-findings.ts'
import { matterClosed } from '../../procedures/closing-matter.ts'
import {
  familyInvited,
  improvementActedOn,
  improvementFound,
  methodAgreed,
  practitionersMet,
} from '../../procedures/local-review-conduct.ts'
import { localReviewDecided, localReviewTold } from '../../procedures/local-review-decision.ts'
import { delayExplained, publicationDelayed } from '../../procedures/local-review-report.ts'
import { reviewChecked, reviewerAppointed } from '../../procedures/local-review-supervision.ts'
import { leadsAgreed, parallelProcessKnown } from '../../procedures/parallel-processes.ts'
import { panelAnswered, rapidReviewFinished, rapidReviewMet, rapidReviewSent } from '../../procedures/rapid-review.ts'
import { publicationPlanned, reviewReportFinished } from '../../procedures/review-report-facts.ts'
import { incidentKnown, notificationDecided, panelNotified, partnersTold } from '../../procedures/serious-incident.ts'
import { affectedChildNamed } from '../../procedures/subjects.ts'
import { agencies, postOf } from '../cast.ts'
import type { Lifeline, Today } from '../life.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { openMatter } from './matter.ts'

const council = { by: 'samuel' } as const

/** A baby was hurt at home. The local review is nearly done; its publication was moved once. */
export function reviewedIncident(today: Today): Lifeline {
  const known = workday(addDays(today.day, -195))
  const day = (count: number) => workdaysAfter(known, count)
  const life = openMatter('incident', today, known, {
    name: 'Incident at Sedge Row',
    about: 'A baby was brought to hospital with injuries that nobody could explain.',
    ...council,
  })
  life.record(
    affectedChildNamed,
    known,
    { forenames: 'Ivo', surname: 'Tallack', bornOn: addDays(known, -131), part: 'harmed', livesIn: 'Harrowmere' },
    council,
  )
  const incident = life.record(
    incidentKnown,
    known,
    {
      abuse: 'suspected',
      harm: 'seriously-harmed',
      where: 'here',
      under18: 'yes',
      status: ['none'],
      incidentOn: addDays(known, -1),
      setting: 'At home',
      what: 'Two broken ribs and a broken leg, of different ages. The parents say that they do not know.',
    },
    { ...council, at: '15:30' },
  )
  const of = { about: incident }
  life.record(panelNotified, day(3), { number: 'CSPI 118' }, { ...council, ...of })
  life.record(
    partnersTold,
    day(2),
    { others: 'Eastholt’s partners: the grandmother lives there' },
    { ...council, ...of },
  )
  const criminal = life.record(parallelProcessKnown, day(4), {
    what: 'criminal',
    contact: 'DS Dev Khatri',
    decision: 'proceed',
  })
  life.record(
    leadsAgreed,
    day(6),
    { agreed: 'The police say before each meeting what may not be asked yet.' },
    { about: criminal },
  )
  life.record(
    rapidReviewMet,
    day(9),
    {
      tookPart: [agencies.council.id, agencies.police.id, agencies.community.id, agencies.hospital.id],
      safeNow: true,
      actions: 'Ivo and his sister are with their grandmother.',
    },
    of,
  )
  const review = life.record(
    rapidReviewFinished,
    day(16),
    {
      localReview: 'local-review',
      criteria: ['improvements', 'together'],
      nationalReview: 'no',
      signedBy: ['authority', 'health', 'police'],
      facts: 'Seen by five services in four months. Each saw something small.',
      analysis: 'A bruise at nine weeks was explained and not asked about again.',
      reasons: 'How small signs are put together is worth learning here.',
    },
    of,
  )
  life.record(
    rapidReviewSent,
    day(18),
    {
      late: 'Health’s part came on the sixteenth working day. The Panel’s office was told by telephone on the fifteenth.',
    },
    { about: review },
  )
  life.record(
    panelAnswered,
    day(31),
    { answer: 'national-review', reasons: 'It joins two like it. The local review goes on beside.' },
    { about: review },
  )
  const decided = life.record(
    localReviewDecided,
    day(33),
    {
      decision: 'local-review',
      criteria: ['improvements', 'together'],
      reasons: 'As the rapid review found.',
      decidedBy: 'All three partners',
    },
    { about: review },
  )
  const ofReview = { about: decided }
  life.record(
    localReviewTold,
    day(34),
    { told: ['panel', 'ofsted', 'department', 'agencies', 'family'], reviewer: 'Maeve Ingledew' },
    ofReview,
  )
  const reviewer = life.record(
    reviewerAppointed,
    day(37),
    {
      name: 'Maeve Ingledew',
      strengths: ['practice', 'hindsight', 'writing'],
      conflict: false,
      endsOn: addDays(known, 190),
    },
    ofReview,
  )
  life.record(
    methodAgreed,
    day(40),
    { method: 'Two days with those who knew the family, then one with their managers. No interviews behind a desk.' },
    ofReview,
  )
  life.record(
    familyInvited,
    day(44),
    {
      who: ['parents', 'others'],
      answer: 'The grandmother came. The mother wrote a letter, which is read out at the first meeting.',
    },
    ofReview,
  )
  life.record(
    practitionersMet,
    day(55),
    {
      agencies: [agencies.community.id, agencies.harbour.id, agencies.police.id],
      note: 'The health visitor had rung twice and been told that it was “already known”.',
    },
    ofReview,
  )
  life.record(
    reviewChecked,
    day(70),
    { isOnTime: true, quality: 'good', note: 'First pages are plain and kind.' },
    { about: reviewer },
  )
  life.record(
    reviewChecked,
    day(98),
    { isOnTime: true, quality: 'good', note: 'Ready for the family to read first.' },
    { about: reviewer },
  )
  const point = life.record(
    improvementFound,
    day(58),
    { point: 'A caller who hears “already known” does not know whether anybody will look.', owner: 'Front door' },
    ofReview,
  )
  life.record(
    improvementActedOn,
    day(66),
    { done: 'The front door says what it will do with a call, and writes that down.' },
    { about: point },
  )
  life.record(reviewReportFinished, day(99), { has: ['improvements', 'reasons', 'who', 'reviewer'] }, ofReview)
  life.record(
    publicationPlanned,
    day(101),
    {
      plannedFor: workdaysAfter(today.day, 6),
      what: 'full',
      effect: 'Names and the street are changed.',
    },
    ofReview,
  )
  life.record(
    publicationPlanned,
    workdaysAfter(today.day, -5),
    {
      plannedFor: workdaysAfter(today.day, 16),
      what: 'full',
      whyThen: 'The mother asked for the week after the court hearing. The partners agree.',
      effect: 'The reviewer reads it with the mother and the grandmother first.',
    },
    ofReview,
  )
  const late = life.record(
    publicationDelayed,
    workdaysAfter(today.day, -5),
    { how: 'late', reasons: 'The court hears the case in the week in which the six months end.' },
    ofReview,
  )
  life.record(delayExplained, workdaysAfter(today.day, -4), {}, { about: late })
  const first = life.record(recommendationDecided, day(101), {
    decision: 'accept',
    from: 'Local review, finding 2',
    owner: [agencies.community.id],
    doneBy: workdaysAfter(today.day, -3),
    what: 'A second look within a week at each mark on a baby who does not crawl.',
  })
  life.record(
    recommendationActedOn,
    workdaysAfter(today.day, -8),
    { evidence: 'In the standing instructions since Monday.' },
    { about: first },
  )
  life.record(recommendationDecided, day(101), {
    decision: 'adapt',
    from: 'Local review, finding 3',
    owner: [agencies.council.id],
    doneBy: workdaysAfter(today.day, -2),
    what: 'Callers hear within a day what became of their call.',
  })
  return life.end()
}

/** A fall from a garage roof, first thought to be more: decided not to be notifiable, and closed. */
export function incidentNotNotifiable(today: Today): Lifeline {
  const known = workdaysAfter(today.day, -29)
  const day = (count: number) => workdaysAfter(known, count)
  const life = openMatter('incident', today, known, {
    name: 'Incident at the garages, Tern Street',
    about: 'A boy of twelve fell; a neighbour said that he had been chased.',
    ...council,
  })
  const named = life.record(
    affectedChildNamed,
    known,
    { forenames: 'Joel', surname: 'Pargeter', part: 'harmed', livesIn: 'Harrowmere' },
    council,
  )
  const incident = life.record(
    incidentKnown,
    known,
    {
      abuse: 'suspected',
      harm: 'seriously-harmed',
      where: 'here',
      under18: 'unknown',
      setting: 'Garages behind the shops',
      what: 'A broken pelvis.',
    },
    council,
  )
  life.correct(incident, day(1), {
    values: { under18: 'yes', status: ['none'] },
    why: 'The hospital has his birth date.',
  })
  const decided = life.record(
    notificationDecided,
    day(3),
    {
      decision: 'not-notifiable',
      reasons:
        'A camera shows three friends climbing, and nobody behind them. He says the same. It is an accident, and nobody harmed or neglected him.',
    },
    { ...council, about: incident },
  )
  life.share('council', 'crossways', [named, incident, decided], day(4), {
    by: 'samuel',
    necessity: 'The boy goes to this school, which asked what was decided.',
  })
  life.contest(
    decided,
    day(5),
    'agency',
    'The school would have liked to be asked: it is the third accident at these garages this year.',
    'oliver',
  )
  life.record(
    matterClosed,
    day(9),
    { decidedBy: [postOf('samuel')], summary: 'Not notifiable. The garages are now looked at as a place.' },
    council,
  )
  return life.end()
}
