// Why somebody can see a case, as HTML.
import { may } from '../../access/policy.ts'
import { findBasis } from '../../guidance/lawful-bases.ts'
import type { HoldingRead } from '../../ledger/holding.ts'
import type { CaseHead } from '../../ledger/read.ts'
import type { OtherHolder } from '../../ledger/who-sees.ts'
import { ofAccess } from '../../procedures/break-glass.ts'
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
  others: readonly OtherHolder[]
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
          others={others.filter(one => one.compartmentId === id)}
        />
      ))}
      <Holdings visit={visit} head={head} holdings={holdings} />
      <h2 class="govuk-heading-m">What other agencies told {post.agency.name}</h2>
      {toOurs.length === 0 && <p class="gt-empty">Nothing, or nothing that still stands.</p>}
      {toOurs.map(one => (
        <Disclosure visit={visit} one={one} />
      ))}
      {byOurs.length > 0 && <h2 class="govuk-heading-m">What {post.agency.name} told others</h2>}
      {byOurs.map(one => (
        <Disclosure visit={visit} one={one} />
      ))}
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
  [ofAccess]: 'Who opened the restricted record in an emergency',
}

interface CompartmentProps {
  visit: Visit
  /** Of one compartment. */
  grants: readonly OwnGrant[]
  others: readonly OtherHolder[]
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
          value:
            others.length === 0 ? 'Nobody' : others.map(one => <p class="govuk-!-margin-0">{sayHolder(visit, one)}</p>),
        },
      ]}
    />
  )
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
} as const

function Disclosure({ visit, one }: { visit: Visit; one: Disclosed }) {
  const basis = findBasis(one.basis)
  const since = `since ${sayDay(visit.ledger.dayOf(one.reachedAt))}`
  const until = one.untilAt === null ? '' : `, until ${sayDay(visit.ledger.dayOf(one.untilAt))}`
  return (
    <SummaryList
      card={{
        title: one.isToOurs
          ? `${one.from} told you${one.people ? ' by name' : ''}`
          : `${one.people ? 'People of ' : ''}${one.to} ${one.people ? 'were' : 'was'} told`,
        titleLevel: 3,
      }}
      rows={[
        ...(one.people ? [{ key: 'Whom', value: `Only ${new Intl.ListFormat('en-GB').format(one.people)}` }] : []),
        { key: 'What', value: `${one.isToOurs ? count(one.facts, 'record') : 'Records of ours'}, ${since}${until}` },
        {
          key: 'On what basis',
          value: (
            <>
              {basis?.label ?? one.basis}
              {basis && <p class="gt-quiet govuk-!-margin-0">{basis.meaning}</p>}
            </>
          ),
        },
        { key: 'Why it was needed', value: one.necessity },
        { key: 'The family', value: told[one.familyTold] },
      ]}
    />
  )
}
