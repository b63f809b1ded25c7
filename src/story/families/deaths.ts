/** Two deaths of children under review: one expected, everything in time so far; one sudden, waiting for the panel. */
import { addDays, type Day } from '../../guidance/days.ts'
import { familyAsked, familyToldFindings } from '../../procedures/bereaved-family.ts'
import {
  careRecordGathered,
  reportingFormReturned,
  reportingFormsSent,
} from '../../procedures/child-death-information.ts'
import {
  coronerDecided,
  coronerTold,
  deathNotified,
  networkTold,
  notificationAnswered,
} from '../../procedures/child-death-notification.ts'
import { meetingReportSent, reviewMeetingHeld } from '../../procedures/child-death-review-meeting.ts'
import { familyGuideOffered, immediateDecisionsTaken, keyWorkerNamed } from '../../procedures/immediate-decisions.ts'
import {
  firstDiscussionHeld,
  firstResultsKnown,
  followUpHeld,
  responseCalledFor,
  responseEnded,
  responseStarted,
  sceneVisited,
} from '../../procedures/joint-agency-response.ts'
import { enteredInDatabase } from '../../procedures/national-mortality-database.ts'
import { childBorn, childDied, childIdentified, childNamed, personConnected } from '../../procedures/people.ts'
import { specialSituationKnown } from '../../procedures/special-situation.ts'
import { type AgencyKey, agencies } from '../cast.ts'
import type { Life, Lifeline, Today } from '../life.ts'
import { chanceOf, nhsNumberOf } from '../random.ts'
import { workdaysAfter } from '../workdays.ts'
import { bornAgo, occasion } from './family.ts'
import { keep } from './matter.ts'

const goesWithForm = new Set([childNamed.kind, childBorn.kind])

const doctor = { by: 'lucas' } as const

/** When Amara Warsamoud died: said once for her own file and for the review of her death. */
export const amaraDied = (today: Today) => ({
  day: workdaysAfter(today.day, -8),
  how: { by: 'lucas', at: '05:20', occasion: occasion('warsamoud', 'death') } as const,
})

/** Amara Warsamoud’s death was expected: decisions, notice and database in time; forms are out; the meeting is to come. */
export function expectedDeath(today: Today): Lifeline {
  const { day, how } = amaraDied(today)
  const life = keep('child-death', 'warsamoud Amara', today)
  const died = life.record(childDied, day, {}, how)
  const of = { about: died }
  life.record(childNamed, day, { forenames: 'Amara', surname: 'Warsamoud' }, doctor)
  life.record(childBorn, bornAgo(today, 6, 250), { sex: 'F' }, { ...doctor, late: 2_442 })
  life.record(
    childIdentified,
    day,
    { scheme: 'nhs-number', identifier: nhsNumberOf(chanceOf('child warsamoud Amara')) },
    doctor,
  )
  connected(life, day, 'Warsamoud', ['Halima', 'mother'], ['Hassan', 'father'], ['Abdi', 'sibling'])
  life.record(
    immediateDecisionsTaken,
    day,
    {
      cause: 'certificate',
      care: false,
      place: 'Children’s ward',
      support: 'Both parents were with her. The ward’s nurse stayed until the afternoon.',
      reasons: 'Expected since the summer. Her consultant gives the certificate.',
    },
    { ...doctor, ...of, at: '06:30' },
  )
  life.record(
    keyWorkerNamed,
    day,
    { name: 'Sister Agnes Pym', contact: 'Ward telephone, day and night', cover: 'Sister Joy Mbeki' },
    { ...doctor, ...of },
  )
  life.record(
    familyGuideOffered,
    day,
    { toWhom: 'Both parents, in English and read out in Somali.' },
    { ...doctor, ...of },
  )
  const notified = life.record(
    deathNotified,
    day,
    {
      lived: 'here',
      expected: 'yes',
      notifier: 'Dr Lucas Ferreira',
      circumstances: 'Died on the ward of the illness that she was born with.',
      network: 'Hollybank School, Harbour Road Surgery, community nurses, her social worker.',
    },
    { ...doctor, ...of, at: '11:10' },
  )
  const next = workdaysAfter(day, 1)
  life.record(enteredInDatabase, next, { reference: 'NCMD 40127', how: 'portal' }, { about: notified, at: '09:20' })
  life.record(notificationAnswered, next, { decision: 'accepted' }, { about: notified })
  life.record(
    networkTold,
    next,
    { told: ['gp', 'nurse', 'school', 'social-care', 'health-records'] },
    { about: notified },
  )
  life.record(specialSituationKnown, next, { situation: ['learning-disability'] }, { about: notified })
  const sent = life.record(
    reportingFormsSent,
    workdaysAfter(day, 2),
    {
      asked: [agencies.hollybank.id, agencies.harbour.id, agencies.hospital.id],
      answerBy: workdaysAfter(today.day, 4),
      supplementary: ['none'],
    },
    { about: notified },
  )
  asksForForms(life, ['hollybank', 'harbour', 'hospital'], sent, workdaysAfter(day, 2))
  life.record(
    reportingFormReturned,
    workdaysAfter(day, 6),
    { answer: 'complete', note: 'What her class did for her is on the last page.' },
    { by: 'sunita', about: sent },
  )
  life.record(familyAsked, workdaysAfter(day, 5), {
    part: 'later',
    questions: 'Not now. Her father asks to be rung after the funeral.',
  })
  return life.end()
}

