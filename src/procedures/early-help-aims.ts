/** What early help is to change, and how far it has: each aim scored with the family when it is set, and again whenever it is looked at. */
import { fact } from '../engine/fact.ts'
import { choice, choices, narrative, optional, words } from '../engine/field.ts'

/** From 0 to 10, whichever scale the family and its practitioners use. */
const scores = {
  '0': '0: as bad as it can be',
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5',
  '6': '6',
  '7': '7',
  '8': '8',
  '9': '9',
  '10': '10: as it should be',
} as const

const scored = {
  score: choice('Where is it on that day, from 0 to 10?', scores),
  scoredBy: choices(
    'Who gave the score',
    { child: 'The child', family: 'Parents or carers', practitioners: 'Practitioners' },
    optional,
  ),
}

export const earlyHelpAimSet = fact('early-help-aim-set', {
  label: 'Aim of early help set',
  happenedOn: 'Day on which it was agreed and first scored',
  about: ['early-help-plan-started', 'early-help-assessed', 'early-help-need-noticed'],
  fields: {
    aim: words('What is to be different, and for whom', { hint: 'One aim. Each has a record of its own' }),
    scale: choice(
      'On which scale',
      { own: 'A scale of the family’s own, from 0 to 10', star: 'One point of an outcomes star, from 1 to 10' },
      optional,
    ),
    ...scored,
    done: narrative('Who does what for it, and by when', optional),
  },
})

export const earlyHelpAimScored = fact('early-help-aim-scored', {
  label: 'Aim of early help scored again',
  happenedOn: 'Day on which it was scored',
  about: [earlyHelpAimSet.kind],
  fields: { ...scored, note: narrative('What has changed for the child', optional) },
})
