// The picture of who else is involved: how many in each state, then each agency with its mark, its last two years and a telephone.
import type { Statement } from '../../engine/fact.ts'
import { isOpen } from '../../engine/standing.ts'
import type { CaseHead, ReadCase } from '../../ledger/read.ts'
import { standingOf } from '../../ledger/read.ts'
import { type AgencyOfArea, sayKind } from '../../people/agencies.ts'
import { informationRequested } from '../../procedures/information-request.ts'
import { ageInWords, nameOfChild, nothingShared, peopleAround } from '../case-file/child.ts'
import { Button } from '../kit/component/button.tsx'
import { Details, NotificationBanner } from '../kit/component/messages.tsx'
import { count, daysBetween, sayDay, sayLength } from '../kit/days.ts'
import { framed } from '../pipeline/frame.ts'
import type { Visit } from '../pipeline/page.ts'
import { LastYears, Legend, Mark, stateWords } from './marks.tsx'
import { type AgencyInPicture, order, type State } from './picture.ts'

interface Shown {
  readonly head: CaseHead
  readonly why: string
  readonly read: ReadCase
  readonly agencies: readonly AgencyOfArea[]
  readonly lines: readonly AgencyInPicture[]
  readonly mayAsk: boolean
  /** Whether the file is granted to the visitor, who else sees what was shared and nothing beside. */
  readonly isGranted: boolean
}

/** Draws what only these pages need, after the styles that all pages share. */
export function Styles() {
  return <link rel="stylesheet" href="/assets/asking.css" />
}

/** The page. */
export function involvedView(visit: Visit, shown: Shown): string {
  const { head, why, read, lines, mayAsk } = shown
  const name = nameOfChild(read)
  const base = `/case/${head.reference}`
  const groups = order.map(state => ({ state, lines: lines.filter(line => line.state === state) }))
  const children = (
    <>
      <Styles />
      <Asked visit={visit} {...shown} />
      <span class="govuk-caption-l">
        {name}, {ageInWords(read, visit.today.day)}
      </span>
      <div class="gt-involved__head">
        <h1 class="govuk-heading-l govuk-!-margin-bottom-2">Who else is involved</h1>
        {mayAsk && <Button href={`${base}/ask`}>Ask agencies</Button>}
      </div>
      <Leads {...shown} />
      <Tally groups={groups} />
      {lines.some(hasHistory) && <Legend />}
      {groups.map(
        ({ state, lines: of }) =>
          of.length > 0 && <Group state={state} lines={of} visit={visit} {...{ base, mayAsk }} />,
      )}
      <People {...shown} />
      <p class="govuk-body gt-quiet">
        As far as your post may see, on {sayDay(visit.today.day)}. What another agency has not shared with yours is
        neither shown nor counted.
      </p>
    </>
  )
  return framed(visit, {
    title: `Who else is involved: ${name}`,
    back: { href: base, text: name },
    why: <p>{why}</p>,
    keys: { record: `${base}/record` },
    children,
  })
}

