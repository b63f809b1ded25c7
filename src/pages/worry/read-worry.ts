/** What somebody without an account wrote, into what the council records as told to it; or into messages. */
import type { Day } from '../../guidance/days.ts'
import type { Recording } from '../../ledger/command.ts'
import { parentsKnow } from '../../ledger/refer.ts'
import { anonymous, publicPage, referralReceived } from '../../procedures/referral.ts'
import { readChild } from '../new-child/read-child.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import { type Message, readFact } from '../record/read-fact.ts'
import { dayOf, inOrder, replace } from '../refer/read-referral.ts'

/** What somebody can be to a child, by the code of the census for where a referral comes from. */
export const whoTells = {
  '1A': 'A parent, relative or carer',
  '1B': 'A neighbour, friend or childminder',
  '1C': 'I am the child it is about',
  '1D': 'Somebody else who saw or heard something',
  '2A': 'I work at a school',
  '2B': 'I work at a nursery, a college or for education',
  '3A': 'A GP, or somebody at a GP surgery',
  '3B': 'A health visitor',
  '3C': 'A school nurse',
  '3D': 'Dentist, pharmacist, midwife or other community health',
  '3E': 'I work in an accident and emergency department',
  '3F': 'I work in a hospital or another health service',
  '4': 'I work in housing',
  '5B': 'I work for this council',
  '5C': 'I work for another council',
  '6': 'Police',
  '7': 'Probation, court or another legal body',
  '8': 'A club, charity, faith group or other organisation',
  [anonymous]: 'I would rather not say who I am',
} as const satisfies Partial<Record<keyof typeof referralReceived.fields.source.options, string>>

type Facts = readonly Omit<Recording, 'caseId'>[]

/**
 * Reads the form. A child without a name must be described by something else.
 * Working Together 2018, chapter 1, 'Referral': anybody who has a concern about a child's welfare should refer.
 */
export function readWorry(
  typed: Fields,
  today: { readonly day: Day; readonly instant: number },
): { facts: Facts } | { messages: Message[] } {
  const text = (name: string) => valueOf(typed, name)
  const messages: Message[] = []
  // Who is called by one name only is called by that.
  const named = text('surname') ? typed : { ...typed, surname: text('forenames'), forenames: '' }
  const child = readChild(named, today, { mayBeUnnamed: true })
  if ('messages' in child) messages.push(...child.messages)
  if (!text('surname') && !text('forenames') && !text('address') && !text('household'))
    messages.push({
      field: 'surname',
      text: 'Enter the child’s name. If you do not know it, enter an address or anything else by which the child can be found',
    })
  const [source, parents] = [text('source'), text('parents')]
  const isAnonymous = source === anonymous
  const referral = readFact(
    referralReceived,
    {
      ...dayOf(today.day),
      channel: publicPage,
      source: Object.hasOwn(whoTells, source) ? source : '',
      agency: isAnonymous ? '' : text('organisation'),
      referrer: isAnonymous ? '' : [text('name'), text('telephone')].filter(Boolean).join(', '),
      unnamed: isAnonymous || text('unnamed') === 'yes' ? 'yes' : 'no',
      household: text('household'),
      reason: reasonOf(typed),
      safety: text('safety'),
      consent: Object.hasOwn(parentsKnow, parents) ? parentsKnow[parents as keyof typeof parentsKnow].consent : '',
    },
    { today },
  )
  if ('messages' in referral) messages.push(...referral.messages.map(atItsQuestion))
  if (!text('seen')) replace(messages, 'seen', 'Enter what you saw or heard')
  if (!text('reason')) replace(messages, 'reason', 'Enter what you are worried about')
  if (!text('safety')) replace(messages, 'safety', 'Select whether the child is safe now')
  if (!text('parents')) replace(messages, 'parents', 'Select whether the parents know')
  if (!Object.hasOwn(whoTells, source)) replace(messages, 'source', 'Select what you are to the child')
  if (!isAnonymous && !text('name'))
    replace(messages, 'name', 'Enter your name, or select that you would rather not say who you are')
  if (messages.length > 0 || !('fact' in referral) || !('child' in child)) return { messages: inOrder(messages, order) }
  const { fact } = referral
  // The minute in which it arrived: that is when the council received it.
  const at = Math.floor(today.instant / 60_000) * 60_000
  return {
    facts: [
      ...child.child.facts,
      { act: 'record', kind: referralReceived.kind, ...fact, happened: { ...fact.happened, at } },
    ],
  }
}

/** The account as one text, each part under its question: the council did not see any of it. */
function reasonOf(typed: Fields): string {
  const parts = [
    ['What they saw or heard', 'seen'],
    ['When', 'when'],
    ['What the child said', 'ownWords'],
    ['What they are worried about', 'reason'],
  ] as const
  return parts
    .map(([says, name]) => [says, valueOf(typed, name)] as const)
    .filter(([, words]) => words !== '')
    .map(([says, words]) => `${says}:\n${words}`)
    .join('\n\n')
}

/** Where a question of the page fills a field of another name, the message stands at the question, in its words. */
function atItsQuestion({ field, text }: Message): Message {
  if (field === 'referrer')
    return { field: 'name', text: 'Your name and telephone must be 190 characters or fewer together' }
  if (field === 'agency') return { field: 'organisation', text: 'The organisation must be 200 characters or fewer' }
  return { field, text }
}

const order = [
  'surname',
  'forenames',
  'happened',
  'address',
  'postcode',
  'household',
  'seen',
  'when',
  'ownWords',
  'reason',
  'safety',
  'parents',
  'source',
  'name',
  'organisation',
  'telephone',
]
