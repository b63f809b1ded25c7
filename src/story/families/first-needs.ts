/** Children whose need is of a kind of its own: help before a referral, police protection, caring, and the parents who care. */
import { addDays } from '../../guidance/days.ts'
import { assessmentStarted } from '../../procedures/assessment.ts'
import {
  carerAssessed,
  carerAssessmentDue,
  disabilityAssessed,
  supportDecided,
} from '../../procedures/disabled-child.ts'
import {
  agreementAsked,
  earlyHelpAssessed,
  earlyHelpEnded,
  earlyHelpPlanStarted,
  earlyHelpReviewed,
  needNoticed,
} from '../../procedures/early-help.ts'
import { earlyHelpAimScored, earlyHelpAimSet } from '../../procedures/early-help-aims.ts'
import {
  emergencyActionTaken,
  otherChildrenConsidered,
  policeProtectionBegan,
  policeProtectionEnded,
  seenInEmergency,
} from '../../procedures/immediate-protection.ts'
import { youngCarerAssessed, youngCarerSeen } from '../../procedures/young-carer.ts'
import { agencies, postOf } from '../cast.ts'
import type { Lifeline, Today } from '../life.ts'
import { assessed, helped } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { framed } from '../phases/framing.ts'
import { discussed, enquired } from '../phases/protecting.ts'
import { edie, kit, safiya, safiyaAgain } from '../words/frames.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { bornAgo, openFor, parent } from './family.ts'

/** Each of these families once. */
export function firstNeeds(today: Today): Lifeline[] {
  return [earlyHelpFirst(today), takenToSafety(today), caringAtHome(today), caringForHer(today)]
}

/** The school helped for three months; the second look was nine days late; then it was too much for a school. */
function earlyHelpFirst(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -92)
  const told = openFor({
    crew: 'nadia',
    today,
    start,
    theme: 'mind',
    network: ['aldhelm', 'tanyard', 'housing'],
    who: {
      forenames: 'Edie',
      surname: 'Hathersage',
      sex: 'F',
      born: bornAgo(today, 8, 71),
      ethnicity: 'WBRI',
      mother: 'Rhona',
      other: 'Nana Jean',
      school: 'aldhelm',
      surgery: 'tanyard',
    },
    people: [
      parent('Rhona', 'Hathersage'),
      { forenames: 'Jean', surname: 'Hathersage', relationship: 'grandparent', livesWith: false },
    ],
  })
  const { life } = told
  const school = { by: 'marta' } as const
  const noticed = life.record(
    needNoticed,
    workdaysAfter(start, 2),
    {
      circumstances: ['family', 'early-signs'],
      seen: 'Edie is late each Monday, and her mother stands at the gate and does not come in.',
    },
    school,
  )
  const asked = life.record(
    agreementAsked,
    workdaysAfter(start, 4),
    { answer: 'agreed', who: 'Rhona, over tea in the office' },
    { ...school, about: noticed },
  )
  const assessment = life.record(
    earlyHelpAssessed,
    workdaysAfter(start, 14),
    {
      lead: 'Marta Lindqvist',
      decision: 'plan',
      contributors: [agencies.tanyard.id, agencies.housing.id],
      needs: 'Sleep, money, and somebody who rings.',
      wishes: 'Edie wants Mondays to be like other days.',
    },
    { ...school, about: asked },
  )
  const plan = life.record(
    earlyHelpPlanStarted,
    workdaysAfter(start, 16),
    {
      services: ['parenting', 'mental-health'],
      team: [agencies.tanyard.id, agencies.housing.id],
      aims: 'In class at nine on four days of five.',
      reviewOn: workdaysAfter(start, 41),
    },
    { ...school, about: assessment },
  )
  const inClass = life.record(
    earlyHelpAimSet,
    workdaysAfter(start, 16),
    { aim: 'Edie is in class at nine', scale: 'own', score: '3', scoredBy: ['family', 'practitioners'] },
    { ...school, about: plan },
  )
  const sleeping = life.record(
    earlyHelpAimSet,
    workdaysAfter(start, 16),
    { aim: 'Rhona sleeps through', scale: 'own', score: '4', scoredBy: ['family'] },
    { ...school, about: plan },
  )
  for (const [aim, score] of [
    [inClass, '5'],
    [sleeping, '2'],
  ] as const)
    life.record(
      earlyHelpAimScored,
      workdaysAfter(start, 50),
      { score, scoredBy: ['family'] },
      { ...school, about: aim },
    )
  life.record(
    earlyHelpReviewed,
    workdaysAfter(start, 50),
    { helps: 'in-part', reviewOn: workdaysAfter(start, 75), note: 'Three Mondays of five. Nine days late: I was ill.' },
    { ...school, about: plan },
  )
  life.record(
    earlyHelpEnded,
    workdaysAfter(start, 68),
    { how: 'stepped-up', reasons: 'Rhona says that she does not want to wake up. It is more than a school can carry.' },
    { ...school, about: plan },
  )
  const { decidedOn } = referred(told, workdaysAfter(start, 68), {
    from: 'aldhelm',
    after: 1,
    without: [],
    history: 'Early help since the spring, led by the school; the plan is attached.',
  })
  assessed(told, workdaysAfter(start, 68), decidedOn, { takes: 44, frame: edie })
  return life.end()
}

