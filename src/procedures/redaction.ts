/**
 * Removing words for good. One person asks, with a ground; a second one of the same agency decides. No guidance asks for it: the law
 * on data protection wants what is wrong to be erased without delay, and wants it to be shown that and why it was done.
 */
import { duty } from '../engine/duty.ts'
import { fact } from '../engine/fact.ts'
import { choice, narrative, optional } from '../engine/field.ts'
import { caseKinds, procedure } from '../engine/procedure.ts'
import { localPolicy, workingDays } from '../guidance/limits.ts'
import { redactionGrounds } from '../guidance/redaction.ts'
import { act } from '../guidance/sources.ts'

const ground = choice('Why', redactionGrounds)

/** Continues the fact whose words are meant; which words, its data say: see `ledger/redact.ts`. */
export const redactionAsked = fact('redaction-asked', {
  label: 'Removal of words asked for',
  happenedOn: 'Day on which it was asked for',
  byAct: true,
  fields: { ground, why: narrative('What is wrong with them, without repeating them') },
})

export const redactionApproved = fact('redaction-approved', {
  label: 'Removal of words approved, and words removed',
  happenedOn: 'Day on which it was approved',
  byAct: true,
  about: [redactionAsked.kind],
  fields: { ground },
})

export const redactionRefused = fact('redaction-refused', {
  label: 'Removal of words refused',
  happenedOn: 'Day on which it was refused',
  byAct: true,
  about: [redactionAsked.kind],
  fields: { why: narrative('Why the words stay', optional) },
})

export const decideOnRedaction = duty({
  id: 'decide-on-redaction',
  who: 'A second person of the agency that recorded the words',
  by: 'owner',
  must: 'Decide whether words are removed from the record',
  arisesFrom: redactionAsked,
  dischargedBy: [redactionApproved, redactionRefused],
  dischargedWhen: (answer, asked) => answer.about === asked.root,
  onlyOwn: true,
  outlivesDeath: true,
  outlivesClosing: true,
  outlivesChildhood: true,
  // No requirement of the guidance.
  cites: [],
  editions: [
    {
      edition: 'wt2018',
      within: localPolicy('decide-on-redaction', 'deciding whether words are removed', workingDays(5)),
      force: 'should',
      source: act('UK General Data Protection Regulation', 'Article 5(1)(d), erased or rectified without delay'),
    },
  ],
})

export const redaction = procedure({
  id: 'redaction',
  label: 'Removing words from the record',
  section: '0',
  caseKind: caseKinds,
  leads: 'The agency that recorded the words',
  takesPart: 'Whoever asks, and a second person who decides',
  opensWith: [],
  closesWith: [],
  facts: [redactionAsked, redactionApproved, redactionRefused],
  duties: [decideOnRedaction],
  prompts: [],
})
