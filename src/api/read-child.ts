/** Of whom a system tells the council, into what the file begins with: the questions of the page, each answered where it is known. */
import { z } from 'zod'
import type { FactDefinition } from '../engine/fact.ts'
import { isData } from '../engine/field.ts'
import type { Recording } from '../ledger/command.ts'
import type { Sought } from '../people/find-existing.ts'
import { checkNhsNumber, checkUpn, plainNhsNumber, plainUpn } from '../people/identifiers.ts'
import {
  addressKnown,
  birthExpected,
  childBorn,
  childIdentified,
  childNamed,
  mayBeExpected,
} from '../procedures/people.ts'
import type { Call } from './operation.ts'
import type { Fault } from './problem.ts'
import { clean, type HappenedBody, happenedBody, readSaid, wordsBody } from './read-said.ts'

/** An answer that may be left out; its length is the definition’s to say. */
export const givenBody = z.string({ error: 'This must be text' }).overwrite(clean).optional()

export const childBody = z.strictObject({
  forenames: givenBody,
  surname: wordsBody('the last name, or what the child is called'),
  born: happenedBody.optional().meta({ description: 'The date of birth' }),
  expectedOn: z.iso
    .date({ error: 'Write a day as 2026-03-27' })
    .optional()
    .meta({ description: 'Of a child not born yet: the day on which the birth is expected' }),
  nhsNumber: givenBody,
  upn: givenBody,
  address: givenBody,
  postcode: givenBody,
})

export type FactSaid = Omit<Recording, 'caseId'>
type Today = Call['today']

/**
 * One fact, by its definition; what is wrong is added to the faults, at the question that was asked.
 * @param asked the questions that have another name than the field that they fill
 */
export function factOf(
  definition: FactDefinition,
  happened: HappenedBody,
  answers: Readonly<Record<string, string | readonly string[] | undefined>>,
  { today, faults, asked = {} }: { today: Today; faults: Fault[]; asked?: Readonly<Record<string, string>> },
): FactSaid {
  const halves = { data: {} as Record<string, unknown>, narrative: {} as Record<string, unknown> }
  for (const [name, answer] of Object.entries(answers)) {
    const field = definition.fields[name]
    if (answer?.length && field) halves[isData(field) ? 'data' : 'narrative'][name] = answer
  }
  const own: Fault[] = []
  const parties = { agency: [], post: [] }
  const said = readSaid(definition, { happened, ...halves }, { today, openedOn: undefined, parties }, own)
  for (const { field, message } of own) {
    const name = field.replace(/^(data|narrative)\./, '')
    faults.push({ field: asked[name] ?? name, message })
  }
  return { act: 'record', kind: definition.kind, ...said }
}

/** What the file begins with, and by what it is looked for. */
export function readChild(
  child: z.infer<typeof childBody>,
  today: Today,
  faults: Fault[],
): { readonly facts: readonly FactSaid[]; readonly sought: Sought } {
  const { forenames = '', surname, born, expectedOn, address = '', postcode = '' } = child
  const own: Fault[] = []
  const say = (field: string, message: string) => own.push({ field, message })
  const on = { on: today.day }
  const reading = { today, faults: own }
  const facts = [factOf(childNamed, on, { forenames, surname }, reading)]
  if (born && expectedOn !== undefined) say('expectedOn', 'Send the date of birth, or the day on which it is expected')
  const birth =
    born &&
    factOf(
      childBorn,
      born,
      {},
      { ...reading, asked: { 'happened.on': 'born.on', 'happened.about': 'born.about', 'happened.at': 'born.at' } },
    )
  if (birth) facts.push(birth)
  if (expectedOn !== undefined) {
    if (!mayBeExpected(expectedOn, today.day))
      say('expectedOn', 'Check the expected date of birth: it is too far from today')
    facts.push(factOf(birthExpected, on, { expectedOn }, reading))
  }
  const identified = (scheme: string, name: 'nhsNumber' | 'upn') => {
    const value = child[name]
    if (!value) return null
    const [check, plain] = name === 'upn' ? [checkUpn, plainUpn] : [checkNhsNumber, plainNhsNumber]
    const wrong = check(value)
    if (wrong) say(name, wrong)
    else
      facts.push(
        factOf(childIdentified, on, { scheme, identifier: plain(value) }, { ...reading, asked: { identifier: name } }),
      )
    return wrong ? null : plain(value)
  }
  const nhsNumber = identified('nhs-number', 'nhsNumber')
  const upn = identified('upn', 'upn')
  if (address || postcode) facts.push(factOf(addressKnown, on, { address, postcode }, reading))
  faults.push(...own.map(({ field, message }) => ({ field: `child.${field}`, message })))
  const birthDay = birth?.happened.certainty === 'day' ? birth.happened.from : null
  return { facts, sought: { forenames, surname, birthDay, postcode: postcode || null, nhsNumber, upn } }
}
