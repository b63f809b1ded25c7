/** One agency asks others what they know, and each of them answers, or does not. */
import type { Day } from '../../guidance/days.ts'
import { informationRequestAnswered, informationRequested } from '../../procedures/information-request.ts'
import { childBorn, childNamed } from '../../procedures/people.ts'
import { type AgencyKey, agencies, type PersonKey, practitioners } from '../cast.ts'
import type { Life } from '../life.ts'
import { speakerOf } from './beginning.ts'

interface Answered {
  readonly from: AgencyKey
  readonly on: Day
  readonly answer: 'involved' | 'not-involved' | 'nothing-held' | 'held-not-shared'
  readonly shared?: string
  readonly whyNot?: string
  readonly by?: PersonKey
}

interface Asking {
  readonly on: Day
  readonly of: readonly AgencyKey[]
  readonly purpose: 'section-17' | 'section-47' | 'strategy-discussion'
  readonly urgency: 'today' | 'soon' | 'routine'
  readonly answerBy: Day
  readonly question: string
  readonly people?: string
  readonly periodFrom?: Day
  readonly necessity: string
  readonly notToldWhy?: string
  readonly answers: readonly Answered[]
}

const goesWithIt = new Set([childNamed.kind, childBorn.kind])

/** Asks agencies, who are told the child’s name and birth date with the question; those that answer do so to whoever asked. */
export function asked(life: Life, asking: Asking): void {
  const { on, of, purpose, urgency, answerBy, question, people, periodFrom, necessity, notToldWhy, answers } = asking
  const by = life.plot.worker
  const requests = of.map(to => ({
    to,
    request: life.record(informationRequested, on, {
      asked: [agencies[to].id],
      purpose,
      urgency,
      answerBy,
      periodFrom,
      people,
      question,
    }),
  }))
  const names = [...life.told].flatMap(([id, one]) =>
    goesWithIt.has(one.definition.kind) && practitioners[one.by].agency === life.authority ? id : [],
  )
  const basis = purpose === 'section-17' ? 'ca1989-s17' : 'ca1989-s47'
  for (const { to, request } of requests)
    life.share(life.authority, to, [request, ...names], on, {
      by,
      basis,
      necessity,
      ...(notToldWhy ? { told: 'no', notToldWhy } : {}),
    })
  for (const one of answers) {
    const speaker = one.by ?? speakerOf(one.from)
    const request = requests.find(({ to }) => to === one.from)
    life.record(
      informationRequestAnswered,
      one.on,
      {
        answer: one.answer,
        asOf: one.on,
        contact: `${practitioners[speaker].name}, ${practitioners[speaker].title}`,
        telephone: agencies[one.from].telephone,
        shared: one.shared,
        whyNot: one.whyNot,
      },
      { by: speaker, ...(request ? { about: request.request } : {}) },
    )
  }
}
