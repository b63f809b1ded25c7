/** A strategy discussion, the enquiry that follows it, and the conference. */
import { addDays, type Day } from '../../guidance/days.ts'
import { section47EnquiryConcluded } from '../../procedures/enquiry-facts.ts'
import {
  chairMetFamily,
  conferenceOutcomeTold,
  conferencePlanned,
  conferenceReportShared,
} from '../../procedures/initial-conference.ts'
import { initialConferenceHeld } from '../../procedures/plan-facts.ts'
import { referrerTold } from '../../procedures/referral.ts'
import { conferenceNotNeededTold, enquiryOutcomeTold } from '../../procedures/section-47-enquiry.ts'
import { strategyDiscussionHeld } from '../../procedures/strategy-discussion.ts'
import { type AgencyKey, agencies, postOf, practitioners } from '../cast.ts'
import { between, pick, some, weighed } from '../random.ts'
import type { Theme } from '../words/beginnings.ts'
import * as words from '../words/protecting.ts'
import { workdaysAfter } from '../workdays.ts'
import { type Case, speakerOf } from './beginning.ts'
import { see } from './seeing.ts'

const categoriesOf: Readonly<Record<Theme, readonly string[]>> = {
  neglect: ['NEG'],
  violence: ['EMO'],
  mind: ['EMO'],
  drink: ['NEG'],
  exploited: ['SAB'],
  disability: ['NEG'],
  hurt: ['PHY'],
  carer: ['NEG'],
}

/** The facts that a partner needs to know of from then on. */
export function shareWith(
  { life, network }: Case,
  ids: readonly string[],
  on: Day,
  necessity: string,
  isUrgent = true,
): void {
  for (const to of network)
    life.share(life.authority, to, ids, on, {
      by: life.plot.worker,
      basis: isUrgent ? 'ca1989-s47' : 'ca1989-s17',
      necessity: life.fill(necessity),
    })
}

export interface Discussing {
  /** Words of its own, in place of those of the lists. */
  readonly values?: Readonly<Record<string, string | undefined>>
  readonly at?: string
  readonly outcome?: 'section-47' | 'section-17-continues' | 'further-discussion' | 'none'
  readonly shared?: string
  readonly why?: string
  readonly occasion?: string
  readonly by?: 'mina'
  readonly late?: number
  readonly joint?: boolean
}

/** The agencies talk at once and decide what to do. */
export function discussed(told: Case, day: Day, said: Discussing = {}): string {
  const { life, network, theme } = told
  const meeting = life.meeting('discussion', day)
  const chance = meeting ?? life.chance
  const outcome = said.outcome ?? 'section-47'
  const isJoint = said.joint ?? (theme === 'hurt' || theme === 'violence' || theme === 'exploited')
  const took = [...new Set<AgencyKey>(['police', ...network.slice(0, 3)])]
  const id = life.record(
    strategyDiscussionHeld,
    day,
    {
      outcome,
      mode: pick(chance, ['meeting', 'call', 'call']),
      agencies: took.map(one => agencies[one].id),
      present: ['social-worker', 'health', 'police', ...(told.child.school ? ['education'] : [])],
      enquiry: outcome === 'section-47' ? (isJoint ? 'joint' : 'single') : undefined,
      medical: theme === 'hurt' || theme === 'neglect',
      risk: pick(chance, ['high', 'medium', 'medium']),
      shared: said.shared ? life.fill(said.shared) : life.say(words.shared, {}, meeting),
      actions: life.say(words.discussionActions, {}, meeting),
      family: life.say(words.toldInFamily, {}, meeting),
      reasons: said.why
        ? life.fill(said.why)
        : life.say(outcome === 'section-47' ? words.discussionReasons : words.notSection47, {}, meeting),
      ...said.values,
    },
    {
      at: said.at ?? `${between(chance, 10, 16)}:${pick(chance, ['00', '15', '30', '45'])}`,
      by: said.by ?? life.plot.manager,
      ...(said.late === undefined ? {} : { late: said.late }),
      ...(said.occasion ? { occasion: said.occasion } : {}),
    },
  )
  if (life.slots.referrer === 'named' && outcome !== 'further-discussion')
    life.record(referrerTold, workdaysAfter(day, 1), { explained: words.toldReferrer }, { about: id })
  shareWith(told, [id], day, 'What was agreed in the discussion, for those with a task in it.')
  return id
}

