/** Children for whom the question is where they live: home again after months in care, and out of the door at seventeen. */
import { homelessnessSeen, referredToHousing } from '../../procedures/homelessness.ts'
import { planAtHomeMade, returnAssessed, returnedHome, returnPlanned } from '../../procedures/return-home.ts'
import { postOf } from '../cast.ts'
import type { Lifeline, Today } from '../life.ts'
import { assessed } from '../phases/assessing.ts'
import { referred } from '../phases/beginning.ts'
import { see } from '../phases/seeing.ts'
import { workdaysAfter } from '../workdays.ts'
import { bornAgo, openFor, parent } from './family.ts'

/** Shanice came home from care as planned; the plan for afterwards was made three weeks late. */
export function homeFromCare(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -75)
  const told = openFor({
    crew: 'tom',
    today,
    start,
    theme: 'drink',
    network: ['crossways', 'tanyard', 'housing'],
    who: {
      forenames: 'Shanice',
      surname: 'Bartley',
      sex: 'F',
      born: bornAgo(today, 14, 199),
      ethnicity: 'BCRB',
      mother: 'Yvonne',
      other: 'Uncle Des',
      school: 'crossways',
      surgery: 'tanyard',
    },
    people: [parent('Yvonne', 'Bartley')],
  })
  const { life } = told
  const { decidedOn } = referred(told, start, {
    source: '5A',
    after: 1,
    without: [],
    reason:
      'She has been with a foster carer for seven months by agreement with {mother}, who has been dry since the winter. Both ask for her to come home in the summer.',
  })
  const planned = life.record(returnPlanned, workdaysAfter(start, 4), {
    plannedFor: workdaysAfter(start, 30),
    status: 'accommodated',
  })
  life.record(
    returnAssessed,
    workdaysAfter(start, 24),
    {
      suitable: 'yes',
      improved: true,
      approvedBy: [postOf('samuel')],
      found: 'Her room is ready. Yvonne goes to her meetings, and says which days are hard.',
    },
    { about: planned },
  )
  const home = life.record(
    returnedHome,
    workdaysAfter(start, 30),
    { how: 'planned', status: 'accommodated', told: 'School, surgery and the foster carer, who brought her.' },
    { about: planned },
  )
  see(told, workdaysAfter(start, 32), { where: 'home', alone: true })
  life.record(
    planAtHomeMade,
    workdaysAfter(start, 47),
    {
      reviewOn: workdaysAfter(today.day, 12),
      plan: 'The foster carer stays a friend: Sundays.',
      family: 'Yvonne and Shanice both signed it',
    },
    { about: home },
  )
  assessed(told, start, decidedOn, { takes: 42, outcome: 'child-in-need-plan' })
  return life.end()
}

/** Dean is seventeen and sleeps on friends’ floors. */
export function withoutAHome(today: Today): Lifeline {
  const start = workdaysAfter(today.day, -9)
  const told = openFor({
    crew: 'chidi',
    today,
    start,
    theme: 'exploited',
    network: ['housing', 'youth', 'tanyard'],
    who: {
      forenames: 'Dean',
      surname: 'Farthing',
      sex: 'M',
      born: bornAgo(today, 17, 60),
      ethnicity: 'WBRI',
      mother: 'Mandy',
      other: 'Steve',
      surgery: 'tanyard',
    },
    people: [parent('Mandy', 'Farthing', 'mother', false)],
  })
  referred(told, start, {
    from: 'youth',
    after: 1,
    without: [],
    reason:
      'Put out by his mother’s partner a week ago. He sleeps on friends’ floors and washes at the project. He has an exam on Thursday.',
  })
  const seen = told.life.record(homelessnessSeen, workdaysAfter(start, 1), {
    who: '16-or-17',
    agrees: 'yes',
    housing: 'Harrowmere Homes',
    reason: 'Cannot go home while Steve is there.',
  })
  told.life.record(
    referredToHousing,
    workdaysAfter(start, 2),
    {
      authority: 'Harrowmere Council, housing',
      reply: 'A room in supported lodgings from Friday, if social care agrees.',
    },
    { about: seen },
  )
  return told.life.end()
}
