/**
 * Somebody who is known to be a danger to children and has to do with this child: from prison, probation, police or public protection
 * meetings (sections 2.9 and 2.16). Kept by the agency that knows it; of a meeting’s minutes only what bears on the child. It stands in
 * a compartment of its own, for those who work with the child and those who decide (decision 0029).
 */
import { fact } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'

export const offenderRisk = fact('known-offender-recorded', {
  label: 'Known danger from a person recorded',
  happenedOn: 'Day from which it is so, or on which it was assessed',
  forFew: true,
  fields: {
    from: choice('From where it is known', {
      mappa: {
        label: 'Public protection arrangements (MAPPA)',
        hint: 'Restricted: write only what bears on this child. Seen by the team that works on the file, the front door, managers and chairs; in other agencies by those who record for them',
      },
      probation: 'Probation',
      prison: 'Prison',
      police: 'Police',
      'transport-police': 'British Transport Police',
    }),
    person: words('Who it is', optional),
    link: choice(
      'What the person has to do with the child',
      { household: 'Lives there', contact: 'Has contact', seeks: 'Seeks contact', other: 'Something else' },
      optional,
    ),
    level: choice('MAPPA level', { '1': 'Level 1', '2': 'Level 2', '3': 'Level 3' }, optional),
    levelOn: day('Day of that level', optional),
    contact: choice(
      'What was decided about contact',
      { allowed: 'Allowed', limited: 'Limited', stopped: 'Stopped' },
      optional,
    ),
    sharedWith: parties('Who was told', 'agency', optional),
    reviewOn: day('To be looked at again on', { ...optional, ahead: true }),
    checks: narrative('What was checked, with whom', optional),
    actions: narrative('What is done to protect the child, by whom', optional),
  },
})

export const knownOffender = procedure({
  id: 'known-offender',
  label: 'A known danger from a person',
  section: '2.9',
  caseKind: ['child', 'context'],
  leads: 'Prison, probation, police, or the responsible authority for public protection',
  takesPart: 'Children’s social care, youth offending team',
  opensWith: [],
  closesWith: [],
  facts: [offenderRisk],
  duties: [],
  prompts: [],
})
