/** The meetings that decide for a child: what each one's decision is recorded as, who has to be there, and what goes out before it. */
import type { FactDefinition, Json } from '../engine/fact.ts'
import type { Day } from '../guidance/days.ts'
import { childInNeedPlanReviewed } from './child-in-need-plan.ts'
import { coreGroupHeld } from './core-group.ts'
import { earlyHelpReviewed } from './early-help.ts'
import { familyMeetingHeld } from './family-group-decision.ts'
import { conferencePlanned } from './initial-conference.ts'
import type { FamilyMember, MeetingCode, Part } from './meeting-facts.ts'
import { initialConferenceHeld, reviewConferenceHeld } from './plan-facts.ts'
import { reviewConferencePlanned } from './review-conference.ts'
import { strategyDiscussionHeld } from './strategy-discussion.ts'

/** Who has to be there for a meeting to count as held, from a day until the next such rule. */
export interface Quorum {
  readonly from: Day
  /** Each of these. */
  readonly all: readonly Part[]
  /** Besides them, so many agencies more, whichever they are. */
  readonly more?: number
  /** Local practice: the guidance asks who takes part and names no number. */
  readonly local?: true
  /** Where it is written. */
  readonly source: string
}

/** Who was there, as the meeting's page knows it. Ids are those of agencies. */
export interface Attendance {
  readonly invited: readonly string[]
  readonly came: readonly string[]
  readonly absent: readonly string[]
  readonly present: readonly Part[]
  /** Who of the family: the child, the parents, others. */
  readonly family: readonly FamilyMember[]
  readonly isQuorate: boolean
}

export interface MeetingKind {
  /** The record that its decision becomes: duties follow from that one. */
  readonly decidedAs: FactDefinition
  /** What is recorded when it is called, so that what is owed before it is owed. */
  readonly plannedAs?: FactDefinition
  /** What the decision says from who was there, by its fields: nobody types it again. */
  readonly carries: (attendance: Attendance) => Json
  /** The latest is the last. */
  readonly quorum: readonly Quorum[]
  /** Whether the guidance has the family there. */
  readonly isWithFamily: boolean
  /** The power under which what is said for it is shared, by its code in the list of lawful bases. */
  readonly basis: string
}

const chapter = '2018-07-04'
const conference = "chapter 1, 'Initial child protection conferences' (J18 p.46; D20 p.49)"

/** So many take part in a conference by local practice: the guidance lists who is asked and gives no number. */
const ofConference: Quorum = { from: chapter, all: ['social-worker'], more: 2, local: true, source: conference }

/** The conference that decides whether there is to be a plan, and the one for a child who moved in on one. */
function conferenceOf(kind: 'initial' | 'transfer-in'): MeetingKind {
  return {
    decidedAs: initialConferenceHeld as unknown as FactDefinition,
    plannedAs: conferencePlanned as unknown as FactDefinition,
    // Whether it is held before birth is asked: only a transfer says by itself which it is.
    carries: ({ invited, came, isQuorate: quorum }) => ({
      invited,
      attended: came,
      quorum,
      ...(kind === 'transfer-in' ? { kind } : {}),
    }),
    quorum: [ofConference],
    isWithFamily: true,
    basis: 'ca1989-s47',
  }
}

