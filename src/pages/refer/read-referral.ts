/** The few questions of a referral from outside the council into what is recorded and told; or into messages. */
import type { Day } from '../../guidance/days.ts'
import type { Bases } from '../../ledger/bases.ts'
import type { Recording } from '../../ledger/command.ts'
import { parentsKnow, referralOf, usualBasis, whyToTell } from '../../ledger/refer.ts'
import { newId } from '../../platform/identifier.ts'
import { observationRecorded } from '../../procedures/observation.ts'
import { referralReceived } from '../../procedures/referral.ts'
import { type Fields, valueOf, valuesOf } from '../pipeline/fields.ts'
import { type Message, readFact, timeAt } from '../record/read-fact.ts'
import { readWhyShared, type WhyShared, whyNames } from '../share/why-shared.tsx'

export interface ReadReferral {
  /** The worry, where one was written now, and the referral. */
  readonly facts: readonly (Omit<Recording, 'caseId'> & { readonly id: string })[]
  /** Earlier records that go with it, by their roots. */
  readonly records: readonly string[]
  readonly why: WhyShared
}

interface Against {
  readonly today: { readonly day: Day; readonly instant: number }
  readonly bases: Bases
  /** Who refers: the agency with its kind, and the person. */
  readonly agency: { readonly name: string; readonly kind: string }
  readonly person: string
  /** Earlier records of the agency on this file: none where the file is new. */
  readonly offered: ReadonlySet<string>
}

/** Reads the form, but for the child. */
export function readReferral(typed: Fields, against: Against): { referral: ReadReferral } | { messages: Message[] } {
  const { today, agency, person, offered } = against
  const messages: Message[] = []
  const records = valuesOf(typed, 'records')
  if (!records.every(root => offered.has(root)))
    messages.push({ field: 'records', text: 'Select records from the list' })
  const seen = valueOf(typed, 'seen')
  if (!seen && records.length === 0)
    messages.push({
      field: 'seen',
      text:
        offered.size > 0
          ? 'Enter what you saw or heard, or select what you wrote before'
          : 'Enter what you saw or heard',
    })
  const facts: (Omit<Recording, 'caseId'> & { id: string })[] = []
  const read = (definition: typeof observationRecorded | typeof referralReceived, form: Fields, dayField: string) => {
    const result = readFact(definition, form, { today })
    if ('messages' in result)
      messages.push(
        ...result.messages
          .filter(({ field }) => !(field === 'seen' && !seen))
          .map(message => (message.field === 'happened' ? { ...message, field: dayField } : message)),
      )
    else facts.push({ act: 'record', id: newId(), kind: definition.kind, ...result.fact })
  }
  const given = { seen, ownWords: valueOf(typed, 'ownWords') }
  if (seen) read(observationRecorded, { ...seenOn(typed, today.day), ...given }, 'seenOn')
  const said = valueOf(typed, 'parents')
  const view = Object.hasOwn(parentsKnow, said) ? parentsKnow[said as keyof typeof parentsKnow] : undefined
  const whyNot = valueOf(typed, 'parents-why')
  const referral = referralOf(agency, {
    contact: [valueOf(typed, 'contact') || person, valueOf(typed, 'telephone')],
    reason: valueOf(typed, 'reason'),
    safety: valueOf(typed, 'safety'),
    parents: view,
    parentsWhy: whyNot,
  })
  read(referralReceived, { ...dayOf(today.day), 'happened-time': timeAt(today.instant), ...referral }, 'reason')
  if (!valueOf(typed, 'reason')) replace(messages, 'reason', 'Enter what you are worried about')
  if (!valueOf(typed, 'safety')) replace(messages, 'safety', 'Select whether the child is safe now')
  if (!view) replace(messages, 'parents', 'Select whether the parents know')
  if (view?.told === 'no' && !whyNot) replace(messages, 'parents-why', 'Enter why the parents do not know')
  const why = readWhyShared(
    {
      ...typed,
      [whyNames.necessity]: whyToTell,
      [whyNames.told]: view?.told ?? 'yes',
      [whyNames.notToldWhy]: whyNot || '-',
    },
    { basis: usualBasis(against.bases, valueOf(typed, 'safety')), bases: against.bases, aboutFamily: true },
    messages,
  )
  if (messages.length > 0) return { messages: inOrder(messages.map(atItsQuestion), order) }
  const { notToldWhy, ...common } = why
  return { referral: { facts, records, why: view?.told === 'no' && notToldWhy ? { ...common, notToldWhy } : common } }
}

/** Where a question of the form fills a field of another name, the message stands at the question. */
const questions: Readonly<Record<string, string>> = {
  referrer: 'contact',
  consentReason: 'parents-why',
  [whyNames.notToldWhy]: 'parents-why',
}

function atItsQuestion({ field, text }: Message): Message {
  return { field: questions[field] ?? field, text }
}

/** A day as the form of a fact has it. */
export function dayOf(of: Day): Fields {
  const [year = '', month = '', day = ''] = of.split('-')
  return { 'happened-day': day, 'happened-month': month, 'happened-year': year }
}

/** The day on which it was seen: today where none is given. */
function seenOn(typed: Fields, today: Day): Fields {
  const part = (name: string) => valueOf(typed, `seenOn-${name}`)
  const [day, month, year] = [part('day'), part('month'), part('year')]
  if (!day && !month && !year) return dayOf(today)
  return { 'happened-day': day, 'happened-month': month, 'happened-year': year }
}

/** Says something else at a field than what was said there; says it where nothing was. */
export function replace(messages: Message[], field: string, text: string): void {
  const at = messages.findIndex(message => message.field === field)
  messages.splice(at < 0 ? messages.length : at, at < 0 ? 0 : 1, { field, text })
}

const order = ['seen', 'records', 'seenOn', 'ownWords', 'reason', 'safety', 'parents', 'parents-why', 'contact']

/** As the form asks. */
export function inOrder(messages: readonly Message[], order: readonly string[]): Message[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length)
  return messages.toSorted((a, b) => place(a.field) - place(b.field))
}
