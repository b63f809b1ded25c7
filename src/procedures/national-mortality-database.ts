/** Every death of a child, and every review still open, in one national database: from 1 April 2019. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, optional, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { fixedDay, hours, localPolicy } from '../guidance/limits.ts'
import { cdr2018 } from '../guidance/sources.ts'
import { deathNotified } from './child-death-notification.ts'
import { childDied } from './people.ts'
import { promptFor } from './prompt-for.ts'

/** The first day from which deaths go there. */
const begins = '2019-04-01'

export const enteredInDatabase = fact('entered-in-mortality-database', {
  label: 'Death entered in the national database',
  happenedOn: 'When it was entered',
  time: 'asked',
  about: [deathNotified.kind],
  fields: {
    reference: words('Reference there', optional),
    how: choice('How', { portal: 'By hand', sent: 'Sent by the office’s system' }, optional),
    version: words('Version of the form', { ...optional, longest: 40 }),
  },
})

const database = 'arrangements for the National Child Mortality Database'
const entering = {
  who: 'Child death review office',
  by: 'child-death-review-partners',
  must: 'Enter the death in the National Child Mortality Database',
  arisesFrom: childDied,
  dischargedBy: [enteredInDatabase],
  reach: 'case',
} as const

// T5C-NOT-02: practice of areas and of the database, and no number of the guidance. An area sets its own; without one, 48 hours.
export const enterDeath = duty({
  ...entering,
  id: 'enter-death-in-database',
  when: ({ happened }) => happened.from >= begins,
  cites: ['WT18-5.13-01', 'T5C-NOT-02'],
  editions: [
    {
      edition: 'cdr2018',
      within: localPolicy('T5C-NOT-02', 'how soon a death is entered in the national database', hours(48)),
      force: 'should',
      source: cdr2018.at(`chapter 2; ${database}`),
    },
  ],
})

// T5C-NCMD-01: what was open on that day goes there as well.
export const enterOpenReview = duty({
  ...entering,
  id: 'enter-open-review-in-database',
  must: 'Enter the review that is still open in the National Child Mortality Database',
  when: ({ happened }) => happened.from < begins,
  cites: ['WT18-5.13-01', 'T5C-NCMD-01', 'T5C-NCMD-02'],
  editions: [
    {
      edition: 'cdr2018',
      within: fixedDay(begins),
      force: 'should',
      source: cdr2018.at(database, { confirmed: true }),
    },
  ],
})

export const nationalMortalityDatabase = procedure({
  id: 'national-mortality-database',
  label: 'National Child Mortality Database',
  section: '5.13',
  caseKind: 'child-death',
  leads: 'Child death review office',
  takesPart: 'The national database',
  opensWith: [],
  closesWith: [],
  facts: [enteredInDatabase],
  duties: [enterDeath, enterOpenReview],
  prompts: [
    promptFor(
      'WT18-5.13-02',
      enteredInDatabase,
      'By hand or by your own system: forms change, so say which version it was.',
      'chapter 5',
    ),
  ],
})
