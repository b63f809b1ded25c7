/** What runs beside a review: a trial, an inquest, another review. Named, with whom to ring, so that nobody is asked twice or harmed. */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { promptFor } from './prompt-for.ts'
import { incidentKnown } from './serious-incident.ts'

export const parallelProcessKnown = fact('parallel-process-known', {
  label: 'Process running alongside recorded',
  happenedOn: 'Day on which it was learnt',
  cites: ['WT18-4.11-01'],
  fields: {
    what: choice('What it is', {
      criminal: 'Criminal investigation or trial',
      inquest: 'Inquest',
      disciplinary: 'Disciplinary or professional proceedings',
      'adults-review': 'Safeguarding adults review',
      'homicide-review': 'Domestic homicide review',
      mappa: 'MAPPA serious case review',
      'child-death-review': 'Child death review',
      'safeguarding-review': 'Child safeguarding practice review',
      'patient-safety': 'Inquiry into a patient’s safety',
      other: 'Another one',
    }),
    contact: words('Whom to ring', optional),
    decision: choice(
      'How the two go on',
      { proceed: 'Both go on', pause: 'A part of ours waits', joint: 'One review for both' },
      optional,
    ),
    mayNotShare: narrative('What may not be shared yet, and until when', optional),
  },
})

export const leadsAgreed = fact('leads-of-processes-agreed', {
  label: 'Agreed how the processes go side by side',
  happenedOn: 'Day of the agreement',
  about: [parallelProcessKnown.kind],
  fields: { agreed: narrative('Who leads what, in which order, and what is shared') },
})

export const processEnded = fact('parallel-process-ended', {
  label: 'Process running alongside ended',
  happenedOn: 'Day on which it ended',
  about: [parallelProcessKnown.kind],
  fields: { outcome: narrative('How it ended', optional) },
})

export const childDeathReviewLinked = fact('child-death-review-linked', {
  label: 'Child death review of this death noted',
  happenedOn: 'Day on which its partners were told or it was known to run',
  about: [incidentKnown.kind],
  fields: {
    reference: words('Reference, where there is one', { ...optional, longest: 20 }),
    contact: words('Whom to ring', optional),
  },
})

const alongside = "chapter 4, 'Other processes running alongside'"

export const agreeSideBySide = duty({
  id: 'agree-how-processes-go-side-by-side',
  who: 'Safeguarding partners, or whoever leads the review',
  by: 'owner',
  must: 'Agree with the lead of the other process how the two go side by side',
  arisesFrom: parallelProcessKnown,
  dischargedBy: [leadsAgreed],
  lapsesOn: [processEnded],
  cites: ['WT18-4.11-01'],
  editions: [{ edition: 'wt2018', within: promptly(), force: 'should', source: wt2018.at(alongside) }],
})

// Section 16M: the review of the death runs whatever else does.
export const linkChildDeathReview = duty({
  id: 'link-child-death-review',
  who: 'Local authority',
  by: 'authority',
  must: 'Link the review of this child’s death, which runs beside this one by law',
  arisesFrom: incidentKnown,
  when: ({ data }) => data.harm === 'died' && data.under18 !== 'no',
  dischargedBy: [childDeathReviewLinked],
  cites: ['WT18-4.11-02'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'must',
      source: wt2018.at(`${alongside}; Children Act 2004, section 16M`, { confirmed: true }),
    },
  ],
})

export const parallelProcesses = procedure({
  id: 'parallel-processes',
  label: 'Processes running alongside',
  section: '4.11',
  caseKind: ['incident', 'national-review', 'child-death'],
  leads: 'Partners, with the lead of each process',
  takesPart: 'Police, coroner, regulators, boards for adults and community safety, child death review partners',
  opensWith: [turn(parallelProcessKnown)],
  closesWith: [turn(processEnded)],
  facts: [parallelProcessKnown, leadsAgreed, processEnded, childDeathReviewLinked],
  duties: [agreeSideBySide, linkChildDeathReview],
  prompts: [
    promptFor(
      'WT18-4.11-03',
      parallelProcessKnown,
      'Share between the two what may be shared, so that the family is not asked for the same thing twice.',
      alongside,
    ),
  ],
})
