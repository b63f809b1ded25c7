// The referral in its own words, above the forms of the decision on it: nobody decides on what they do not read.
import { dataOf, type Statement } from '../../engine/fact.ts'
import type { Fields } from '../../engine/field.ts'
import type { ReadCase } from '../../ledger/read.ts'
import { observationRecorded } from '../../procedures/observation.ts'
import {
  referralDecided,
  referralDecisionLookedAt,
  referralDecisionProposed,
  referralReceived,
} from '../../procedures/referral.ts'
import { Details, Tag } from '../kit/component/messages.tsx'
import { Marked } from '../kit/marking.tsx'
import { type Answer, answersOf, currentEntry, sayHappened } from './fact-words.ts'

/** A referral as the reader may see it. */
export interface ShownReferral {
  /** Its place on the file. */
  readonly number: number
  /** "School. Linden Primary School. Gwen Abara, Designated safeguarding lead". */
  readonly from: string
  readonly when: string
  readonly isUnsafe: boolean
  /** Whether the child is safe, how that was checked, why it was referred, and what was seen and sent with it. */
  readonly said: readonly Answer[]
  /** All the rest of it. */
  readonly more: readonly Answer[]
  /** Too long to stand above a form. */
  readonly isLong: boolean
}

const kinds: readonly string[] = [referralDecided.kind, referralDecisionProposed.kind, referralDecisionLookedAt.kind]

/** Words of so many characters stand open above the form. */
const mostUnfolded = 700

const { safety, safetyChecked, reason, source, agency, referrer, ...others } = referralReceived.fields
const { seen, ownWords } = observationRecorded.fields

/** The referral that a form decides on; nothing on other forms, and where the reader may not see it. */
export function referralBefore(
  kind: string,
  about: string | null,
  read: Pick<ReadCase, 'entries' | 'known' | 'words'>,
): ShownReferral | undefined {
  if (!about || !kinds.includes(kind)) return undefined
  const line = [about, ...(read.known.chains.get(about) ?? [])]
  const found = read.known.byKind.get(referralReceived.kind)?.find(({ root }) => line.includes(root))
  if (!found) return undefined
  const sayOf = (fact: Statement, fields: Fields) =>
    answersOf({ ...referralReceived, fields }, fact.data, read.words.get(currentEntry(fact)) ?? {}, new Map())
  const said = [
    ...sayOf(found, { safety, safetyChecked, reason }),
    ...sentWith(found, read).flatMap(one => sayOf(one, { seen, ownWords })),
  ]
  const from = sayOf(found, { source, agency, referrer })
  return {
    number: found.number,
    from: from.map(({ value }) => value).join('. '),
    when: sayHappened(found.happened),
    isUnsafe: dataOf(referralReceived, found)?.safety === 'in-danger',
    said,
    more: sayOf(found, others),
    isLong: said.reduce((length, { value }) => length + value.length, 0) > mostUnfolded,
  }
}

/** What an agency saw is a record of its own, which it sent in the same action. */
function sentWith(referral: Statement, { entries, known }: Pick<ReadCase, 'entries' | 'known'>): readonly Statement[] {
  const sentAt = (root: string) => entries.find(({ id }) => id === root)?.recordedAt
  return (known.byKind.get(observationRecorded.kind) ?? []).filter(
    one => one.agency === referral.agency && sentAt(one.root) === sentAt(referral.root),
  )
}

/** Who referred, when, whether the child is safe, and why; the rest folded, and all of it where it is long. */
export function WhatWasReferred({ referral, href }: { referral: ShownReferral | undefined; href: string }) {
  if (!referral) return null
  const { number, from, when, isUnsafe, said, more, isLong } = referral
  const isSafe = said.filter(({ label }) => label === safety.label)
  const words = said.filter(one => !isSafe.includes(one))
  return (
    <section class="gt-record__referred" aria-labelledby="referred">
      <h2 class="govuk-heading-s" id="referred">
        What was referred
      </h2>
      <p class="govuk-body govuk-!-margin-bottom-2">
        {from}
        <br />
        <span class="gt-quiet">
          {when}.{' '}
          <a class="govuk-link" href={`${href}#fact-${number}`}>
            Read it on the file
          </a>
        </span>
      </p>
      {isSafe.length === 0 && (
        <p class="govuk-body govuk-!-margin-bottom-2">
          <b>{safety.label}</b> The referral does not say
        </p>
      )}
      {isSafe.map(({ label, value }) => (
        <p class="govuk-body govuk-!-margin-bottom-2">
          <b>{label}</b> {isUnsafe ? <Tag class="govuk-tag--red">{value}</Tag> : value}
        </p>
      ))}
      {isLong ? (
        <Details summary="The referral’s own words">
          <Said said={[...words, ...more]} />
        </Details>
      ) : (
        <>
          <Said said={words} />
          {more.length > 0 && (
            <Details summary="The rest of the referral">
              <Said said={more} />
            </Details>
          )}
        </>
      )}
    </section>
  )
}

function Said({ said }: { said: readonly Answer[] }) {
  return (
    <>
      {said.map(({ label, value }) => (
        <p class="govuk-body govuk-!-margin-bottom-2">
          <b>{label}</b>
          <span class="gt-record__referred-words">
            <Marked text={value} />
          </span>
        </p>
      ))}
    </>
  )
}
