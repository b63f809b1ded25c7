/** Pre-proceedings and family group decision making, as one sample of the 2026 collection has it: read, and marked unconfirmed. */
import type { Day } from '../../guidance/days.ts'
import type { Element } from './elements.ts'
import { about, between, on, type Reading } from './reading.ts'
import { readCount, readDay, readIdentifier, readYesNo } from './values.ts'

const days = {
  PPStartDate: 'startedOn',
  LBPSentDate: 'letterSentOn',
  InitialPPMeetingDate: 'firstMeetingOn',
  StepDecisionDate: 'decidedOn',
  CourtAppDate: 'courtApplicationOn',
  LetterInitCPDate: 'proceedingsLetterOn',
} as const

/** Reads one group into one fact. */
export function readPreProceedings(
  reading: Reading,
  group: Element,
  name: string,
  episode: { readonly referral: string | undefined; readonly from: Day; readonly to: Day },
): void {
  const path = 'Child/CINdetails/PreProceedingsandFGDM'
  const data: Record<string, unknown> = {}
  for (const [element, field] of Object.entries(days)) {
    const value = reading.value(group, element, path, readDay)
    if (value) data[field] = value
  }
  const offered = reading.value(group, 'FGDMMeetingOffer', path, readYesNo)
  const held = reading.value(group, 'FGDMMeetingFac', path, readYesNo)
  const reviews = reading.value(group, 'ReviewMeetingsCount', path, readCount)
  const outcome = reading.value(group, 'PPOutcome', path, readIdentifier)
  reading.closeGroup(group, path)
  Object.assign(
    data,
    offered === undefined ? {} : { familyMeetingOffered: offered },
    held === undefined ? {} : { familyMeetingHeld: held },
  )
  if (reviews !== undefined) data['reviewMeetings'] = reviews
  if (Object.keys(data).length === 0 && !outcome) return
  const startedOn = data['startedOn'] as Day | undefined
  reading.fact({
    key: `pre-proceedings-recorded ${name} ${startedOn ?? 'without start'}`,
    kind: 'pre-proceedings-recorded',
    happened: startedOn ? on(startedOn) : between(episode.from, episode.to),
    ...about(episode.referral),
    data,
    narrative: outcome ? { outcomeCode: outcome } : {},
    line: group.line,
    path,
  })
}
