/** The Panel’s own space: three areas’ rapid reviews that become one national review, one that came this week, and its pool. */
import { addDays, type Day } from '../../guidance/days.ts'
import {
  panelDecided,
  panelDecisionTold,
  partnersAnswered,
  rapidReviewReceived,
} from '../../procedures/national-panel.ts'
import {
  nationalReviewChecked,
  nationalReviewerConfirmed,
  nationalReviewerSelected,
  poolMemberAdded,
  poolMemberRemoved,
  poolPublished,
} from '../../procedures/national-review.ts'
import { affectedChildNamed, personInvolved } from '../../procedures/subjects.ts'
import type { Life, Lifeline, Today } from '../life.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { openMatter } from './matter.ts'

/** What the secretariat has before it. */
export function nationalReviews(today: Today): Lifeline[] {
  return [underReview(today), answered(today), pool(today)]
}

/** A rapid review of another area, answered on its own before the pattern was seen. */
function earlier(life: Life, from: string, number: string, said: string, child: readonly string[], on: Day): void {
  const rapid = life.record(rapidReviewReceived, on, { from, number, said })
  const [forenames, surname, livesIn] = child
  life.record(affectedChildNamed, on, { forenames, surname, livesIn, part: 'harmed' })
  const decided = life.record(
    panelDecided,
    workdaysAfter(on, 8),
    { decision: 'no-national-review', reasons: 'One area’s own. The Panel keeps it in mind.' },
    { about: rapid },
  )
  life.record(
    partnersAnswered,
    workdaysAfter(on, 9),
    { words: 'No national review; the partners’ own goes on.' },
    { about: decided },
  )
}

function underReview(today: Today): Lifeline {
  const received = workday(addDays(today.day, -167))
  const day = (count: number) => workdaysAfter(received, count)
  const first = workdaysAfter(received, -84)
  const life = openMatter('national-review', today, first, {
    name: 'Babies and unexplained injuries, three areas',
    about: 'Three areas in one year: a small injury was explained, and nobody asked again.',
  })
  earlier(
    life,
    'Eastholt Safeguarding Children Partnership',
    'CSPI 071',
    'A local review is held. The partners do not ask for a national one.',
    ['Bram', 'Oduya-Lisle', 'Eastholt'],
    first,
  )
  earlier(
    life,
    'Westmarch Vale Safeguarding Children Partnership',
    'CSPI 096',
    'Learning in another way; the bruise had been seen twice.',
    ['Peri', 'Thackwell', 'Westmarch Vale'],
    workdaysAfter(received, -39),
  )
  const rapid = life.record(rapidReviewReceived, received, {
    from: 'Harrowmere Safeguarding Children Partnership',
    number: 'CSPI 118',
    said: 'A local review is held; the partners are not asking for a national one.',
  })
  life.record(affectedChildNamed, received, {
    forenames: 'Ivo',
    surname: 'Tallack',
    part: 'harmed',
    livesIn: 'Harrowmere',
  })
  const decided = life.record(
    panelDecided,
    day(9),
    {
      decision: 'national-review',
      criteria: ['themes', 'improvements'],
      circumstances: ['many-kinds'],
      reasons: 'The same pattern in three areas within a year.',
    },
    { about: rapid },
  )
  life.record(
    partnersAnswered,
    day(10),
    { words: 'The local review goes on. The Panel’s reviewer will come and listen.' },
    { about: decided },
  )
  life.record(panelDecisionTold, day(10), { told: ['secretary-of-state'] }, { about: decided })
  // The families were told twelve working days after the decision, when each had somebody beside them.
  life.record(panelDecisionTold, day(21), { told: ['family'] }, { about: decided })
  const selected = life.record(
    nationalReviewerSelected,
    day(16),
    { name: 'Professor Idris Amadi', fromPool: true, conflict: false },
    { about: decided },
  )
  life.record(personInvolved, day(16), {
    forenames: 'Idris',
    surname: 'Amadi',
    part: 'Reviewer of the national review',
    contact: 'Through the secretariat',
  })
  const confirmed = life.record(nationalReviewerConfirmed, day(22), {}, { about: selected })
  life.correct(confirmed, day(24), { day: day(21), why: 'The letter is dated the day before.' })
  life.record(
    nationalReviewChecked,
    day(60),
    { isOnTime: true, note: 'Nine of eleven visits done.' },
    { about: selected },
  )
  return life.end()
}

function answered(today: Today): Lifeline {
  const received = workdaysAfter(today.day, -6)
  const life = openMatter('national-review', today, received, {
    name: 'Rapid review received from Eastholt',
    about: 'A girl of fifteen, known to two areas, hurt by an adult whom she met online.',
  })
  life.record(rapidReviewReceived, received, {
    from: 'Eastholt Safeguarding Children Partnership',
    number: 'CSPI 163',
    said: 'The partners are not sure about a national review.',
  })
  return life.end()
}

/** Who may be asked to review: the list is public, people come and go. */
function pool(today: Today): Lifeline {
  const on = workday(addDays(today.day, -400))
  const life = openMatter('national-review', today, on, {
    name: 'Pool of reviewers',
    about: 'Whom the Panel may ask to review, as its public list has them.',
  })
  const published = life.record(poolPublished, on, { place: 'The Panel’s page' })
  const join = (name: string, skills: string) =>
    life.record(poolMemberAdded, on, { name, skills }, { about: published })
  join('Professor Idris Amadi', 'Paediatrics, and how injuries are explained')
  join('Dr Elspeth Ronan-Sykes', 'Health visiting and the first year of life')
  const marcus = join('Marcus Oyelaran-Finch', 'Police investigations of harm to babies')
  life.record(
    poolMemberRemoved,
    workday(addDays(today.day, -60)),
    { reasons: 'He leads a police force now, and asked to be taken off.' },
    { about: marcus },
  )
  return life.end()
}
