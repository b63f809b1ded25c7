/** How a case begins: the child and the people around the child, a referral, and the decision on it. */

import { ageOn, type Day } from '../../guidance/days.ts'
import { caseAllocated } from '../../procedures/allocation.ts'
import {
  addressKnown,
  birthExpected,
  childBorn,
  childDescribed,
  childIdentified,
  childNamed,
  personConnected,
} from '../../procedures/people.ts'
import {
  familyTold,
  nationalReferralMade,
  policeTold,
  referralAcknowledged,
  referralDecided,
  referralReceived,
  referrerTold,
} from '../../procedures/referral.ts'
import { type AgencyKey, agencies, type PersonKey, postOf, practitioners, speaker } from '../cast.ts'
import { bandAt, type Child } from '../child.ts'
import type { Life } from '../life.ts'
import { between, pick, weighed } from '../random.ts'
import * as words from '../words/beginnings.ts'
import { workdaysAfter } from '../workdays.ts'
import { threshold } from './deciding.ts'

export interface Case {
  readonly life: Life
  readonly child: Child
  readonly theme: words.Theme
  /** The agencies that work with the family, besides the authority. */
  readonly network: readonly AgencyKey[]
  readonly isUnborn?: boolean
}

/** The words with which this family’s sentences are filled. */
export function fillSlots({ life, child, theme, network }: Case, day: Day): void {
  const isGirl = child.sex === 'F'
  const worker = practitioners[life.plot.worker].name.split(' ')[0] ?? ''
  Object.assign(life.slots, {
    name: child.forenames || 'the baby',
    he: isGirl ? 'she' : 'he',
    him: isGirl ? 'her' : 'him',
    his: isGirl ? 'her' : 'his',
    himself: isGirl ? 'herself' : 'himself',
    He: isGirl ? 'She' : 'He',
    His: isGirl ? 'Her' : 'His',
    mother: child.mother,
    other: child.other,
    school: child.school
      ? agencies[child.school].name.replace(/ (Church of England )?Primary School$/, '')
      : 'the nursery',
    age: day < child.born ? 'not born yet' : String(ageOn(child.born, day)),
    worker,
  })
  life.traits.clear()
  const band = bandAt(child, day)
  const has = (relationship: string) => child.relatives.some(one => one.relationship === relationship)
  for (const [trait, holds] of [
    [theme, true],
    ['school', child.school !== undefined],
    ['little', child.school === undefined],
    ['small', band === 'small'],
    ['baby', band === 'baby'],
    ['talks', band !== 'baby' && band !== 'small'],
    ['older', band === 'middle' || band === 'teen'],
    ['police', network.includes('police')],
    ['sibling', has('sibling')],
    ['father', has('father')],
    ['grandmother', has('grandparent')],
    ['youth', network.includes('youth')],
    ['second-language', ['WOTH', 'APKN', 'ABAN', 'OOTH', 'CHNE', 'AOTH'].includes(child.ethnicity)],
  ] as const)
    if (holds) life.traits.add(trait)
}

/** Who the child is, as the front door and the agencies learnt it. */
export function describe(
  { life, child, network, isUnborn = false }: Case,
  day: Day,
  by: PersonKey = life.plot.worker,
): string[] {
  const named = life.record(
    childNamed,
    day,
    {
      forenames: isUnborn ? undefined : child.forenames,
      surname: isUnborn ? `Baby of ${child.mother} ${child.surname}` : child.surname,
    },
    { by },
  )
  const ids = [named]
  if (isUnborn) ids.push(life.record(birthExpected, day, { expectedOn: child.born }, { by }))
  else ids.push(life.record(childBorn, child.born, { sex: child.sex }, { by, late: daysTo(child.born, day) }))
  if (!isUnborn) {
    if (child.nhsNumber)
      ids.push(life.record(childIdentified, day, { scheme: 'nhs-number', identifier: child.nhsNumber }, { by }))
    if (ageOn(child.born, day) < 4)
      life.record(childIdentified, workdaysAfter(day, 2), { scheme: 'upn', upnUnknown: 'UN1' })
    life.record(childDescribed, workdaysAfter(day, 3), {
      ethnicity: child.ethnicity,
      disabilities: child.disabilities ?? ['NONE'],
    })
  }
  ids.push(life.record(addressKnown, day, { ...child.home }, { by }))
  for (const [at, one] of child.relatives.entries()) {
    life.record(
      personConnected,
      at < 2 ? day : workdaysAfter(day, between(life.chance, 2, 9)),
      { ...one },
      at < 2 ? { by } : {},
    )
  }
  for (const to of network)
    life.share(life.authority, to, ids, workdaysAfter(day, 1), {
      by: life.plot.worker,
      basis: 'ca1989-s17',
      necessity: 'So that what is asked and answered is about the right child.',
    })
  return ids
}

