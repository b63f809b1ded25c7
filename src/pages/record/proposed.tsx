// What was proposed how to decide a referral, with who looked at it and who would decide otherwise: beside the forms of those steps.
// The form of the decision begins with it, unless something was typed already.
import type { PoolClient } from 'pg'
import { dataOf, type Statement } from '../../engine/fact.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { readNames } from '../../people/parties.ts'
import { referralDecided, referralDecisionLookedAt, referralDecisionProposed } from '../../procedures/referral.ts'
import { Tag } from '../kit/component/messages.tsx'
import { Marked } from '../kit/marking.tsx'
import type { FormState } from '../pipeline/page.ts'
import { currentEntry, sayHappened } from './fact-words.ts'
import type { OpenForm } from './open-form.ts'
import { sayThreshold } from './threshold.tsx'

interface Look {
  readonly by: string
  readonly agrees: boolean
  readonly instead: string | undefined
  readonly when: string
  readonly reasons: string | null
}

/** A proposal in words, and what the form of a decision takes over from it. */
export interface ShownProposal {
  readonly by: string
  /** The post that proposes. */
  readonly proposer: string | undefined
  readonly when: string
  readonly outcome: string
  readonly threshold: string | null
  readonly reasons: string | null
  /** Who was asked for a second look. */
  readonly asked: string | undefined
  readonly looks: readonly Look[]
  /** Nothing on any form but that of the decision. */
  readonly typed: Readonly<Record<string, string>> | undefined
}

type Case = Pick<ReadCase, 'entries' | 'known' | 'words'>

/** The proposal that a form is about; nothing on forms of other kinds, and where the last one was decided on already. */
export async function proposalBefore(
  client: PoolClient,
  kind: string,
  about: string | null,
  read: Case,
): Promise<ShownProposal | undefined> {
  const found = latestProposal(kind, about, read)
  if (!found) return undefined
  const data = dataOf(referralDecisionProposed, found) ?? {}
  const proposer = postOf(found, data.proposedBy, read)
  const lookerOf = (look: Statement) => postOf(look, dataOf(referralDecisionLookedAt, look)?.lookedBy, read)
  // Whoever proposes it has not looked at it a second time.
  const looks = (read.known.byKind.get(referralDecisionLookedAt.kind) ?? []).filter(
    look => read.known.chains.get(look.root)?.includes(found.root) && (!proposer || lookerOf(look) !== proposer),
  )
  const lookers = looks.map(lookerOf)
  const asked = data.secondLook?.[0]
  const names = await readNames(
    client,
    [proposer, asked, ...lookers].filter(id => id !== undefined),
  )
  const nameOf = (post: string | undefined) => names.get(post ?? '') ?? 'Somebody who is no longer listed'
  const { threshold = null, reasons = null } = wordsOf(found, read)
  return {
    by: nameOf(proposer),
    proposer,
    when: sayHappened(found.happened),
    outcome: sayOutcome(data.outcome),
    threshold,
    reasons,
    asked: asked && nameOf(asked),
    looks: looks.map((look, at) => {
      const { view, instead } = dataOf(referralDecisionLookedAt, look) ?? {}
      return {
        by: nameOf(lookers[at]),
        agrees: view === 'agrees',
        instead: instead && sayOutcome(instead),
        when: sayHappened(look.happened),
        reasons: wordsOf(look, read)['reasons'] ?? null,
      }
    }),
    typed:
      kind === referralDecided.kind
        ? { outcome: data.outcome ?? '', threshold: threshold ?? '', reasons: reasons ?? '' }
        : undefined,
  }
}

function latestProposal(kind: string, about: string | null, { known }: Case): Statement | undefined {
  const kinds: readonly string[] = [referralDecided.kind, referralDecisionLookedAt.kind, referralDecisionProposed.kind]
  if (!kinds.includes(kind) || !about) return undefined
  const ofLine = (of: string) => (known.byKind.get(of) ?? []).filter(one => known.chains.get(one.root)?.includes(about))
  const decided = Math.max(0, ...ofLine(referralDecided.kind).map(({ number }) => number))
  return ofLine(referralDecisionProposed.kind).findLast(({ number }) => number > decided)
}

/** Who is named, else who recorded it. */
function postOf(fact: Statement, named: readonly string[] | undefined, { entries }: Case): string | undefined {
  return named?.[0] ?? entries.find(({ id }) => id === fact.root)?.recordedBy ?? undefined
}

function wordsOf(fact: Statement, { words }: Case): Readonly<Record<string, string | null>> {
  return words.get(currentEntry(fact)) ?? {}
}

function sayOutcome(outcome: keyof typeof referralDecided.fields.outcome.options | undefined): string {
  return outcome ? referralDecided.fields.outcome.options[outcome].label : 'Not said'
}

type Begins = Pick<OpenForm, 'proposal' | 'taken' | 'threshold'>

/** A new form with what was proposed or is known already, and the published document; what somebody typed stands as it was typed. */
export function prefilled(form: FormState, { proposal, taken, threshold }: Begins): FormState {
  const isNew = Object.keys(form.typed).length === 0
  const known = proposal?.typed ?? taken?.typed
  if (!isNew || (!known && !threshold)) return form
  const cited = threshold && !known?.['threshold'] ? { threshold: sayThreshold(threshold) } : {}
  return { ...form, typed: { ...known, ...cited } }
}

/** From whom it is that stands in the form already. */
export function WhatIsTakenOver({ taken, more = '' }: Pick<OpenForm, 'taken'> & { more?: string }) {
  if (!taken) return null
  return (
    <section class="gt-record__proposed" aria-labelledby="taken">
      <h2 class="govuk-heading-s" id="taken">
        What is known already
      </h2>
      <p class="govuk-body-s">
        The form begins with it, so that nothing is typed again. {taken.source}. Read it, and change what is no longer
        so.{more}
      </p>
    </section>
  )
}

/** The proposal with every second look; whoever would decide otherwise stands by name. */
export function WhatIsProposed({ opened }: { opened: { readonly proposal: ShownProposal | undefined } }) {
  const { proposal } = opened
  if (!proposal) return null
  const { by, when, outcome, threshold, reasons, asked, looks, typed } = proposal
  return (
    <section class="gt-record__proposed" aria-labelledby="proposed">
      <h2 class="govuk-heading-s" id="proposed">
        What is proposed
      </h2>
      <div class="gt-beside">
        <p>
          <b>{outcome}</b>
        </p>
        <p class="gt-beside__from">
          {by}, {when}
          {threshold && <>. {threshold}</>}
        </p>
        <Reasons text={reasons} />
      </div>
      {looks.map(look => (
        <div class="gt-beside">
          <p>
            {look.agrees ? (
              <>
                <b>{look.by}</b> agrees
              </>
            ) : (
              <>
                <Tag class="govuk-tag--yellow">Dissent</Tag> <b>{look.by}</b> would decide otherwise
                {look.instead && (
                  <>
                    : <b>{look.instead}</b>
                  </>
                )}
              </>
            )}
          </p>
          <p class="gt-beside__from">Second look, {look.when}</p>
          <Reasons text={look.reasons} />
        </div>
      ))}
      {asked && looks.length === 0 && (
        <p class="govuk-body-s">{asked} is asked for a second look. There is none yet.</p>
      )}
      {typed && (
        <p class="govuk-body-s gt-quiet">
          The form begins with what is proposed. Change whatever you decide otherwise.
        </p>
      )}
    </section>
  )
}

function Reasons({ text }: { text: string | null }) {
  return text === null ? null : (
    <p class="gt-beside__said">
      <Marked text={text} />
    </p>
  )
}
