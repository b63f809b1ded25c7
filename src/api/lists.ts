/** What a system must know before it can record: the kinds of fact, the agencies of the area, the lawful bases. Nothing of any case. */
import { z } from 'zod'
import { NotFound } from '../access/refusals.ts'
import type { FactDefinition } from '../engine/fact.ts'
import type { Field } from '../engine/field.ts'
import { conditions, holdingOn, type LawfulBasis, powers } from '../guidance/lawful-bases.ts'
import { readCommencements } from '../ledger/commencement.ts'
import { readParties, readPeople } from '../people/parties.ts'
import { idIn } from './cases.ts'
import { operation } from './operation.ts'

const option = z.object({
  code: z.string(),
  label: z.string(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
})
const field = z.object({
  name: z.string(),
  under: z.enum(['data', 'narrative']),
  type: z.enum(['choice', 'choices', 'yes-no', 'day', 'count', 'parties', 'words', 'narrative']),
  label: z.string(),
  hint: z.string().nullable(),
  optional: z.boolean(),
  options: z.array(option).optional(),
  decides: z
    .array(z.string())
    .optional()
    .meta({ description: 'The roles whose posts can be named; a system in another role names one of them' }),
})
const kindShape = z.object({
  kind: z.string(),
  label: z.string(),
  happenedOn: z.string().meta({ description: 'What the date means: clocks start on it' }),
  time: z.boolean(),
  ahead: z.boolean(),
  about: z.array(z.string()).meta({ description: 'The kinds of fact that it can continue' }),
  caseKinds: z.array(z.string()).meta({ description: 'The kinds of case on which it can be recorded' }),
  procedure: z.string(),
  fields: z.array(field),
})

export const listKinds = operation({
  id: 'listKinds',
  summary: 'The kinds of fact that can be recorded, with their fields and codes',
  answers: z.object({ kinds: z.array(kindShape) }),
  do: async ({ guidance }) => {
    const kinds = guidance.procedures.flatMap(({ facts, id, caseKind }) =>
      facts
        .filter(fact => !fact.byAct)
        .map(fact => ({ ...sayKind(fact), caseKinds: [caseKind].flat(), procedure: id })),
    )
    return { body: { kinds } }
  },
})

function sayKind({ kind, label, happenedOn, time, ahead, about, fields }: FactDefinition) {
  return {
    kind,
    label,
    happenedOn,
    time: time !== undefined,
    ahead: ahead ?? false,
    about: [...(about ?? [])],
    fields: Object.entries(fields).map(([name, one]) => ({
      name,
      under: one.type === 'words' || one.type === 'narrative' ? 'narrative' : 'data',
      type: one.type,
      label: one.label,
      hint: one.hint ?? null,
      optional: one.optional ?? false,
      ...optionsOf(one),
      ...(one.type === 'parties' && one.decides ? { decides: [...one.decides] } : {}),
    })),
  }
}

function optionsOf(one: Field) {
  if (one.type !== 'choice' && one.type !== 'choices') return {}
  const options = Object.entries(one.options).map(([code, { label, from = null, to = null }]) => ({
    code,
    label,
    from,
    to,
  }))
  return { options }
}

const agencyShape = z.object({ id: z.uuid(), name: z.string(), kind: z.string(), area: z.uuid() })

export const listAgencies = operation({
  id: 'listAgencies',
  summary: 'The agencies of the area, with which something can be shared',
  answers: z.object({ agencies: z.array(agencyShape) }),
  do: call =>
    call.read(async ({ client }) => {
      const agencies = []
      for (const area of call.areaIds)
        for (const { id, name, kind } of (await readParties(client, area, call.post.agency.id)).agency)
          agencies.push({ id, name, kind, area })
      return { body: { agencies } }
    }),
})

const personShape = z.object({ id: z.uuid().meta({ description: 'The post' }), name: z.string(), title: z.string() })

export const listPeople = operation({
  id: 'listPeople',
  summary: 'The people of an agency of the area, with whom something can be shared by name',
  answers: z.object({ people: z.array(personShape) }),
  do: call =>
    call.read(async ({ client }) => {
      const agency = idIn(call, 'agency')
      for (const area of call.areaIds)
        if ((await readParties(client, area, agency)).agency.some(({ id }) => id === agency)) {
          const people = await readPeople(client, area, [agency])
          return { body: { people: people.map(({ id, name, title }) => ({ id, name, title })) } }
        }
      throw new NotFound()
    }),
})

const basis = z.object({ code: z.string(), label: z.string(), meaning: z.string() })

export const listBases = operation({
  id: 'listBases',
  summary: 'The powers and conditions of data protection law that can be named today',
  answers: z.object({ powers: z.array(basis.extend({ usually: z.array(z.string()) })), conditions: z.array(basis) }),
  do: call =>
    call.read(async ({ client }) => {
      const begun = await readCommencements(client)
      const say = ({ code, label, meaning }: LawfulBasis) => ({ code, label, meaning })
      const held = holdingOn(powers, call.today.day, begun)
      return {
        body: {
          powers: held.map(power => ({ ...say(power), usually: [...power.usually] })),
          conditions: holdingOn(conditions, call.today.day, begun).map(say),
        },
      }
    }),
})
