/** The Panel’s own space: rapid reviews that two areas sent to it. One becomes a national review, one is answered. */
import { addDays } from '../../guidance/days.ts'
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
  poolPublished,
} from '../../procedures/national-review.ts'
import type { Lifeline, Today } from '../life.ts'
import { workday, workdaysAfter } from '../workdays.ts'
import { openMatter } from './matter.ts'

/** What the secretariat has before it. */
export function nationalReviews(today: Today): Lifeline[] {
  return [underReview(today), answered(today)]
}

function underReview(today: Today): Lifeline {
  const received = workday(addDays(today.day, -167))
  const day = (count: number) => workdaysAfter(received, count)
  const life = openMatter('national-review', today, received, {
    name: 'Babies and unexplained injuries, Harrowmere and others',
    about: 'Three areas in one year: a small injury was explained, and nobody asked again.',
  })
  life.record(poolPublished, received, { place: 'The Panel’s page', changes: 'Two reviewers from health are new.' })
  const rapid = life.record(rapidReviewReceived, received, {
    from: 'Harrowmere Safeguarding Children Partnership',
    number: 'CSPI 118',
    said: 'A local review is recommended; the partners are not asking for a national one.',
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