/** How many agencies are in each state; each leads to them. */
export function Tally({ groups }: { groups: readonly { state: State; lines: readonly unknown[] }[] }) {
  return (
    <nav aria-label="How many in each state">
      <ul class="gt-tally">
        {groups
          .filter(group => group.lines.length > 0)
          .map(({ state, lines }) => (
            <li>
              <a class={`gt-tally__link${state === 'overdue' ? ' gt-tally__link--overdue' : ''}`} href={`#${state}`}>
                <Mark state={state} />
                <b class="gt-tally__number">{lines.length}</b> <span>{stateWords[state]}</span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** The requests that somebody sent in one action: each agency has one of its own. */
export function askedTogether(read: Pick<ReadCase, 'known'>, request: Statement): readonly Statement[] {
  const all = read.known.byKind.get(informationRequested.kind) ?? []
  return all.filter(one => one.agency === request.agency && one.knownSince === request.knownSince)
}

/** After asking: who was asked, and by when they are to answer. */
function Asked({ visit, read, agencies }: { visit: Visit } & Pick<Shown, 'read' | 'agencies'>) {
  if (visit.query['withdrawn'])
    return (
      <NotificationBanner type="success">
        <p class="govuk-notification-banner__heading">Withdrawn. Whoever was asked sees that, and why.</p>
      </NotificationBanner>
    )
  const root = visit.query['asked']
  const request = read.known.byKind.get(informationRequested.kind)?.find(one => one.root === root)
  if (!request) return null
  const together = askedTogether(read, request)
  const roots = new Set(together.map(one => one.root))
  const open = read.duties.filter(row => roots.has(row.trigger_root) && isOpen(standingOf(row, visit.today)))
  const asked = together.flatMap(one => (one.data as { asked?: readonly string[] }).asked ?? [])
  const named = agencies.flatMap(one => (asked.includes(one.id) ? one.name : []))
  const due = open[0]?.due_latest
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        Asked {new Intl.ListFormat('en-GB').format(named)}.{' '}
        {due && `They are to answer by ${due === visit.today.day ? 'the end of today' : sayDay(due)}.`}
      </p>
      <p class="govuk-body">They see it among what is due. If a child may be in danger now, ring them as well.</p>
    </NotificationBanner>
  )
}

function Leads({ head, agencies }: Pick<Shown, 'head' | 'agencies'>) {
  const authority = agencies.find(one => one.isAuthority)
  const who = [head.workerName ?? 'nobody is allocated', head.teamName, authority?.name].filter(Boolean).join(', ')
  return (
    <p class="govuk-body">
      <b>Lead social worker:</b> {who}
      {authority?.telephone && (
        <>
          , <Telephone number={authority.telephone} />
        </>
      )}
    </p>
  )
}

interface GroupProps {
  state: State
  lines: readonly AgencyInPicture[]
  visit: Visit
  base: string
  mayAsk: boolean
}

const hasHistory = (line: AgencyInPicture) => line.recorded.length > 0 || line.asked !== null

/** Many of a kind, such as schools that were not asked, are folded away. */
export const mostUnfolded = 8

function Group({ state, lines, visit, base, mayAsk }: GroupProps) {
  const hasYears = lines.some(hasHistory)
  const list = (
    <ul class={`gt-agencies${hasYears ? '' : ' gt-agencies--short'}`}>
      {lines.map(line => (
        <Agency line={line} today={visit.today.day} {...{ base, mayAsk, hasYears }} />
      ))}
    </ul>
  )
  const says = hasYears ? undefined : lines[0]?.says[0]
  return (
    <section class="gt-involved__group" aria-labelledby={state}>
      <h2 class="govuk-heading-m" id={state}>
        <Mark state={state} /> {stateWords[state]}
      </h2>
      {says && <p class="govuk-body gt-quiet">{says}</p>}
      {lines.length > mostUnfolded && !hasYears ? (
        <Details summary={count(lines.length, 'agency', 'agencies')}>{list}</Details>
      ) : (
        list
      )}
    </section>
  )
}

function Agency({
  line,
  today,
  base,
  mayAsk,
  hasYears,
}: Pick<GroupProps, 'base' | 'mayAsk'> & { line: AgencyInPicture; today: string; hasYears: boolean }) {
  const { agency, state, asOf, says, contact, answer } = line
  return (
    <li class={`gt-agency${state === 'overdue' ? ' gt-agency--overdue' : ''}`}>
      <p class="gt-agency__name">
        <b>{agency.name}</b> <span class="gt-quiet">{sayKind(agency.kind)}</span>
      </p>
      {hasYears && (
        <div class="gt-agency__years">
          <LastYears line={line} today={today} />
          <p>{asOf ? sayAsOf(asOf, today) : 'No answer yet'}</p>
        </div>
      )}
      {hasYears && (
        <div class="gt-agency__says">
          {says.map(text => (
            <p class="gt-agency__words">{text}</p>
          ))}
          {answer !== null && (
            <a class="govuk-link" href={`${base}#fact-${answer}`}>
              Read the answer
            </a>
          )}
        </div>
      )}
      <p class="gt-agency__ring">
        {contact.name && (
          <>
            {contact.name}
            <br />
          </>
        )}
        {contact.telephone ? <Telephone number={contact.telephone} /> : 'No telephone number is recorded'}
      </p>
      {mayAsk && agency.isConnected && (
        <p class="gt-agency__ask">
          <a class="govuk-link" href={`${base}/ask?agency=${agency.id}`}>
            {line.asked ? 'Ask again' : 'Ask'}
            <span class="govuk-visually-hidden"> {agency.name}</span>
          </a>
          {line.waits && (
            <>
              {' · '}
              <a class="govuk-link" href={`${base}/withdraw?request=${line.waits}`}>
                Withdraw<span class="govuk-visually-hidden"> the request to {agency.name}</span>
              </a>
            </>
          )}
        </p>
      )}
    </li>
  )
}

/** 'as of 3 March 2026, 8 months ago' */
export function sayAsOf(day: string, today: string): string {
  const days = daysBetween(day, today)
  return `As of ${sayDay(day)}, ${days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${sayLength(days)} ago`}`
}

/** A number to ring. */
export function Telephone({ number }: { number: string }) {
  return (
    <a class="govuk-link gt-telephone" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {number}
    </a>
  )
}

/** Who around the child they can be asked about; who is missing is said. */
function People({ read, isGranted }: Pick<Shown, 'read' | 'isGranted'>) {
  const people = peopleAround(read)
  const has = (who: string) => people.some(one => one.who === who)
  const missing = !isGranted ? [] : [has('Mother') ? [] : 'mother', has('Father') ? [] : 'father'].flat()
  return (
    <section class="gt-involved__group" aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        People around the child
      </h2>
      <p class="govuk-body">
        {people.length > 0
          ? `${people.map(({ name, who }) => `${name} (${who.toLowerCase()})`).join(', ')}.`
          : isGranted
            ? 'Nobody is recorded yet.'
            : nothingShared}{' '}
        {missing.length > 0 && `No ${missing.join(' and no ')} is recorded: ask about them too.`}
      </p>
    </section>
  )
}