/** Who is who in the review of a death: the parents, and brothers and sisters, as the hospital knew them. */
function connected(life: Life, on: Day, surname: string, ...who: readonly (readonly [string, string])[]): void {
  for (const [forenames, relationship] of who)
    life.record(
      personConnected,
      on,
      {
        forenames,
        surname,
        relationship,
        livesWith: true,
        ...(relationship === 'sibling' ? {} : { parentalResponsibility: true }),
      },
      doctor,
    )
}

/** The office asks agencies for what they know, with the child’s name, which the hospital had sent. */
function asksForForms(life: Life, of: readonly AgencyKey[], sent: string, on: Day): void {
  const names = [...life.told].flatMap(([id, one]) => (goesWithForm.has(one.definition.kind) ? id : []))
  for (const to of of) {
    const why = {
      by: 'noor',
      basis: 'ca2004-s16n',
      necessity: 'What they knew of the child and the family is part of the review.',
    } as const
    life.share('deaths', to, [sent], on, why)
    if (to !== 'hospital') life.share('hospital', to, names, on, why)
  }
}

/** Theo Nettleship died in his sleep at four months. The home was visited three hours late; the panel has yet to meet. */
export function suddenDeath(today: Today): Lifeline {
  const day = workdaysAfter(today.day, -52)
  const next = addDays(day, 1)
  const life = keep('child-death', 'nettleship Theo', today)
  const died = life.record(childDied, day, {}, { ...doctor, at: '06:40' })
  const of = { about: died }
  life.record(childNamed, day, { forenames: 'Theo', surname: 'Nettleship' }, doctor)
  life.record(childBorn, addDays(day, -122), { sex: 'M' }, { ...doctor, late: 122 })
  life.record(
    childIdentified,
    day,
    { scheme: 'nhs-number', identifier: nhsNumberOf(chanceOf('child nettleship Theo')) },
    doctor,
  )
  connected(life, day, 'Nettleship', ['Carys', 'mother'], ['Owen', 'father'])
  life.record(
    immediateDecisionsTaken,
    day,
    {
      response: ['sudden'],
      cause: 'coroner',
      care: false,
      place: 'Emergency department',
      support: 'His parents held him for as long as they wished. A nurse stayed with them.',
    },
    { ...doctor, ...of, at: '07:50' },
  )
  life.record(
    keyWorkerNamed,
    day,
    { name: 'Bridget Malone, health visitor', contact: 'Her own number', cover: 'Deborah Kingsnorth' },
    { ...doctor, ...of },
  )
  life.record(familyGuideOffered, day, { toWhom: 'His parents. They took it home unread.' }, { ...doctor, ...of })
  const notified = life.record(
    deathNotified,
    day,
    {
      lived: 'here',
      expected: 'no',
      notifier: 'Dr Lucas Ferreira',
      circumstances: 'Found in his cot at six in the morning.',
    },
    { ...doctor, ...of, at: '10:05' },
  )
  const called = life.record(responseCalledFor, day, { triggers: ['sudden'] }, { ...doctor, ...of, at: '07:55' })
  const response = { about: called }
  life.record(
    responseStarted,
    day,
    { health: 'Dr Lucas Ferreira', police: 'DS Dev Khatri', socialCare: 'Mina Sorrel' },
    { ...doctor, ...response, at: '08:20' },
  )
  life.record(
    firstDiscussionHeld,
    day,
    { plan: 'Home together tomorrow before noon. The parents are told so, and why.' },
    { ...doctor, ...response, at: '09:10' },
  )
  life.record(enteredInDatabase, next, { reference: 'NCMD 39604', how: 'portal' }, { about: notified, at: '12:15' })
  life.record(notificationAnswered, next, { decision: 'accepted' }, { about: notified })
  life.record(
    networkTold,
    next,
    { told: ['coroner', 'police', 'gp', 'nurse', 'social-care', 'health-records'] },
    { about: notified },
  )
  // 27 hours after the response was called for: the limit is 24.
  const visited = life.record(
    sceneVisited,
    next,
    { findings: 'With DS Khatri. A warm room, a clean cot, a soft blanket from an aunt. Nothing that worries.' },
    { ...doctor, ...response, at: '10:55' },
  )
  life.contest(
    visited,
    workdaysAfter(day, 3),
    'parent',
    'Theo’s mother asks that it says here that the blanket was over his feet only.',
    'noor',
  )
  const coroner = life.record(coronerDecided, workdaysAfter(day, 2), { what: ['post-mortem', 'investigate'] })
  life.record(coronerTold, workdaysAfter(day, 4), {}, { about: coroner })
  const results = life.record(
    firstResultsKnown,
    workdaysAfter(day, 5),
    { results: 'Nothing that explains it. More tests take weeks.' },
    response,
  )
  life.record(
    followUpHeld,
    workdaysAfter(day, 7),
    { outcome: 'No sign of harm. The parents are told on the same day.' },
    { about: results },
  )
  const sent = life.record(
    reportingFormsSent,
    workdaysAfter(day, 4),
    {
      asked: [agencies.harbour.id, agencies.community.id, agencies.hospital.id],
      answerBy: workdaysAfter(day, 24),
      supplementary: ['sudden'],
    },
    { about: notified },
  )
  asksForForms(life, ['harbour', 'community', 'hospital'], sent, workdaysAfter(day, 4))
  life.record(reportingFormReturned, workdaysAfter(day, 15), { answer: 'complete' }, { by: 'bridget', about: sent })
  life.record(reportingFormReturned, workdaysAfter(day, 27), { answer: 'complete' }, { by: 'anand', about: sent })
  life.record(reportingFormReturned, workdaysAfter(day, 23), { answer: 'complete' }, { ...doctor, about: sent })
  life.record(careRecordGathered, workdaysAfter(day, 29), { others: ['none'] }, { ...doctor, about: notified })
  life.record(familyAsked, workdaysAfter(day, 12), {
    part: 'yes',
    questions: 'Could we have known? Is it safe to have another?',
  })
  const held = life.record(
    reviewMeetingHeld,
    workdaysAfter(day, 41),
    {
      postMortem: 'seen',
      essential: true,
      formsThere: true,
      cause: 'Not explained',
      factors: ['physical'],
      learning: 'Safer sleep was told at birth and at ten days, and not again.',
      family: 'Both questions are answered in the letter that Bridget takes to them.',
    },
    of,
  )
  life.record(responseEnded, workdaysAfter(day, 41), { how: 'meeting' }, response)
  life.record(
    familyToldFindings,
    workdaysAfter(day, 43),
    { said: 'At home, with Bridget, for two hours.' },
    { about: held },
  )
  life.record(meetingReportSent, workdaysAfter(day, 45), {}, { about: held })
  return life.end()
}
