// One domain of the frame: each dimension with what this assessment found, beside what the last one found.
import { type Dimension, type Domain, domains, meanings } from '../../procedures/assessment-frame.ts'
import { Details, Tag } from '../kit/component/messages.tsx'
import { sayDay } from '../kit/days.ts'
import { Marked } from '../kit/marking.tsx'
import { type Assessment, type Finding, foundOf } from './opened.ts'
import type { Shown } from './shown.ts'

/** The dimensions of which something is written, and then, in one line, those of which nothing is. */
export function DomainView({ opened, mayWrite, domain }: Shown & { domain: Domain }) {
  const { assessment, last, address } = opened
  const { label, dimensions } = domains[domain]
  const isWritten = (dimension: Dimension) =>
    [assessment, last].some(one => one && foundOf(one, dimension).now.length > 0)
  const all = Object.entries(dimensions) as [Dimension, string][]
  const written = all.filter(([dimension]) => isWritten(dimension))
  const empty = all.filter(([dimension]) => !isWritten(dimension))
  return (
    <section class="gt-domain" aria-labelledby={domain}>
      <h2 class="govuk-heading-m" id={domain}>
        {label}
      </h2>
      {mayWrite && (
        <p class="govuk-body gt-no-print">
          <a class="govuk-link" href={`${address}/${domain}`}>
            Write<span class="govuk-visually-hidden"> of {label.toLowerCase()}</span>
          </a>
        </p>
      )}
      <Whole assessment={assessment} last={last} domain={domain} />
      {written.map(([dimension, words]) => (
        <div class="gt-dimension">
          <h3 class="govuk-heading-s" id={`d-${dimension}`}>
            {words}
          </h3>
          <div class={last ? 'gt-dimension__pair' : undefined}>
            <Side title={last && 'Now'} assessment={assessment} dimension={dimension} />
            {last && (
              <Side title={`Last, ${sayDay(last.began.happened.from)}`} assessment={last} dimension={dimension} />
            )}
          </div>
        </div>
      ))}
      {empty.length > 0 && (
        <p class="gt-empty">Nothing is written of: {empty.map(([, words]) => words.toLowerCase()).join(', ')}.</p>
      )}
    </section>
  )
}

/** What was said of the domain as a whole when it was authorised, here or in the last assessment. */
function Whole({ assessment, last, domain }: { assessment: Assessment; last: Assessment | undefined; domain: Domain }) {
  const now = assessment.wholes[domain]
  const before = last?.wholes[domain]
  const said = [
    ['As authorised', now],
    ['Last, as authorised', before],
  ].filter(([, text]) => text)
  if (said.length === 0) return null
  return (
    <div class={said.length > 1 ? 'gt-dimension__pair' : undefined}>
      {said.map(([title, text]) => (
        <div class="gt-dimension__side">
          <p class="gt-dimension__when">{title}</p>
          <p class="govuk-body gt-as-typed">
            <Marked text={text ?? ''} />
          </p>
        </div>
      ))}
    </div>
  )
}

interface Sided {
  title: string | undefined
  assessment: Assessment
  dimension: Dimension
}

function Side({ title, assessment, dimension }: Sided) {
  const { now, before } = foundOf(assessment, dimension)
  return (
    <div class="gt-dimension__side">
      {title && <p class="gt-dimension__when">{title}</p>}
      {now.length === 0 && <p class="govuk-body gt-quiet">Nothing is written.</p>}
      {now.map(one => (
        <FindingView finding={one} assessment={assessment} />
      ))}
      {before.length > 0 && (
        <Details summary={`Said before: ${before.length}`}>
          {before.map(one => (
            <FindingView finding={one} assessment={assessment} />
          ))}
        </Details>
      )}
    </div>
  )
}

/** What was found, what it is for the child, and who says so on whose word. */
export function FindingView({ finding, assessment }: { finding: Finding; assessment: Assessment }) {
  const { fact, text, source, agency, writer } = finding
  const isAfter = assessment.concluded !== undefined && assessment.concluded.number < finding.entry
  return (
    <div class="gt-finding">
      {(fact.data.meaning ?? []).map(code => (
        <>
          <Tag
            class={code === 'risk' ? 'govuk-tag--orange' : code === 'strength' ? 'govuk-tag--green' : 'govuk-tag--grey'}
          >
            {meanings[code]}
          </Tag>{' '}
        </>
      ))}
      <p class="govuk-body gt-as-typed">{text ? <Marked text={text} /> : 'Taken away from the record.'}</p>
      <p class="gt-quiet">
        {[
          sayDay(fact.happened.from),
          fact.data.again && 'found again',
          source && `from ${source}`,
          writer && `${writer}, ${agency}`,
          !writer && agency,
          isAfter && 'written after it was concluded',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}
