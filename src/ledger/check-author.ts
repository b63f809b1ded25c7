/** May this post do what the command asks? The matrix of `access/policy.ts`, asked for each act. */
import type { PoolClient } from 'pg'
import { type ActOfAccess, findActToOpen, may, type Relation } from '../access/policy.ts'
import { type Ask, NotAllowed, NotFound } from '../access/refusals.ts'
import { relationOf, type Standing } from '../access/relation.ts'
import { breakGlassReviewed, breakGlassUsed } from '../procedures/break-glass.ts'
import { kindOfCase } from '../procedures/case-kinds.ts'
import {
  disposalDeclined,
  disposalProposed,
  retentionHoldPlaced,
  retentionHoldReleased,
} from '../procedures/disposal.ts'
import {
  informationRequestAnswered,
  informationRequested,
  informationRequestWithdrawn,
} from '../procedures/information-request.ts'
import { redactionApproved, redactionAsked, redactionRefused } from '../procedures/redaction.ts'
import {
  subjectAccessClarified,
  subjectAccessExtended,
  subjectAccessExtensionTold,
  subjectAccessIdentityConfirmed,
  subjectAccessRefused,
  subjectAccessReleased,
  subjectAccessRequested,
} from '../procedures/subject-access-request.ts'
import type { CheckedAct } from './check-acts.ts'
import type { Command } from './command.ts'

/**
 * How the author stands to the cases of a command; nothing for imports and the story, which have no post: they are the operator's.
 * @throws NotFound where the post may not know that a case exists, NotAllowed where it has ended or may open no case
 */
export async function standingOfAuthor(client: PoolClient, command: Command): Promise<Standing | undefined> {
  if (command.by.postId === null) return undefined
  const opened = new Set(command.opens?.map(one => one.id))
  const caseIds = [
    ...new Set(command.acts.flatMap(act => (act.act === 'move' ? [act.caseId, act.toCaseId] : act.caseId))),
  ]
  const post = await relationOf(client, command.areaId, command.by.postId, caseIds)
  if (!post || post.agencyId !== command.by.agencyId) {
    throw new NotAllowed('Your post has ended or is not of this area.', 'Ask your manager to check it.')
  }
  for (const { kind } of command.opens ?? []) {
    const act = findActToOpen(kind)
    if (!act) throw new NotFound()
    if (!may(post.role, act, 'none')) throw new NotAllowed(...notToOpen(kind))
  }
  if (caseIds.some(id => !opened.has(id) && !post.relations.has(id))) throw new NotFound()
  return post
}

/**
 * Refuses a command whose author may not do what it asks.
 * @throws NotAllowed, with who may; NotFound where it tells of a case that is not there for the author, or of which it records nothing
 */
export function checkAuthor(post: Standing, command: Command, acts: readonly CheckedAct[]): void {
  const opened = new Set(command.opens?.map(one => one.id))
  for (const act of acts) {
    const relation = opened.has(act.caseFile.id) ? 'granted' : (post.relations.get(act.caseFile.id) ?? 'none')
    const wanted = actsOfAccess(act)
    if (!wanted.some(one => may(post.role, one, relation))) throw new NotAllowed(...refusalOf(wanted[0], relation))
  }
  for (const { caseId } of command.tells ?? []) {
    const relation = opened.has(caseId) ? 'granted' : post.relations.get(caseId)
    if (!relation) throw new NotFound()
    if (!may(post.role, 'share', relation)) throw new NotAllowed(...refusalOf('share', relation))
  }
}

/**
 * Refuses to answer a duty that is not there for the author: one of which they see neither the trigger nor that it is theirs.
 * @param named what entries of the cases that they see answer already
 * @throws NotFound
 */
export async function checkAnswers(
  client: PoolClient,
  post: Standing,
  { areaId, acts }: Command,
  named: (caseId: string, duty: string) => boolean,
): Promise<void> {
  for (const act of acts) {
    const answers = act.act === 'record' || act.act === 'correct' ? act.answers : null
    if (!answers || named(act.caseId, answers)) continue
    const { rows } = await client.query<{ root: string; actor: string; trigger: string }>({
      name: 'duty to answer',
      text: `select trigger_root as root, actor_compartment_id as actor, trigger_compartment_id as trigger from duty
             where area_id = $1 and case_id = $2 and id = $3`,
      values: [areaId, act.caseId, answers],
    })
    const seen = rows.some(({ root, actor, trigger }) =>
      [actor, trigger].some(compartmentId => post.sees({ root, compartmentId })),
    )
    if (!seen) throw new NotFound('The duty that this answers is not on this case.')
  }
}

function notToOpen(kind: string): Refusal {
  return kind === 'child'
    ? ['Your post may not open a case.', 'Ask the front door of children’s social care.']
    : [
        `Your post may not do this: “${kindOfCase(kind).opens}”.`,
        'Ask your agency’s safeguarding lead or manager who may.',
      ]
}