export interface Enquiring {
  /** Words of its own, in place of those of the lists. */
  readonly values?: Readonly<Record<string, string | undefined>>
  /** Working days from the discussion to the outcome. */
  readonly takes?: number
  readonly conference?: boolean
  readonly found?: string
  readonly why?: string
  readonly wishes?: string
  readonly next?: readonly string[]
  readonly substantiated?: boolean
  readonly visits?: number
  readonly occasion?: string
}

/** The enquiry: the child is seen, others are asked, and an outcome is decided. @returns its day and id */
export function enquired(told: Case, discussedOn: Day, said: Enquiring = {}): { on: Day; id: string } {
  const { life } = told
  const { chance } = life
  const needed = said.conference ?? true
  const substantiated = said.substantiated ?? true
  const on = workdaysAfter(discussedOn, said.takes ?? between(chance, 7, 11))
  see(told, workdaysAfter(discussedOn, between(chance, 0, 1)), {
    alone: told.child.school !== undefined,
    ...(said.wishes ? { wishes: said.wishes } : {}),
  })
  if ((said.visits ?? 2) > 1) see(told, workdaysAfter(discussedOn, between(chance, 3, 6)))
  const id = life.record(
    section47EnquiryConcluded,
    on,
    {
      outcome: !substantiated
        ? 'not-substantiated'
        : needed
          ? 'substantiated-continuing-harm'
          : 'substantiated-no-continuing-harm',
      conferenceNeeded: needed,
      next: said.next ?? (needed ? undefined : ['child-in-need', 'monitor']),
      signedOffBy: [postOf(life.plot.manager)],
      findings: said.found
        ? life.fill(said.found)
        : substantiated
          ? life.say(words.findings.substantiated)
          : life.say(words.findings.not),
      reasons: said.why
        ? life.fill(said.why)
        : life.say(
            needed
              ? words.enquiryReasons.conference
              : substantiated
                ? words.enquiryReasons.kept
                : words.enquiryReasons.none,
          ),
      ...said.values,
    },
    { by: life.plot.manager, ...(said.occasion ? { occasion: said.occasion } : {}) },
  )
  life.record(enquiryOutcomeTold, workdaysAfter(on, between(chance, 0, 2)), {
    told: ['family', 'agencies'],
    said: life.say(needed ? words.saidAfterEnquiry.conference : words.saidAfterEnquiry.none),
    ...said.values,
  })
  if (!needed)
    life.record(conferenceNotNeededTold, workdaysAfter(on, 1), { agencies: told.network.map(one => agencies[one].id) })
  shareWith(told, [id], on, 'The outcome of the enquiry, for those who took part in it.')
  return { on, id }
}

export interface Conferring {
  /** Words of its own, in place of those of the lists. */
  readonly values?: Readonly<Record<string, string | undefined>>
  /** Working days from the discussion to the conference: 15 is the limit. */
  readonly after?: number
  readonly on?: Day
  readonly decision?: 'child-protection-plan' | 'child-in-need-plan' | 'adjourned'
  readonly kind?: 'initial' | 'transfer-in' | 'pre-birth'
  readonly invited?: readonly AgencyKey[]
  /** Agencies whose report did not come. */
  readonly without?: readonly AgencyKey[]
  readonly reportNotShared?: boolean
  readonly why?: string
  readonly dissent?: string
  readonly categories?: readonly string[]
  readonly occasion?: string
  readonly notTold?: boolean
  readonly plannedAgain?: Day
  readonly interpreter?: boolean
}

