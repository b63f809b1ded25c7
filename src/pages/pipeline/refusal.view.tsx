// The pages that say why nobody can go on now, and how to.

import type { Content } from '../kit/component/markup.ts'
import { page } from '../kit/layout.tsx'
import { type Fields, typedIn } from './fields.ts'

interface Refusal {
  title: string
  says: Content
  isStory: boolean
  /** What the person typed, shown so that it can be copied. */
  typed?: Fields | undefined
  /** Whether that is kept for them as well. */
  isKept?: boolean
}

/** A refusal as a whole page. It knows nothing of the visitor, so that it is the same for everybody. */
export function refusalPage({ title, says, isStory, typed, isKept = false }: Refusal): string {
  const children = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      {says}
      {isKept && (
        <p class="govuk-body">
          Nothing was recorded. What you wrote is kept under{' '}
          <a class="govuk-link" href="/drafts">
            Your drafts
          </a>{' '}
          for a week. Nobody else sees it there.
        </p>
      )}
      {typed && <Words typed={typed} />}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to what is due
        </a>
      </p>
    </>
  )
  return page({ title, nav: [], banner: isStory ? 'story' : undefined, children })
}

/** Everything that somebody typed, field by field, to be read and copied. */
export function Words({ typed }: { typed: Fields }) {
  const written = Object.entries(typedIn(typed)).filter(([, value]) => String(value).trim() !== '')
  if (written.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">What you wrote</h2>
      <dl class="govuk-summary-list">
        {written.map(([name, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{inWords(name)}</dt>
            <dd class="govuk-summary-list__value gt-as-typed">
              {typeof value === 'string' ? value : value.join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** `childrenSeen` and `happened-day` become words. */
function inWords(name: string): string {
  const words = name
    .replaceAll(/[-_.]+/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
