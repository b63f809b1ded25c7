/** May this post do what the command asks? The matrix of `access/policy.ts`, asked for each act. */
import type { PoolClient } from 'pg'
import { type ActOfAccess, findActToOpen, may } from '../access/policy.ts'
import { NotAllowed, NotFound } from '../access/refusals.ts'
import { relationOf } from '../access/relation.ts'
import { breakGlassReviewed, breakGlassUsed } from '../procedures/break-glass.ts'
import { kindOfCase } from '../procedures/case-kinds.ts'
import {
  disposalDeclined,
  disposalProposed,
  retentionHoldPlaced,
  retentionHoldReleased,
} from '../procedures/disposal.ts'
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
 * Refuses a command whose author may not do what it asks. Imports and the story have no post: they are the operator's.
 * @throws NotFound where the post may not know that the case exists, NotAllowed otherwise
 */
export async function checkAuthor(client: PoolClient, command: Command, acts: readonly CheckedAct[]): Promise<void> {
  if (command.by.postId === null) return
  const caseIds = [...new Set(acts.map(act => act.caseFile.id))]
  const post = await relationOf(client, command.areaId, command.by.postId, caseIds)
  if (!post || post.agencyId !== command.by.agencyId) {
    throw new NotAllowed('Your post has ended or is not of this area. Ask your manager to check it.')
  }
  const opened = new Set(command.opens?.map(one => one.id))
  for (const { kind } of command.opens ?? []) {
    const act = findActToOpen(kind)
    if (!act) throw new NotFound()
    if (!may(post.role, act, 'none')) throw new NotAllowed(notToOpen(kind))
  }
  for (const act of acts) {
    const relation = opened.has(act.caseFile.id) ? 'granted' : (post.relations.get(act.caseFile.id) ?? 'none')
    if (relation === 'none') throw new NotFound()
    const wanted = actsOfAccess(act)
    if (!wanted.some(one => may(post.role, one, relation))) throw new NotAllowed(refusalOf(wanted[0]))
  }
}

function notToOpen(kind: string): string {
  return kind === 'child'
    ? 'Your post may not open a case. Ask the front door of children’s social care.'
    : `Your post may not do this: “${kindOfCase(kind).opens}”. Ask your agency’s safeguarding lead or manager who may.`
}

type Acts = readonly [ActOfAccess, ...ActOfAccess[]]

/** Kinds of which recording is an act of its own: whoever may do one of them. */
const actsOfKind: Readonly<Record<string, Acts>> = {
  [breakGlassUsed.kind]: ['break-glass'],
  [breakGlassReviewed.kind]: ['review-break-glass'],
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

/** Why not, and who may. */
export function refusalOf(act: ActOfAccess): string {
  return refusals[act] ?? 'Your post may not do this.'
}

const refusals: Partial<Record<ActOfAccess, string>> = {
  record: 'Your post may read this record and may not add to it. Ask the allocated worker.',
  'correct-own': 'Your post may not correct records. Ask the allocated worker.',
  'correct-others': 'Only the person who recorded this, or a manager of their agency, may correct it.',
  'strike-out': 'Your post may not strike out records. Ask the allocated worker.',
  'break-glass': 'Your post may not open restricted records. Ask the emergency duty social worker.',
  'review-break-glass': 'The privacy officer reviews what was opened in an emergency. Ask one of the local authority.',
  'answer-access-request': 'The privacy officer or a manager answers requests for a record. Ask one of your agency.',
  'ask-redaction': 'Your post may not ask for words to be removed. Ask the allocated worker or a manager.',
  'approve-redaction':
    'A manager or the privacy officer of the agency that wrote the words decides about their removal.',
  'hold-disposal': 'A manager or the privacy officer holds back the disposal of a record. Ask one of your agency.',
  dispose:
    'The privacy officer or a team manager of the local authority disposes of records. Ask one who sees this case.',
  'strike-out-duty': 'This record starts or meets a duty. A manager of the agency that recorded it may strike it out.',
}
