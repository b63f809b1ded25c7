/**
 * What there can be a case about, as data: one page shows each of them. A child's file is the authority's; what is about a
 * body's own work is seen by those who do that work for it, and by nobody else until it is shared with them.
 */
import type { Body } from '../engine/duty.ts'
import type { FactDefinition } from '../engine/fact.ts'
import type { CaseKind } from '../engine/procedure.ts'
import { childNamed } from './people.ts'
import { matterNamed, workerNamed } from './subjects.ts'

export interface KindOfCase {
  /** What one is called: "Allegation". */
  readonly label: string
  /** On the button that opens one: "Open an allegation". */
  readonly opens: string
  /** What it is for, where somebody chooses what to open. */
  readonly isFor: string
  /** The bodies whose people work on it from the start; whoever opens it sees what their own agency records. */
  readonly bodies: readonly Body[]
  /** The kind of fact that names it. */
  readonly namedBy: FactDefinition
  /** What is recorded first, after its name; nothing where there is no one first thing. */
  readonly beginsWith?: string
  /** The way through it, as far as the guidance describes one: ids of procedures, in order. */
  readonly way: readonly string[]
  /** What the way is called where it is drawn. */
  readonly wayLabel: string
}

export const kindsOfCase: Readonly<Record<CaseKind, KindOfCase>> = {
  child: {
    label: 'Child’s file',
    opens: 'Open a file for a child',
    isFor: 'A child in the area, born or not yet born, whom somebody worries about or works with.',
    bodies: ['authority'],
    namedBy: childNamed,
    beginsWith: 'referral-received',
    way: [
      'referral',
      'assessment',
      'child-in-need-plan',
      'strategy-discussion',
      'section-47-enquiry',
      'initial-conference',
      'child-protection-plan',
    ],
    wayLabel: 'From a referral to the end of a plan',
  },
  context: {
    label: 'Place, group or online space',
    opens: 'Open a file for a place or group',
    isFor: 'Somewhere, or among a group, where children come to harm outside their homes.',
    bodies: ['authority'],
    namedBy: matterNamed,
    beginsWith: 'risk-outside-home-seen',
    way: ['risk-outside-home'],
    wayLabel: 'The work with the place or group',
  },
  allegation: {
    label: 'Allegation',
    opens: 'Report an allegation',
    isFor: 'Somebody who works with children, paid or unpaid, may have harmed a child or be unsuitable.',
    bodies: ['authority'],
    namedBy: workerNamed,
    beginsWith: 'allegation-made',
    way: ['position-of-trust-allegation'],
    wayLabel: 'From an allegation to its outcome',
  },
  incident: {
    label: 'Serious incident',
    opens: 'Open a serious incident',
    isFor: 'A child has died or been seriously harmed, and abuse or neglect is known or suspected.',
    bodies: ['authority', 'safeguarding-partners'],
    namedBy: matterNamed,
    beginsWith: 'incident-known',
    way: [
      'serious-incident',
      'rapid-review',
      'local-review-decision',
      'local-review-conduct',
      'local-review-report',
      'acting-on-findings',
    ],
    wayLabel: 'From the incident to what was learnt',
  },
  'national-review': {
    label: 'National review',
    opens: 'Open a national review',
    isFor: 'The Panel reviews cases whose issues are complex or matter nationally.',
    bodies: ['panel'],
    namedBy: matterNamed,
    beginsWith: 'rapid-review-received',
    way: ['national-panel', 'national-review', 'acting-on-findings'],
    wayLabel: 'From a rapid review received to the national report',
  },
  'child-death': {
    label: 'Child death review',
    opens: 'Notify a child’s death',
    isFor: 'A child who lived here has died: every death, whatever the cause.',
    bodies: ['child-death-review-partners'],
    namedBy: childNamed,
    beginsWith: 'child-died',
    way: [
      'immediate-decisions',
      'child-death-notification',
      'joint-agency-response',
      'child-death-information',
      'child-death-review-meeting',
      'overview-panel',
    ],
    wayLabel: 'From the death to what was learnt',
  },
  assurance: {
    label: 'Assurance round',
    opens: 'Open an assurance round',
    isFor: 'One organisation says how it keeps children safe, standard by standard, in one round.',
    bodies: ['safeguarding-partners'],
    namedBy: matterNamed,
    beginsWith: 'assurance-round-opened',
    way: ['section-11-assurance'],
    wayLabel: 'From the question to the answer and its test',
  },
  arrangements: {
    label: 'Local arrangements',
    opens: 'Open local arrangements',
    isFor: 'How the partners of an area work together: what they agree, publish, test and report.',
    bodies: ['safeguarding-partners', 'child-death-review-partners'],
    namedBy: matterNamed,
    way: ['safeguarding-partners', 'arrangements-publication', 'independent-scrutiny', 'yearly-report'],
    wayLabel: 'From agreeing to reporting',
  },
}

/** What a case of a kind is; a child's file for a kind that is not known any more. */
export function kindOfCase(kind: string): KindOfCase {
  return kindsOfCase[kind as CaseKind] ?? kindsOfCase.child
}