/** A girl of three was found alone at night, taken to safety by the police, and home with her aunt within three days. */
function takenToSafety(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -21)
  const told = openFor({
    crew: 'leila',
    today,
    start,
    theme: 'neglect',
    network: ['police', 'community', 'harbour'],
    who: {
      forenames: 'Marnie',
      surname: 'Sefton',
      sex: 'F',
      born: bornAgo(today, 3, 88),
      ethnicity: 'WBRI',
      mother: 'Jodie',
      other: 'Aunt Carla',
    },
    people: [
      parent('Jodie', 'Sefton'),
      { forenames: 'Carla', surname: 'Sefton', relationship: 'other-relative', livesWith: false },
    ],
  })
  const { life } = told
  const police = { by: 'kerry' } as const
  const night = addDays(start, -1)
  life.share('council', 'police', [...life.told.keys()], start, {
    by: 'joss',
    basis: 'ca1989-s47',
    necessity: 'The officers who found her write down what they did.',
  })
  const acted = life.record(
    emergencyActionTaken,
    night,
    {
      how: 'police-protection',
      alone: true,
      elsewhere: 'no',
      decidedBy: 'PC Kerry Maddox',
      place: 'Aunt Carla’s',
      reasons: 'Alone in the flat, door open, since about nine.',
    },
    { ...police, at: '23:50' },
  )
  life.record(
    policeProtectionBegan,
    night,
    { officer: 'Inspector Wray', place: 'Aunt Carla’s' },
    { ...police, about: acted, at: '23:55' },
  )
  life.record(
    seenInEmergency,
    night,
    { what: 'Cold, hungry, not hurt. She asked for her rabbit; we went back for it.' },
    { ...police, about: acted, at: '23:56' },
  )
  life.record(
    otherChildrenConsidered,
    workdaysAfter(start, 1),
    { where: ['household'], children: 0, decision: 'No other child lives there.' },
    { ...police, about: acted, at: '10:30' },
  )
  referred(told, start, { from: 'police', decision: 'strategy-discussion', after: 1, without: [] })
  discussed(told, workdaysAfter(start, 1))
  life.record(policeProtectionEnded, addDays(start, 1), { how: 'agreed' }, { ...police, at: '16:00' })
  enquired(told, workdaysAfter(start, 1), { takes: 12, conference: false })
  return life.end()
}

/** Kit is eleven and cooks for four. */
function caringAtHome(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -50)
  const told = openFor({
    crew: 'amira',
    today,
    start,
    theme: 'carer',
    network: ['linden', 'harbour', 'youth'],
    who: {
      forenames: 'Kit',
      surname: 'Ramsbottom',
      sex: 'M',
      born: bornAgo(today, 11, 30),
      ethnicity: 'MWBC',
      mother: 'Denise',
      other: 'Grandad Len',
      school: 'linden',
    },
    people: [
      parent('Denise', 'Ramsbottom'),
      { forenames: 'Leonard', surname: 'Ramsbottom', relationship: 'grandparent', livesWith: true },
    ],
  })
  const { decidedOn } = referred(told, start, { from: 'linden', after: 1, without: [] })
  const seen = told.life.record(youngCarerSeen, workdaysAfter(start, 3), {
    how: 'child-asked',
    caresFor: 'His mother, who has multiple sclerosis',
    tasks: 'Cooks, lifts, does the tablets, and listens at night.',
  })
  told.life.record(
    youngCarerAssessed,
    workdaysAfter(start, 26),
    {
      caring: 'excessive',
      outcome: 'in-need',
      wholeFamily: true,
      combined: 'agreed',
      wishes: 'To go to football on Thursdays and not look at the clock.',
    },
    { about: seen },
  )
  const end = assessed(told, start, decidedOn, { takes: 33, outcome: 'child-in-need-plan', frame: kit })
  helped(told, workdaysAfter(end, 2), { reviews: 0, ends: 'never' })
  return told.life.end()
}

/** Safiya’s mother cares for her day and night: support was decided, and she herself waited five weeks to be asked how she is. */
function caringForHer(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -60)
  const told = openFor({
    crew: 'piotr',
    today,
    start,
    theme: 'disability',
    network: ['hollybank', 'hospital', 'harbour'],
    who: {
      forenames: 'Safiya',
      surname: 'Rahimtoola',
      sex: 'F',
      born: bornAgo(today, 9, 12),
      ethnicity: 'APKN',
      disabilities: ['MOB', 'COMM'],
      mother: 'Nasreen',
      other: 'Yusuf',
      school: 'hollybank',
    },
    people: [parent('Nasreen', 'Rahimtoola'), parent('Yusuf', 'Rahimtoola', 'father')],
  })
  const { life } = told
  const { decidedOn } = referred(told, start, { from: 'hollybank', after: 1, without: [] })
  const needs = life.record(disabilityAssessed, workdaysAfter(start, 3), {
    needs: 'Two people to lift her; a night in which somebody else wakes.',
  })
  life.record(
    supportDecided,
    workdaysAfter(start, 22),
    { decision: 'needed', services: 'Six nights a month, and a hoist.' },
    { about: needs },
  )
  const called = life.record(carerAssessmentDue, workdaysAfter(start, 3), {
    whose: 'parent-carer',
    how: 'asked',
    who: 'Nasreen',
  })
  life.record(
    carerAssessed,
    workdaysAfter(start, 29),
    {
      outcome: 'support',
      found:
        'She has not slept through since the spring. She laughed when asked what she would do with a free evening: sleep.',
    },
    { about: called },
  )
  const end = assessed(told, start, decidedOn, { takes: 35, outcome: 'child-in-need-plan', frame: safiya })
  helped(told, workday(addDays(end, 2)), { reviews: 0, ends: 'never' })
  // Looked at again after three weeks of help: what changed stands beside what was found first.
  const again = workdaysAfter(end, 15)
  framed(
    told,
    life.record(assessmentStarted, again, {
      worker: [postOf(life.plot.worker)],
      lead: 'social-worker',
      plan: 'Has the help reached her nights? The same questions, the same people.',
    }),
    again,
    safiyaAgain,
  )
  return life.end()
}
