// The one box, the separate fields, and who was found, with what matched.
import { actToOpen } from '../../access/policy.ts'
import { mayInArea } from '../../access/visit.ts'
import type { Alike } from '../../ledger/alike-adults.ts'
import type { United } from '../../ledger/same-person.ts'
import { type Found, isTitle } from '../../people/search.ts'
import { Styles } from '../due/due.view.tsx'
import { addressTogether } from '../involved/together.ts'
import { Button } from '../kit/component/button.tsx'
import { DateInput } from '../kit/component/date-input.tsx'
import { Details } from '../kit/component/messages.tsx'
import { TextInput } from '../kit/component/text-input.tsx'
import { count, sayAge, sayDay } from '../kit/days.ts'
import { RestrictionTag } from '../kit/restriction.tsx'
import { valueOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'
import { sayRelationship } from './relationship.ts'

interface FindViewProps {
  visit: Visit
  /** Nothing before anything was asked for. */
  found: readonly Found[] | undefined
  isMore: boolean
  /** The reference that was asked for, where it is that of a restricted file. */
  restricted: string | undefined
  birthDayUnread: boolean
  /** Whether it is asked who else is involved: then what is found leads to that. */
  isInvolved: boolean
  /** Who of those found may be one adult on several files. */
  united: readonly United[]
  /** Who of them may be one adult under different names: offered, never put together. */
  alike: ReadonlyMap<Found, readonly Alike[]>
  /** Whom to ring where nobody is known. */
  authority: Authority | undefined
}

export interface Authority {
  readonly name: string
  readonly telephone: string | null
}

/** Whether a post may open anything that is no child's file. */
function mayOpenMatters(post: Visit['post']): boolean {
  return Object.values(actToOpen).some(act => act !== actToOpen.child && mayInArea(post, act))
}

function heading({ post }: Visit, isInvolved: boolean): string {
  if (isInvolved) return 'Who else is involved?'
  return mayOpenMatters(post)
    ? 'Find a child, somebody around a child, or a matter'
    : 'Find a child or somebody around a child'
}

/** Everything below the header. */
export function FindView(props: FindViewProps) {
  const { visit, found, isInvolved } = props
  return (
    <>
      <Styles />
      <h1 class="govuk-heading-l">{heading(visit, isInvolved)}</h1>
      <Asking {...props} />
      {found === undefined ? <Before /> : <Results {...props} found={found} />}
      {found === undefined && !isInvolved && mayOpenMatters(visit.post) && (
        <p class="govuk-body">
          Not about one child?{' '}
          <a class="govuk-link" href="/new">
            Open something else
          </a>
          : an allegation, an incident, a place, a death, a round, arrangements.
        </p>
      )}
      {found !== undefined && <Open visit={visit} />}
    </>
  )
}

/** What this post may open where nothing fits. */
function Open({ visit }: Pick<FindViewProps, 'visit'>) {
  const mayOpenChild = mayInArea(visit.post, actToOpen.child)
  const mayOpenElse = mayOpenMatters(visit.post)
  if (!mayOpenChild && !mayOpenElse) return null
  return (
    <p class="govuk-body">
      Not there?{' '}
      {mayOpenChild && (
        <a class="govuk-link" href="/new-child">
          Open a file for a new child
        </a>
      )}
      {mayOpenChild && mayOpenElse && ' or '}
      {mayOpenElse && (
        <a class="govuk-link" href="/new">
          {mayOpenChild ? 'something else' : 'Open something else'}
        </a>
      )}
    </p>
  )
}

const separate = [
  'forenames',
  'surname',
  'born-day',
  'born-month',
  'born-year',
  'postcode',
  'nhs-number',
  'upn',
] as const

function Asking({ visit, birthDayUnread, isInvolved }: FindViewProps) {
  const typed = (name: string) => valueOf(visit.query, name)
  const field = (name: string) => ({ name, value: typed(name), autocomplete: 'off', spellcheck: false })
  return (
    <form method="get" action="/find" class="gt-search" novalidate role="search">
      {isInvolved && <input type="hidden" name="for" value="involved" />}
      <div class="gt-search__line">
        <TextInput
          {...field('q')}
          type="search"
          label="Name, date of birth, NHS number, UPN or file reference"
          labelClass="govuk-label--s"
          hint="In any order, for example: Fenwick Aria 2/6/2021. Spelling need not be right."
        />
      </div>
      <div class="govuk-button-group govuk-!-margin-top-3 govuk-!-margin-bottom-2">
        <Button>Find</Button>
      </div>
      <Details summary="Search by separate fields" open={separate.some(name => typed(name) !== '')}>
        <div class="gt-search__fields">
          <TextInput {...field('forenames')} label="First names" />
          <TextInput {...field('surname')} label="Last name" />
          <TextInput {...field('postcode')} label="Postcode" autocapitalize="characters" />
          <TextInput {...field('nhs-number')} label="NHS number" inputmode="numeric" />
          <TextInput {...field('upn')} label="Unique pupil number" autocapitalize="characters" />
          <TextInput {...field('number')} label="Local authority’s own number" />
        </div>
        <DateInput
          id="born"
          namePrefix="born"
          legend="Date of birth"
          hint="If you do not know the day or the month, leave it empty"
          error={birthDayUnread ? 'Date of birth must be a real date, a month with its year, or a year' : undefined}
          values={{ day: typed('born-day'), month: typed('born-month'), year: typed('born-year') }}
        />
        <Button class="govuk-button--secondary">Find by these fields</Button>
      </Details>
    </form>
  )
}

function Before() {
  return (
    <p class="gt-empty">
      Type what you know. You will find the children, and the people around them, on files that your post may see. That
      you searched is written down; what you searched for is not. Is it your own family, or somebody you know?{' '}
      <a class="govuk-link" href="/conflicts">
        Say so
      </a>
      , and do not look.
    </p>
  )
}

function Results({
  visit,
  found,
  isMore,
  isInvolved,
  authority,
  restricted,
  united,
  alike,
}: FindViewProps & { found: readonly Found[] }) {
  if (restricted) {
    return (
      <>
        <h2 class="govuk-heading-m" id="results">
          File {restricted} is restricted
        </h2>
        <p class="govuk-body">
          Only the people to whom it was opened may see it.{' '}
          <a class="govuk-link" href={`/case/${restricted}`}>
            Whom to ask
          </a>
        </p>
      </>
    )
  }
  if (found.length === 0 && isInvolved) return <NotKnown today={visit.today.day} authority={authority} />
  if (found.length === 0) {
    return (
      <>
        <h2 class="govuk-heading-m" id="results">
          Nothing you may see matches
        </h2>
        <p class="govuk-body">
          Try fewer words, another spelling, or only the date of birth. A file that is restricted or shielded, or that
          another authority holds, would not be shown here: if you think that there is one, ask the front door.
        </p>
      </>
    )
  }
  return (
    <>
      <h2 class="govuk-heading-m" id="results">
        {isMore ? `The ${found.length} that match best` : count(found.length, 'match', 'matches')}
      </h2>
      <ol class="gt-results" aria-labelledby="results">
        {found.map(one => (
          <Result
            found={one}
            today={visit.today.day}
            isInvolved={isInvolved}
            together={united.find(({ first }) => first === one)}
            alike={alike.get(one) ?? []}
            isMore={isMore}
          />
        ))}
      </ol>
      {isMore && <p class="govuk-body">There are more. Add a date of birth, a postcode or another name.</p>}
    </>
  )
}

/** Nobody of that name on files that may be seen: said with its day, with what it does not mean, and with a number to ring. */
function NotKnown({ today, authority }: { today: string; authority: Authority | undefined }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="results">
        Not known, as of {sayDay(today)}
      </h2>
      <p class="govuk-body">
        Nobody like this is on a file that people of your agency write on. That does not mean that nobody knows them: a
        file that is restricted, or that is not shared with your agency, would not be shown. Children about whom your
        agency was asked or told, and has recorded nothing itself, stand in What is due.
      </p>
      <p class="govuk-body">
        Try another spelling or only the date of birth
        {authority && (
          <>
            , or ring the front door of {authority.name}
            {authority.telephone && (
              <>
                :{' '}
                <a class="govuk-link" href={`tel:${authority.telephone.replace(/[^+\d]/g, '')}`}>
                  {authority.telephone}
                </a>
              </>
            )}
          </>
        )}
        .
      </p>
    </>
  )
}