function daysTo(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Somebody else than the authority records what they know about the child: identifiers, addresses, adults. */
export function contribute({ life, child, network }: Case, day: Day): void {
  const { chance } = life
  for (const agency of network) {
    const by = speakerOf(agency)
    const on = workdaysAfter(day, between(chance, 1, 9))
    if (agency === child.surgery && chance() < 0.6 && child.nhsNumber)
      life.record(childIdentified, on, { scheme: 'nhs-number', identifier: child.nhsNumber }, { by })
    if (agency === 'housing') life.record(addressKnown, on, { ...child.home }, { by, late: between(chance, 0, 12) })
    if (agency === 'probation' || (agency === 'police' && chance() < 0.5)) {
      const adult = child.relatives.find(one => one.relationship === 'father' || one.relationship === 'step-parent')
      if (adult) life.record(personConnected, on, { ...adult }, { by, late: between(chance, 0, 6) })
    }
    if (agency !== child.school) continue
    if (child.upn) life.record(childIdentified, on, { scheme: 'upn', identifier: child.upn }, { by })
    if (agency !== 'crossways' && chance() < 0.3)
      life.record(
        personConnected,
        on,
        {
          surname: pick(chance, [
            'Neighbour who collects on Fridays',
            'Aunt who collects, called Shell',
            'Family friend who collects, called Mo',
          ]),
          relationship: 'other',
          livesWith: false,
        },
        { by },
      )
  }
}

/** Who speaks for a partner. */
export function speakerOf(agency: AgencyKey): PersonKey {
  return agency === 'council' ? 'joss' : agency === 'eastholt' ? 'ingrid' : speaker[agency]
}

const sources: Readonly<Partial<Record<AgencyKey, string>>> = {
  linden: '2A',
  aldhelm: '2A',
  crossways: '2A',
  hollybank: '2A',
  harbour: '3A',
  tanyard: '3A',
  community: '3B',
  hospital: '3E',
  police: '6',
  housing: '4',
  probation: '7',
  youth: '8',
  council: '5D',
}

const needOf: Readonly<Record<words.Theme, string>> = {
  neglect: 'N1',
  violence: 'N1',
  mind: 'N3',
  drink: 'N1',
  exploited: 'N1',
  disability: 'N2',
  hurt: 'N1',
  carer: 'N3',
}

const harmOf: Readonly<Partial<Record<words.Theme, readonly string[]>>> = {
  neglect: ['neglect'],
  violence: ['domestic-abuse', 'emotional'],
  drink: ['neglect'],
  exploited: ['exploitation'],
  hurt: ['physical'],
  carer: ['neglect'],
}

export interface Referring {
  readonly from?: AgencyKey
  readonly source?: string
  readonly referrer?: string
  readonly decision?: keyof typeof words.decisions
  readonly reason?: string
  readonly why?: string
  readonly history?: string
  /** Working days until the decision; one is the limit. */
  readonly after?: number
  /** What was not done, or not yet. */
  readonly without?: readonly ('acknowledged' | 'referrer' | 'family' | 'police' | 'nrm')[]
  readonly at?: string
  readonly by?: PersonKey
  readonly late?: number
  readonly trafficking?: boolean
  readonly familyNotTold?: boolean
  readonly occasion?: string
}

/** Why somebody was worried, and who: what a school notices is told by a school. */
function reasonFor(
  { life, theme, network }: Case,
  said: Referring,
  isLesser: boolean,
): { from: AgencyKey; reason: string } {
  const from = said.from ?? pick(life.chance, network)
  if (said.reason) return { from, reason: life.fill(said.reason) }
  const trait = `from-${callingOf[from] ?? 'elsewhere'}`
  life.traits.add(trait)
  const reason = life.say(isLesser ? words.lesser : words.reasons[theme])
  life.traits.delete(trait)
  return { from, reason }
}

const callingOf: Readonly<Partial<Record<AgencyKey, 'school' | 'health' | 'police' | 'housing' | 'youth'>>> = {
  linden: 'school',
  aldhelm: 'school',
  crossways: 'school',
  hollybank: 'school',
  oaks: 'school',
  harbour: 'health',
  tanyard: 'health',
  community: 'health',
  hospital: 'health',
  police: 'police',
  housing: 'housing',
  youth: 'youth',
}

/** A referral arrives, is acknowledged, decided and told. @returns the day of the decision and the ids */
export function referred(
  told: Case,
  day: Day,
  said: Referring = {},
): { decidedOn: Day; referral: string; decision: string } {
  const { life, theme } = told
  const { chance } = life
  const isLesser = ['early-help', 'information-and-advice', 'no-further-action'].includes(said.decision ?? '')
  const { from, reason } = reasonFor(told, said, isLesser)
  const by = said.by ?? 'joss'
  const decision = said.decision ?? 'section-17-assessment'
  const isCrime = !isLesser && (theme === 'violence' || theme === 'hurt' || theme === 'exploited')
  const suggests = [...(isCrime ? ['crime'] : []), ...(said.trafficking ? ['trafficking'] : [])]
  const asked = weighed(chance, [
    [6, 'given'],
    [1, 'refused'],
    [isCrime ? 4 : 1, 'not-sought'],
  ])
  const source = said.source ?? sources[from] ?? '8'
  const isNamed = source !== '9'
  const speakerName = practitioners[speakerOf(from)]
  const referral = life.record(
    referralReceived,
    day,
    {
      channel: weighed(chance, [
        [4, 'form'],
        [3, 'phone'],
        [2, 'email'],
        [1, 'hub'],
      ]),
      source,
      agency: isNamed && !said.source ? agencies[from].name : undefined,
      referrer:
        said.referrer ??
        (isNamed && !said.source
          ? `${speakerName.name}, ${speakerName.title.toLowerCase().replace(/^gp/, 'GP')}`
          : undefined),
      unnamed: source.startsWith('1') ? true : undefined,
      primaryNeed: needOf[theme],
      household: life.say(words.households),
      reason,
      harm: isLesser ? undefined : harmOf[theme],
      suggests: suggests.length > 0 ? suggests : undefined,
      history: said.history ? life.fill(said.history) : life.say(words.histories),
      consent: asked,
      consentReason: asked === 'not-sought' ? life.say(words.notAsked) : undefined,
      safety: decision === 'strategy-discussion' ? 'not-known' : 'safe',
      safetyChecked: told.isUnborn
        ? life.fill('Not born yet. The midwife sees {mother} this week, and she has the number of the night team.')
        : life.say(words.safety),
    },
    {
      by,
      at:
        said.at ??
        `${String(between(chance, 9, 15)).padStart(2, '0')}:${String(between(chance, 0, 59)).padStart(2, '0')}`,
      late: said.late ?? 0,
      ...(said.occasion ? { occasion: said.occasion } : {}),
    },
  )
  const isDone = (what: NonNullable<Referring['without']>[number]) => !said.without?.includes(what)
  const decidedOn = workdaysAfter(
    day,
    said.after ??
      (decision === 'strategy-discussion'
        ? 0
        : weighed(chance, [
            [8, 1],
            [3, 0],
            [1, 3],
          ])),
  )
  const followUp = said.without
    ? said
    : {
        without: weighed<NonNullable<Referring['without']>>(chance, [
          [8, []],
          [2, ['referrer']],
          [1, ['family']],
        ]),
      }
  if (isNamed && isDone('acknowledged'))
    life.record(
      referralAcknowledged,
      day,
      { how: pick(chance, ['E-mail with the reference', 'Told on the telephone', 'Receipt from the online form']) },
      { by },
    )
  const decided = life.record(
    referralDecided,
    decidedOn,
    {
      outcome: decision,
      threshold,
      decidedBy: [postOf(life.plot.manager)],
      reasons: said.why ? life.fill(said.why) : life.say(words.decisions[decision] ?? []),
    },
    { by: life.plot.manager },
  )
  const left = followUp.without ?? []
  life.slots.referrer = isNamed ? 'named' : ''
  if (isNamed && !left.includes('referrer')) {
    life.record(
      referrerTold,
      workdaysAfter(decidedOn, between(chance, 0, 2)),
      { explained: explanation(life, decision) },
      { by },
    )
    if (!said.source && from !== 'council')
      life.share(life.authority, from, [referral, decided], decidedOn, {
        by,
        basis: 'ca1989-s17',
        necessity: 'The referrer is told what was decided, and why.',
      })
  }
  if (!left.includes('family')) {
    const held = said.familyNotTold ?? (decision === 'strategy-discussion' && chance() < 0.25)
    life.record(
      familyTold,
      decidedOn,
      { told: held ? 'police-case' : 'told', reasons: life.say(held ? words.notTold : words.familyTold) },
      { by: life.plot.worker },
    )
  }
  if (isCrime && source !== '6' && isDone('police'))
    life.record(policeTold, day, { reference: `WM/${between(chance, 10_000, 99_999)}/${day.slice(2, 4)}` }, { by })
  if (said.trafficking && isDone('nrm'))
    life.record(nationalReferralMade, workdaysAfter(day, 2), {
      firstResponder: 'Harrowmere Council',
      reference: `NRM ${between(chance, 100_000, 999_999)}`,
    })
  life.record(caseAllocated, decidedOn, { worker: [postOf(life.plot.worker)] }, { by: life.plot.manager })
  return { decidedOn, referral, decision: decided }
}

function explanation(life: Life, decision: string): string {
  const [afterwards, within, whyNot, thanks] = words.explained as [string, string, string, string]
  const isDown = decision === 'early-help' || decision === 'no-further-action' || decision === 'information-and-advice'
  return life.fill(
    isDown ? whyNot : pick(life.chance, life.traits.has('talks') ? [afterwards, within, thanks] : [within]),
  )
}
