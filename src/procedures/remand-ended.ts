/**
 * A child whom a court remands, and the end of the remand: what support goes on when it is over. It may be thought of before that day,
 * and is owed from it on, also where the child has meanwhile grown up or the case is closed.
 */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, day, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure, turn } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { socialCare } from './actors.ts'

export const childRemanded = fact('child-remanded', {
  label: 'Child remanded',
  happenedOn: 'Day on which the remand began; where the court remands the child again, it goes on',
  fields: {
    to: choice('Where to', {
      'youth-detention': 'Youth detention accommodation',
      'local-authority': 'Local authority accommodation',
    }),
    place: words('Where the child is placed', optional),
    court: words('Which court', optional),
    nextOn: day('Next day in court', { ...optional, ahead: true }),
  },
})

export const childRemandEnded = fact('child-remand-ended', {
  label: 'Remand of the child ended',
  happenedOn: 'Day on which the remand ended',
  about: [childRemanded.kind],
  fields: {
    how: choice('How it ended', {
      sentenced: 'The child was sentenced',
      bailed: 'The child was bailed',
      'no-case': 'The child was acquitted, or the case was dropped',
      'turned-18': 'The child turned 18',
    }),
    to: words('Where the child went', optional),
  },
})

export const supportAfterRemandConsidered = fact('support-after-remand-considered', {
  label: 'Support after the remand considered',
  happenedOn: 'Day on which it was considered',
  about: [childRemandEnded.kind, childRemanded.kind],
  aboutLatest: true,
  fields: {
    decision: choice('What was decided', {
      support: 'Support is given after the remand',
      'not-wanted': 'Support was offered, and is not wanted',
      'not-needed': 'No support is needed',
    }),
    decidedBy: parties('Who decided', 'post', optional),
    support: narrative('What support, from whom and until when', optional),
    wishes: narrative('What the child wants', optional),
    reasons: narrative('Why'),
  },
})

type Considered = Statement<typeof supportAfterRemandConsidered.fields>
type Ended = Statement<typeof childRemandEnded.fields>

/** What was considered while the remand went on closes nothing until the remand has ended. */
function hasEnded(considered: Considered, line: Line): boolean {
  return line.has(childRemandEnded, ended => ended.happened.from <= considered.happened.to)
}

function wasConsidered(ended: Ended, line: Line): boolean {
  return line.has(supportAfterRemandConsidered, considered => considered.happened.from <= ended.happened.to)
}

// The source that confirms it has the words of 2023 and tells that those of 2018 are similar.
export const considerSupportAfterRemand = duty({
  id: 'consider-support-after-remand',
  who: socialCare,
  by: 'authority',
  must: 'Consider what support the child needs now that the remand has ended',
  arisesFrom: childRemandEnded,
  dischargedBy: [supportAfterRemandConsidered],
  mayPrecede: true,
  reach: 'line',
  // The end of a remand is often the end of the work, or of childhood.
  outlivesChildhood: true,
  outlivesClosing: true,
  cites: ['WT18-1.23-06'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly('when the remand ends'),
      force: 'should',
      source: wt2018.at('chapter 1, Flow chart 6 (J18 pp.53-54; D20 p.57)', { confirmed: true }),
    },
  ],
})

export const remandEnded = procedure({
  id: 'remand-ended',
  label: 'Remand, and support after it',
  section: '1.23',
  caseKind: 'child',
  leads: socialCare,
  takesPart: 'Child and family, youth offending team, the establishment or carers',
  opensWith: [turn(childRemanded), turn(childRemandEnded)],
  closesWith: [turn(supportAfterRemandConsidered, hasEnded), turn(childRemandEnded, wasConsidered)],
  reach: 'line',
  facts: [childRemanded, childRemandEnded, supportAfterRemandConsidered],
  duties: [considerSupportAfterRemand],
  prompts: [],
})
