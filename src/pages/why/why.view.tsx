// Why somebody can see a case, as HTML.
import { may } from '../../access/policy.ts'
import { ofFew } from '../../engine/fact.ts'
import { findBasis } from '../../guidance/lawful-bases.ts'
import type { HoldingRead } from '../../ledger/holding.ts'
import type { CaseHead } from '../../ledger/read.ts'
import type { OtherHolder } from '../../ledger/who-sees.ts'
import { ofAccess } from '../../procedures/break-glass.ts'
import { Details } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay, sayTime } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import type { Disclosed, OwnGrant } from './sources.ts'

interface WhyViewProps {
  visit: Visit
  head: CaseHead
  name: string
  grants: readonly OwnGrant[]
  disclosed: readonly Disclosed[]
  /** Nothing where it is not said. */
  others: readonly OtherHolder[] | undefined
  ask: string
  holdings: readonly HoldingRead[]
}

/** Everything below the header. */
export function WhyView({ visit, head, name, grants, disclosed, others, ask, holdings }: WhyViewProps) {
  const { post } = visit
  const toOurs = disclosed.filter(one => one.isToOurs)
  const byOurs = disclosed.filter(one => !one.isToOurs)
  const compartments = [...new Set(grants.map(one => one.compartmentId))]
  return (
    <>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Why can I see this?</h1>
      <p class="govuk-body-l">
        You act as {post.title}, {post.agency.name}. What you see of this file, you see through the following and
        nothing else.
      </p>
      <h2 class="govuk-heading-m">Records that were opened to you</h2>
      {compartments.length === 0 && <p class="gt-empty">None. You see what other agencies told yours.</p>}
      {compartments.map(id => (
        <Compartment
          visit={visit}
          grants={grants.filter(one => one.compartmentId === id)}
          others={others?.filter(one => one.compartmentId === id)}
        />
      ))}
      <Holdings visit={visit} head={head} holdings={holdings} />
      <h2 class="govuk-heading-m">What other agencies told {post.agency.name}</h2>
      {toOurs.length === 0 && <p class="gt-empty">Nothing, or nothing that still stands.</p>}
      {alike(toOurs, one => [one.from, one.people, one.basis]).map(group => (
        <Told visit={visit} group={group} />
      ))}
      {byOurs.length > 0 && <ByOurs visit={visit} head={head} byOurs={byOurs} />}
      <h2 class="govuk-heading-m">What you are not shown</h2>
      <p class="govuk-body">
        Records that other agencies keep to themselves, and records that were set apart. Whether there are any is not
        said here. If you need to know more, ask {ask}
        {head.workerName && `; the lead social worker is ${head.workerName}`}.
      </p>
      <p class="govuk-body">
        Is this child of your own family, or somebody you know?{' '}
        <a class="govuk-link" href={`/conflicts?reference=${head.reference}`}>
          Say so
        </a>
        , and the file is closed to you.
      </p>
    </>
  )
}