/** Plans and holds the conference. @returns its day and id */
export function conferred(told: Case, discussedOn: Day, said: Conferring = {}): { on: Day; id: string } {
  const { life, theme, network } = told
  const meeting = life.meeting('conference', discussedOn)
  const chance = meeting ?? life.chance
  const on =
    said.on ??
    workdaysAfter(
      discussedOn,
      said.after ??
        weighed(chance, [
          [8, between(chance, 12, 15)],
          [1, between(chance, 16, 20)],
        ]),
    )
  const invited = said.invited ?? network
  const ids = invited.map(one => agencies[one].id)
  const decision = said.decision ?? 'child-protection-plan'
  const plannedOn = workdaysAfter(discussedOn, between(chance, 5, 8))
  const extra = said.occasion ? { occasion: said.occasion } : {}
  const planned = life.record(
    conferencePlanned,
    plannedOn < on ? plannedOn : addDays(on, -3),
    {
      plannedFor: said.plannedAgain ?? on,
      invited: ids,
      familyInvited: true,
      notes: life.say(words.invited, {}, meeting),
      ...said.values,
    },
    { by: life.plot.worker, ...extra },
  )
  shareWith(
    { ...told, network: invited },
    [planned],
    plannedOn,
    'The agency is invited to the conference and is to bring a written report.',
  )
  for (const agency of invited) {
    if (said.without?.includes(agency) || (said.without === undefined && chance() < 0.12)) continue
    life.record(
      conferenceReportShared,
      workdaysAfter(on, -between(chance, 1, 4)),
      { with: ['parents', 'chair'], withheld: life.say(words.withheld, {}, meeting) || undefined },
      { by: speakerOf(agency), ...extra },
    )
  }
  if (!said.reportNotShared) {
    const family = told.child.school && bandOld(told) ? ['parents', 'child', 'chair'] : ['parents', 'chair']
    life.record(conferenceReportShared, workdaysAfter(on, -between(chance, 2, 3)), { with: family }, extra)
  }
  life.record(
    chairMetFamily,
    on,
    { met: 'met', notes: life.say(words.chairMet, {}, meeting) },
    { by: life.chair, ...extra },
  )
  const isPlan = decision === 'child-protection-plan'
  const id = life.record(
    initialConferenceHeld,
    on,
    {
      decision,
      kind: said.kind ?? 'initial',
      categories: isPlan ? (said.categories ?? categoriesOf[theme]) : undefined,
      leadSocialWorker: isPlan ? [postOf(life.plot.worker)] : undefined,
      chair: practitioners[life.chair].name,
      invited: ids,
      attended: some(chance, ids, Math.max(2, ids.length - (chance() < 0.3 ? 1 : 0))),
      coreGroup: isPlan ? ids.slice(0, 4) : undefined,
      quorum: decision !== 'adjourned',
      childTookPart: told.child.school ? ['advocate', 'written'] : ['represented'],
      coreGroupOn: isPlan ? workdaysAfter(on, 8) : undefined,
      reviewOn: isPlan ? addDays(on, 84) : undefined,
      reasons: said.why ? life.fill(said.why) : life.say(words.conferenceReasons[theme], {}, meeting),
      outlinePlan: isPlan ? life.say(words.outlines, {}, meeting) : undefined,
      dissent: said.dissent
        ? life.fill(said.dissent)
        : decision === 'adjourned'
          ? undefined
          : life.say(words.dissents, {}, meeting) || undefined,
      ...said.values,
    },
    { by: life.chair, ...extra },
  )
  if (decision !== 'adjourned' && !said.notTold)
    life.record(
      conferenceOutcomeTold,
      workdaysAfter(on, between(chance, 1, 3)),
      { told: ['family'], agencies: ids },
      { by: life.plot.worker },
    )
  shareWith(
    { ...told, network: invited },
    [id],
    on,
    'What the conference decided, for those who were there or in the core group.',
  )
  return { on, id }
}

function bandOld({ child, life }: Case): boolean {
  return addDays(child.born, 365 * 9) < life.today
}
