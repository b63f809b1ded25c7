/** A second look at a proposed decision is somebody else's than the one who proposes it: not offered to them, and not taken from them. */
import { referralDecisionLookedAt, referralDecisionProposed } from '../../procedures/referral.ts'
import { type Fields, valueOf } from '../pipeline/fields.ts'
import type { OpenForm } from './open-form.ts'
import type { Message } from './read-fact.ts'

interface Writing {
  readonly opened: Pick<OpenForm, 'definition' | 'proposal'>
  readonly typed: Fields
  /** The post of the person who records. */
  readonly me: string
}

/** The question that asks for the second look, and the post that proposes; nothing on any other form. */
export function proposerIn({ opened, typed, me }: Writing): { field: string; post: string } | undefined {
  const { definition, proposal } = opened
  if (definition.kind === referralDecisionProposed.kind)
    return { field: 'secondLook', post: valueOf(typed, 'proposedBy') || me }
  if (definition.kind === referralDecisionLookedAt.kind && proposal?.proposer)
    return { field: 'lookedBy', post: proposal.proposer }
  return undefined
}

/** What is said where the same person proposes and looks. */
export function messagesOnSecondLook(writing: Writing): Message[] {
  const proposer = proposerIn(writing)
  if (!proposer) return []
  const isLooking = writing.opened.definition.kind === referralDecisionLookedAt.kind
  // Where nobody is named, whoever records it looked.
  const looks = valueOf(writing.typed, proposer.field) || (isLooking ? writing.me : '')
  if (looks !== proposer.post) return []
  const text = `Select somebody else${isLooking ? ' who looked' : ''}: whoever proposes a decision does not take the second look at it`
  return [{ field: proposer.field, text }]
}
