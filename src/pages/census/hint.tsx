// A hint in words, and lists of them where something is recorded.
import { type Hint, sourceOfRules } from '../../exchange/cin/hints/hints.ts'

/** What a rule says, with its number, and what to do. */
export function InWords({ hint }: { hint: Hint }) {
  return (
    <>
      {hint.says} {hint.todo}{' '}
      <span class="gt-quiet">
        Rule {hint.code}
        {hint.isQuery ? ', which may be explained and left' : ''}
      </span>
    </>
  )
}

/** Beside a form that was checked: what the census would query because of it. Nothing stops anybody from recording it. */
export function WhatTheCensusQueries({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null
  return (
    <section class="gt-record__starts" aria-labelledby="census">
      <h2 class="govuk-heading-s" id="census">
        This will be queried by the census
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {hints.map(hint => (
          <li>
            <InWords hint={hint} />
          </li>
        ))}
      </ul>
      <p class="gt-quiet gt-preview__note">
        You can record it all the same: what happened is recorded as it happened. As far as you can see; {sourceOfRules}
        .
      </p>
    </section>
  )
}

/** After recording, within the banner that says so. */
export function CensusOnRecorded({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null
  return (
    <>
      <p>This will be queried by the census:</p>
      <ul class="govuk-list govuk-list--bullet">
        {hints.map(hint => (
          <li>
            {hint.says} {hint.todo} (rule {hint.code})
          </li>
        ))}
      </ul>
    </>
  )
}