/** Who gave the file to a team, or restricted it, and why. */
function Holdings({ visit, head, holdings }: Pick<WhyViewProps, 'visit' | 'head' | 'holdings'>) {
  const mayRestrict = may(visit.post.role, 'restrict', 'granted')
  if (holdings.length === 0 && !mayRestrict) return null
  return (
    <>
      <h2 class="govuk-heading-m">How this file came to be held as it is</h2>
      <ul class="govuk-list">
        {holdings.map(({ change, team, why, at, by }) => (
          <li>
            <b>
              {changes[change]}
              {team && `, ${team}`}
            </b>{' '}
            on {sayDay(visit.ledger.dayOf(at))}: {why} <span class="gt-quiet">{by}</span>
          </li>
        ))}
      </ul>
      {mayRestrict && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/case/${head.reference}/restrict`}>
            {head.restriction === 'none' ? 'Restrict this file' : 'Change who may see this file'}
          </a>
        </p>
      )}
    </>
  )
}

const changes: Readonly<Record<HoldingRead['change'], string>> = {
  'taken-in': 'Given to a team',
  restricted: 'Restricted',
  shielded: 'Shielded',
  lifted: 'No longer restricted',
}

const sensitivities: Readonly<Record<string, string>> = {
  ordinary: 'Records',
  [ofFew]: 'What fewer may see: records',
  [ofAccess]: 'Who opened the restricted record in an emergency',
}

interface CompartmentProps {
  visit: Visit
  /** Of one compartment. */
  grants: readonly OwnGrant[]
  others: readonly OtherHolder[] | undefined
}

function Compartment({ visit, grants, others }: CompartmentProps) {
  const [first] = grants
  if (!first) return null
  return (
    <SummaryList
      card={{ title: `${sensitivities[first.sensitivity] ?? 'Records set apart'} of ${first.agency}`, titleLevel: 3 }}
      rows={[
        { key: 'How many', value: count(first.facts, 'record') },
        {
          key: 'Through',
          value: grants.map(one => (
            <p class="govuk-!-margin-0">
              {throughWhat(one)}, since {sayDay(visit.ledger.dayOf(one.startsAt))}
              {one.endsAt !== null && `, until ${sayTime(one.endsAt)} on ${sayDay(visit.ledger.dayOf(one.endsAt))}`}
            </p>
          )),
        },
        {
          key: 'Who else can',
          value: sayOthers(visit, others),
        },
      ]}
    />
  )
}

function sayOthers(visit: Visit, others: readonly OtherHolder[] | undefined) {
  if (!others) return 'This is not said to data leads. Ask the front door.'
  return others.length === 0 ? 'Nobody' : others.map(one => <p class="govuk-!-margin-0">{sayHolder(visit, one)}</p>)
}

function throughWhat({ kind, holder, isEmergency }: OwnGrant): string {
  if (kind === 'team') return `You are in ${holder}, which works on this case`
  if (kind === 'role') return `You are in the group ${holder}, which sees these cases`
  return isEmergency ? 'You opened it yourself, in an emergency' : 'It was opened to you yourself'
}

/** People are named within one's own agency alone. */
function sayHolder(visit: Visit, { kind, name, agency, agencyId }: OtherHolder): string {
  if (kind !== 'person') return `${name}, ${agency}`
  return agencyId === visit.post.agency.id ? `${name}, ${agency}` : `One person at ${agency}`
}

const told = {
  yes: 'The family was told',
  no: 'The family was not told',
  later: 'The family is to be told later',
  'not-said': 'Shared through a meeting: whoever called it says what the family was told',
} as const

/** Disclosures of which the same is to be said, those told last first. */
function alike(disclosures: readonly Disclosed[], same: (one: Disclosed) => unknown): Disclosed[][] {
  const groups = new Map<string, Disclosed[]>()
  for (const one of disclosures) {
    const key = JSON.stringify(same(one))
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()]
}

/** What one agency told on one basis: of many disclosures the reasons once each, and the rest where who was told what stands. */
function Told({ visit, group }: { visit: Visit; group: readonly Disclosed[] }) {
  const [newest] = group
  if (!newest) return null
  const basis = findBasis(newest.basis)
  const [why = '', ...others] = new Set(group.map(one => one.necessity))
  const families = [...new Set(group.map(one => told[one.familyTold]))]
  return (
    <SummaryList
      card={{ title: `${newest.from} told you${newest.people ? ' by name' : ''}`, titleLevel: 3 }}
      rows={[
        newest.people && { key: 'Whom', value: `Only ${new Intl.ListFormat('en-GB').format(newest.people)}` },
        { key: 'What', value: whatOf(visit, group) },
        {
          key: 'On what basis',
          value: (
            <>
              {basis?.label ?? newest.basis}
              {basis && <p class="gt-quiet govuk-!-margin-0">{basis.meaning}</p>}
            </>
          ),
        },
        {
          key: 'Why it was needed',
          value: (
            <>
              {why}
              {others.length > 0 && (
                <Details summary={`${count(others.length, 'other reason')} given`}>
                  <ul class="govuk-list govuk-list--bullet">
                    {others.map(one => (
                      <li>{one}</li>
                    ))}
                  </ul>
                </Details>
              )}
            </>
          ),
        },
        { key: 'The family', value: families.join('. ') },
      ]}
    />
  )
}

/** "3 records, since 2 March 2026, until 1 June 2026"; of several the first and the last day. */
function whatOf(visit: Visit, group: readonly Disclosed[]): string {
  const day = (instant: number) => sayDay(visit.ledger.dayOf(instant))
  const records = count(
    group.reduce((sum, one) => sum + one.facts, 0),
    'record',
  )
  const since = day(Math.min(...group.map(one => one.reachedAt)))
  const ends = group.flatMap(one => one.untilAt ?? [])
  const last = ends.length === 0 ? '' : day(Math.max(...ends))
  if (group.length === 1) return `${records}, since ${since}${last && `, until ${last}`}`
  const some = ends.length === group.length ? '' : 'some '
  return `${records}, told ${group.length} times since ${since}${last && `, ${some}until ${last} at the latest`}`
}

interface ByOursProps {
  visit: Visit
  head: CaseHead
  byOurs: readonly Disclosed[]
}

/** What one's own agency told others is no reason why one sees it: a line for each, and where the rest stands. */
function ByOurs({ visit, head, byOurs }: ByOursProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What {visit.post.agency.name} told others</h2>
      <ul class="govuk-list">
        {alike(byOurs, one => [one.to, one.people]).map(group => {
          const [{ to, people, reachedAt } = { to: '', people: null, reachedAt: 0 }] = group
          const last = sayDay(visit.ledger.dayOf(reachedAt))
          return (
            <li>
              {people ? `People of ${to} were told` : `${to} was told`},{' '}
              {group.length === 1 ? `on ${last}` : `${group.length} times, the last on ${last}`}
              {people && `: only ${new Intl.ListFormat('en-GB').format(people)}`}
            </li>
          )
        })}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/case/${head.reference}/told`}>
          What each was told, on which basis and why
        </a>
      </p>
    </>
  )
}
