// Files that may be of one child: pair by pair, the likeliest first, each with how likely it is.
import type { ImportedApart } from '../../exchange/store.ts'
import type { PossibleRead } from '../../ledger/different-children.ts'
import { bandsOfChild } from '../../people/matching/one-child.ts'
import { InsetText } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { sayBand } from '../kit/evidence.tsx'

export interface NamedPair extends PossibleRead {
  readonly name: string
  readonly otherName: string
}

interface PossibleProps {
  readonly pairs: readonly NamedPair[]
  readonly isMore: boolean
  /** Whether it was just said of two that they are two children. */
  readonly isSaid: boolean
  /** Children on records kept apart, of whom an imported file speaks: told to the front door. */
  readonly apart: readonly ImportedApart[]
}

/** Everything below the header. */
export function PossibleView({ pairs, isMore, isSaid, apart }: PossibleProps) {
  return (
    <>
      <h1 class="govuk-heading-l">Possibly one child</h1>
      {isSaid && <InsetText>It is kept that they are two children. They are not asked about again.</InsetText>}
      <p class="govuk-body">
        The files of each pair are so alike that somebody should look. Nothing is joined until a person joins it; joined
        files can be taken apart again.
      </p>
      {pairs.length === 0 && (
        <p class="gt-empty">
          Nobody waits to be looked at. Children are compared with each other within a minute of being named.
        </p>
      )}
      <ul class="govuk-list gt-files">
        {pairs.map(one => (
          <li>
            <a class="govuk-link" href={`/case/${one.reference}/same-child/${one.otherReference}`}>
              <b>{one.name}</b> and <b>{one.otherName}</b>
            </a>{' '}
            <span class="gt-quiet">
              {one.reference}, {one.otherReference}
            </span>
            <br />
            {sayBand({ band: one.score >= bandsOfChild.same ? 'same' : 'ask', family: one.family })}
          </li>
        ))}
      </ul>
      {isMore && <p class="govuk-body">There are more: they follow as these are decided.</p>}
      {apart.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Imported files speak of children whose records are kept apart</h2>
          <p class="govuk-body">
            Whoever imported them was told nothing. What they say stands in a file of its own, as of any child who is
            new, which only data leads and the front door see. Nothing of it was recorded on the record that is kept
            apart: ask whoever keeps that what is missing there, and do not give the file of its own to a team.
          </p>
          <ul class="govuk-list">
            {apart.map(one => (
              <li>
                <b>{one.reference}</b>: number {one.child}, imported into {one.besideReference}, until{' '}
                {sayDay(one.untilDay)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