type Refusal = readonly [why: string, ask: Ask]
type Acts = readonly [ActOfAccess, ...ActOfAccess[]]

/** Kinds of which recording is an act of its own: whoever may do one of them. */
const actsOfKind: Readonly<Record<string, Acts>> = {
  [breakGlassUsed.kind]: ['break-glass'],
  [breakGlassReviewed.kind]: ['review-break-glass'],
  [informationRequested.kind]: ['ask'],
  [informationRequestAnswered.kind]: ['ask'],
  [informationRequestWithdrawn.kind]: ['ask'],
  // Anybody may be asked for a record, and learn who asks; whoever answers decides.
  [subjectAccessRequested.kind]: ['record', 'answer-access-request'],
  [subjectAccessIdentityConfirmed.kind]: ['record', 'answer-access-request'],
  [subjectAccessClarified.kind]: ['record', 'answer-access-request'],
  [subjectAccessExtended.kind]: ['answer-access-request'],
  [subjectAccessExtensionTold.kind]: ['answer-access-request'],
  [subjectAccessReleased.kind]: ['answer-access-request'],
  [subjectAccessRefused.kind]: ['answer-access-request'],
  [redactionAsked.kind]: ['ask-redaction'],
  [redactionApproved.kind]: ['approve-redaction'],
  [redactionRefused.kind]: ['approve-redaction'],
  [retentionHoldPlaced.kind]: ['hold-disposal'],
  [retentionHoldReleased.kind]: ['hold-disposal'],
  [disposalProposed.kind]: ['dispose'],
  [disposalDeclined.kind]: ['dispose'],
}

/** The acts of the matrix of which one is enough to record a fact of a kind. */
export function actsToRecord(kind: string): Acts {
  return actsOfKind[kind] ?? ['record']
}

/** What only those who may hold back a disposal correct or strike out: striking it out would release it. */
const holds: ReadonlySet<string> = new Set([retentionHoldPlaced.kind, retentionHoldReleased.kind])

function actsOfAccess(act: CheckedAct): Acts {
  if (holds.has(act.kind) && act.act !== 'disagree' && act.act !== 'redact') return ['hold-disposal']
  if (act.act === 'strike-out') return [act.strikesDuty ? 'strike-out-duty' : 'strike-out']
  if (act.act === 'correct') return [act.ofColleague ? 'correct-others' : 'correct-own']
  if (act.act === 'redact') return ['approve-redaction']
  if (act.act === 'dispose') return ['dispose']
  return act.act === 'disagree' ? ['record'] : actsToRecord(act.kind)
}

/** Why not, and whom to ask, in that relation to the case. */
export function refusalOf(act: ActOfAccess, relation: Relation): Refusal {
  if (relation === 'opened' && (act === 'share' || act === 'ask')) return notInEmergency
  return refusals[act] ?? ['Your post may not do this.', 'Ask a manager of your agency.']
}

const notInEmergency: Refusal = [
  'You opened this record in an emergency: you may read it and add to it, and not share it, ask or answer for those who work with it.',
  'Ask the team that works on the case to do it. Tell or ask by telephone what cannot wait, and record that you did.',
]

/** For each act that recording may ask for: why not, and whom to ask. */
const refusals: Readonly<Partial<Record<ActOfAccess, Refusal>>> = {
  record: ['Your post may read this record and may not add to it.', 'Ask the allocated worker.'],
  share: ['Your post may not share this record.', 'Ask the allocated worker.'],
  ask: ['Your post may not ask other agencies, or answer them.', 'Ask the allocated worker.'],
  'correct-own': ['Your post may not correct records.', 'Ask the allocated worker.'],
  'correct-others': [
    'Only the person who recorded this, or a manager of their agency, may correct it.',
    'Ask one of them.',
  ],
  'strike-out': ['Your post may not strike out records.', 'Ask the allocated worker.'],
  'break-glass': ['Your post may not open restricted records.', 'Ask the emergency duty social worker.'],
  'review-break-glass': [
    'The privacy officer reviews what was opened in an emergency.',
    'Ask one of the local authority.',
  ],
  'answer-access-request': [
    'The privacy officer or a manager answers requests for a record.',
    'Ask one of your agency.',
  ],
  'strike-out-duty': [
    'This record starts or meets a duty: a manager of the agency that recorded it may strike it out.',
    'Ask one of them.',
  ],
  'ask-redaction': ['Your post may not ask for words to be removed.', 'Ask the allocated worker or a manager.'],
  'approve-redaction': [
    'A manager or the privacy officer of the agency that wrote the words decides about their removal.',
    'Ask one of them.',
  ],
  'hold-disposal': ['A manager or the privacy officer holds back the disposal of a record.', 'Ask one of your agency.'],
  dispose: [
    'A manager, a safeguarding lead or the privacy officer of the agency that closed a record disposes of it.',
    'Ask one who sees this case.',
  ],
}
