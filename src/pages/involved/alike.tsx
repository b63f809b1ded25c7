// Who may be the same adult on other files, where the name or the day is written otherwise: what speaks for it and against it, and the way to read both.
import type { Alike } from '../../ledger/alike-adults.ts'
import type { United } from '../../ledger/same-person.ts'
import { sayRelationship } from '../find/relationship.ts'
import { sayAge, sayDay } from '../kit/days.ts'
import { EvidenceBars, sayBandOfAdult } from '../kit/evidence.tsx'
import { RestrictionTag } from '../kit/restriction.tsx'
import { addressTogether } from './together.ts'

interface Shown {
  readonly person: United
  readonly offered: readonly Alike[]
  readonly today: string
}

/** Nothing where nobody is so much alike. Nobody is joined by it: whoever looks puts a file beside the others, for themselves. */
export function OfferedAlike({ person, offered, today }: Shown) {
  if (offered.length === 0) return null
  const { first, files } = person
  const also = files.flatMap(({ by, reference }) => (by === 'person' ? reference : []))
  return (
    <section aria-labelledby="alike">
      <link rel="stylesheet" href="/assets/goldthread-record.css" />
      <h2 class="govuk-heading-m" id="alike">
        May be the same adult, written otherwise
      </h2>
      <p class="govuk-body">
        These are not put together with the others: you decide. To the right a bar speaks for one person, to the left
        against it; the longer, the more. The postcode is that of the children. Reading a file beside the others joins
        nothing and is kept nowhere.
      </p>
      <ul class="gt-results">
        {offered.map(({ found, compared }) => (
          <li class="gt-result">
            <p class="gt-result__name gt-result__who">
              <a class="govuk-link" href={`/case/${found.reference}/involved`}>
                {found.name}
              </a>{' '}
              <RestrictionTag restriction={found.restriction} />
            </p>
            <p class="gt-result__who">
              {sayRelationship(found.role, found.child || `the child of file ${found.reference}`)}
              {' · '}
              {found.birthDay
                ? `${sayAge(found.birthDay, today)}, born ${sayDay(found.birthDay)}`
                : 'Date of birth not known'}
            </p>
            <p class="gt-result__who">
              <b>{sayBandOfAdult(compared)}</b>
            </p>
            <EvidenceBars weighed={compared.weighed} />
            <p class="gt-result__where">
              <a class="govuk-link" href={addressTogether({ ...first, also: [...also, found.reference] })}>
                Read it beside the others
                <span class="govuk-visually-hidden">
                  : file {found.reference}, {found.name}
                </span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