interface ResultProps {
  found: Found
  today: string
  isInvolved: boolean
  /** Where this is the first of several files on which one adult may stand. */
  together: United | undefined
  alike: readonly Alike[]
  isMore: boolean
}

function Result({ found, today, isInvolved, together, alike, isMore }: ResultProps) {
  const { role, birthDay, postcode, reference, child, name } = found
  const ofFile = child || `the child of file ${reference}`
  const isChild = isTitle(role)
  const born = birthDay && `${role === 'child' ? `${sayAge(birthDay, today)}, ` : ''}born ${sayDay(birthDay)}`
  const details = [
    !isChild && sayRelationship(role, ofFile),
    isChild && child !== name && name !== '' && `Now called ${child}`,
    born || (role === 'matter' ? '' : 'Date of birth not known'),
    postcode,
  ]
  return (
    <li class="gt-result">
      <p class="gt-result__name gt-result__who">
        <a class="govuk-link" href={isInvolved ? `/case/${reference}/involved` : `/case/${reference}`}>
          {name || `Child ${reference}`}
        </a>{' '}
        <RestrictionTag restriction={found.restriction} />
      </p>
      <p class="gt-result__who">{details.filter(Boolean).join(' · ')}</p>
      <p class="gt-result__who gt-result__because">{found.because.join('; ')}</p>
      {together && (
        <p class="gt-result__who">
          <a class="govuk-link" href={addressTogether(found)}>
            {isMore ? 'See all files' : `See all ${together.files.length} files`} together
            <span class="govuk-visually-hidden"> on which {name} may stand</span>
          </a>
        </p>
      )}
      {alike.length > 0 && (
        <p class="gt-result__who">
          May be the same adult as {new Intl.ListFormat('en-GB').format(namesOf(alike))}.{' '}
          <a class="govuk-link" href={`${addressTogether(found)}#alike`}>
            See what speaks for it<span class="govuk-visually-hidden">, and against it: {name}</span>
          </a>
        </p>
      )}
      <p class="gt-result__where gt-quiet">
        {isInvolved ? (
          <>
            <a class="govuk-link" href={`/case/${reference}`}>
              File<span class="govuk-visually-hidden"> of {ofFile}</span>
            </a>{' '}
            {reference}
          </>
        ) : (
          <>
            File {reference} ·{' '}
            <a class="govuk-link" href={`/case/${reference}/involved`}>
              Who else is involved<span class="govuk-visually-hidden"> with {ofFile}</span>
            </a>
          </>
        )}
        <br />
        {[found.worker ?? 'Nobody is allocated', found.team].filter(Boolean).join(', ')}
      </p>
    </li>
  )
}

function namesOf(alike: readonly Alike[]): string[] {
  return [...new Set(alike.map(({ found }) => found.name))]
}