/** Every meeting of chapter 1. */
export const meetingKinds: Readonly<Record<MeetingCode, MeetingKind>> = {
  'strategy-discussion': {
    decidedAs: strategyDiscussionHeld as unknown as FactDefinition,
    carries: ({ came, absent, present }) => ({ agencies: came, absent, present: present.filter(isOfDiscussion) }),
    quorum: [
      {
        from: chapter,
        all: ['social-worker', 'police', 'health'],
        source: "chapter 1, 'Strategy discussion' (J18 p.38; D20 p.41)",
      },
    ],
    isWithFamily: false,
    basis: 'ca1989-s47',
  },
  'initial-conference': conferenceOf('initial'),
  'transfer-in-conference': conferenceOf('transfer-in'),
  'review-conference': {
    decidedAs: reviewConferenceHeld as unknown as FactDefinition,
    plannedAs: reviewConferencePlanned as unknown as FactDefinition,
    carries: ({ came }) => ({ attended: came }),
    quorum: [{ ...ofConference, source: "chapter 1, 'Child protection review conference' (J18 p.50; D20 p.53)" }],
    isWithFamily: true,
    basis: 'ca1989-s47',
  },
  'core-group': {
    decidedAs: coreGroupHeld as unknown as FactDefinition,
    carries: ({ came, absent, family }) => ({ agencies: came, absent, family }),
    quorum: [
      {
        from: chapter,
        all: ['social-worker'],
        more: 1,
        local: true,
        source: "chapter 1, 'The child protection plan' and Flow chart 5 (J18 pp.48-52; D20 pp.51-54)",
      },
    ],
    isWithFamily: true,
    basis: 'ca1989-s47',
  },
  'child-in-need-meeting': {
    decidedAs: childInNeedPlanReviewed as unknown as FactDefinition,
    carries: ({ came, family }) => ({
      agencies: came,
      present: [
        ...(family.includes('child') ? ['child'] : []),
        ...(family.some(one => one !== 'child') ? ['family'] : []),
        ...(came.length > 0 ? ['agencies'] : []),
      ],
    }),
    quorum: [
      {
        from: chapter,
        all: ['social-worker', 'family'],
        local: true,
        source: "chapter 1, 'Focusing on outcomes' (J18 p.29; D20 p.32)",
      },
    ],
    isWithFamily: true,
    basis: 'ca1989-s17',
  },
  'family-group-decision': {
    decidedAs: familyMeetingHeld as unknown as FactDefinition,
    carries: () => ({}),
    quorum: [{ from: chapter, all: ['family'], source: 'Children Act 1989, section 31ZA (Act of 2026, section 1)' }],
    isWithFamily: true,
    basis: 'ca1989-s17',
  },
  'team-around-the-family': {
    decidedAs: earlyHelpReviewed as unknown as FactDefinition,
    carries: () => ({}),
    quorum: [
      {
        from: chapter,
        all: ['family'],
        more: 1,
        local: true,
        source: "chapter 1, 'Effective assessment of the need for early help' (J18 p.13; D20 p.15)",
      },
    ],
    isWithFamily: true,
    basis: 'ca2004-s10',
  },
}

/** A meeting by its code; nothing for a code that is none. */
export function findMeetingKind(code: string | undefined): MeetingKind | undefined {
  return code !== undefined && Object.hasOwn(meetingKinds, code) ? meetingKinds[code as MeetingCode] : undefined
}

/** Who has to be there for a meeting that took place on a day. */
export function quorumOn({ quorum }: Pick<MeetingKind, 'quorum'>, day: Day): Quorum | undefined {
  return quorum.findLast(one => one.from <= day)
}

/** What a meeting lacks: parts that nobody spoke for, and how many agencies more it needs. Nothing lacks where it is quorate. */
export interface Lacks {
  readonly parts: readonly Part[]
  readonly agencies: number
}

/**
 * What a meeting lacks to count as held.
 * @param present the parts that somebody there spoke for
 * @param agencies how many agencies were there besides the one that called it
 */
export function lacking(quorum: Quorum | undefined, present: readonly Part[], agencies: number): Lacks {
  if (!quorum) return { parts: [], agencies: 0 }
  return {
    parts: quorum.all.filter(part => !present.includes(part)),
    agencies: Math.max(0, (quorum.more ?? 0) - agencies),
  }
}

/** Somebody who was at a meeting, or says that they come. */
export interface There {
  readonly part: Part
  /** The same for everybody of one agency or body. */
  readonly from: string
  /** They are of the agency that called it. */
  readonly isOwner: boolean
}

/** How many agencies were there besides the one that called it: each once, however many came of it; and parts spoken for by somebody without an invitation. */
export function othersThere(there: readonly There[], present: readonly Part[]): number {
  const owners = new Set(there.flatMap(one => (one.isOwner ? one.from : [])))
  const others = new Set(there.flatMap(one => (owners.has(one.from) ? [] : one.from)))
  const seated = new Set(there.map(({ part }) => part))
  const without = new Set(present.filter(part => part !== 'family' && part !== 'referrer' && !seated.has(part)))
  return others.size + without.size
}

/** Whether nothing lacks. */
export function isQuorate(lacks: Lacks): boolean {
  return lacks.parts.length === 0 && lacks.agencies === 0
}

/** For which part the people of a kind of agency speak. */
export function partOf(agencyKind: string): Part {
  return partsByKind[agencyKind] ?? 'other'
}

const partsByKind: Readonly<Record<string, Part>> = {
  'local-authority': 'social-worker',
  police: 'police',
  'general-practice': 'health',
  'community-health': 'health',
  hospital: 'health',
  'mental-health': 'health',
  school: 'education',
  'early-years': 'education',
}

/** The record of a discussion knows these parts. */
function isOfDiscussion(part: Part): boolean {
  return part in strategyDiscussionHeld.fields.present.options
}
