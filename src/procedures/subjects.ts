/** What a case is about where it is no child's file: the name by which it is found, and the people in it. */
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'

/** A place, a group, an incident, a review, a round or an arrangement: found by this name. */
export const matterNamed = fact('matter-named', {
  label: 'Name of the matter recorded',
  happenedOn: 'Day from which it is called so',
  names: 'matter',
  fields: {
    name: words('Name', { hint: 'Short, and without the name of a child: lists show it' }),
    about: narrative('What it is about, in a line or two', optional),
  },
})

/** The person whom an allegation is about. */
export const workerNamed = fact('worker-named', {
  label: 'Name of the person the allegation is about recorded',
  happenedOn: 'Day on which the name was learnt',
  names: 'worker',
  fields: {
    forenames: words('First names', optional),
    surname: words('Last name, or what the person is called'),
    bornOn: day('Date of birth', optional),
    post: words('What the person does, paid or unpaid, and where', optional),
  },
})

/** A child in an incident or a place: the child's own file, where there is one, is another case. */
export const affectedChildNamed = fact('affected-child-named', {
  label: 'Child affected recorded',
  happenedOn: 'Day on which it was learnt',
  names: 'affected-child',
  fields: {
    forenames: words('First names', optional),
    surname: words('Last name, or what the child is called'),
    bornOn: day('Date of birth', optional),
    part: choice(
      'How the child is affected',
      { harmed: 'Harmed', died: 'Died', 'at-risk': 'At risk', other: 'Another child there' },
      optional,
    ),
    livesIn: words('Authority in which the child usually lives', optional),
    file: words('Reference of the child’s own file', { ...optional, longest: 20 }),
  },
})

/** Anybody else who has to do with it. */
export const personInvolved = fact('person-involved', {
  label: 'Person involved recorded',
  happenedOn: 'Day on which it was learnt',
  names: 'involved',
  fields: {
    forenames: words('First names', optional),
    surname: words('Last name, or what the person is called'),
    part: words('What the person has to do with it'),
    contact: words('How to reach the person', optional),
  },
})

export const subjects = procedure({
  id: 'subjects',
  label: 'What and who it is about',
  section: '0',
  caseKind: ['context', 'allegation', 'incident', 'national-review', 'assurance', 'arrangements'],
  leads: 'Whoever works on the matter',
  takesPart: '',
  opensWith: [],
  closesWith: [],
  facts: [matterNamed, workerNamed, affectedChildNamed, personInvolved],
  duties: [],
  prompts: [],
})
