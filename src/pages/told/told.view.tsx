// Who was told what, and why: bars of time for each agency, and beneath them every disclosure in words.

import { may } from '../../access/policy.ts'
import type { ToldOnce } from '../../ledger/disclosures.ts'
import { Details, NotificationBanner, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { count, sayDay } from '../kit/days.ts'
import { valueOf } from '../pipeline/fields.ts'
import type { Visit } from '../pipeline/page.ts'
import { Bars } from './bars.tsx'
import {
  basisInWords,
  byRecipient,
  inOrder,
  isSeen,
  recordsOf,
  sayPeople,
  type Told,
  type ToldTo,
  whomOf,
  withSameReasons,
} from './told.ts'

export function ToldView({ visit, told }: { visit: Visit; told: Told }) {
  const own = visit.post.agency
  const { name, head, disclosures } = told
  const base = `/case/${encodeURIComponent(head.reference)}`
  const groups = byRecipient(disclosures)
  const given = groups.filter(({ from }) => from.id === own.id)
  const received = groups.filter(({ from }) => from.id !== own.id)
  const recalled = disclosures.find(one => one.id === visit.query['recalled'])
  const done = doneInWords[valueOf(visit.query, 'done')]
  return (
    <>
      <link rel="stylesheet" href="/assets/told.css" />
      {recalled && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">Recalled. Not seen any more by {whomOf(recalled)}.</p>
        </NotificationBanner>
      )}
      {done && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">{done}</p>
        </NotificationBanner>
      )}
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Who was told what, and why</h1>
      <p class="govuk-body">
        As on {sayDay(visit.today.day)}, for {own.name}. Each agency keeps its own list: what others told each other is
        on theirs.
      </p>
      <p class="govuk-body gt-no-print">
        {may(visit.post.role, 'share', told.glass ? 'opened' : 'granted') && (
          <>
            <a class="govuk-link" href={`${base}/share`}>
              Share something
            </a>
            {' · '}
          </>
        )}
        {may(visit.post.role, 'see-log', 'granted') && (
          <>
            <a class="govuk-link" href={`${base}/readers`}>
              Who looked at this file
            </a>
            {' · '}
          </>
        )}
        <a class="govuk-link" href={`${base}/told?all=yes`}>
          Show all of it, to print
        </a>
      </p>
      <Bars groups={groups} looks={told.looks} now={visit.today.instant} dayOf={visit.ledger.dayOf} own={own.id} />
      <h2 class="govuk-heading-m">What {own.name} told others</h2>
      {given.length === 0 && (
        <p class="gt-empty">
          Nothing of this file was shared by {own.name}. What is shared stands here, with its reasons.
        </p>
      )}
      {given.map(group => (
        <Group visit={visit} told={told} group={group} heading={group.to.name} />
      ))}
      {told.declined.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What {own.name} decided not to share</h2>
          <ul class="govuk-list">
            {told.declined.map(one => (
              <li>
                <b>
                  {sayDay(visit.ledger.dayOf(one.at))}, with {one.to}:
                </b>{' '}
                {one.why}
                {one.by && <span class="gt-quiet"> · {one.by}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">What {own.name} was told</h2>
      {received.length === 0 && (
        <p class="gt-empty">
          No other agency shared records about {name} with {own.name}.
        </p>
      )}
      {received.map(group => (
        <Group visit={visit} told={told} group={group} heading={`By ${group.from.name}`} />
      ))}
    </>
  )
}

const doneInWords: Readonly<Record<string, string>> = {
  share: 'Shared. It stands on this page with your reasons.',
  'not-share': 'Your decision not to share is recorded with its reason.',
}

function Group({ visit, told, group, heading }: { visit: Visit; told: Told; group: ToldTo; heading: string }) {
  const looked = told.looks?.get(group.to.id)
  const isOurs = group.to.id === visit.post.agency.id
  const [newest, ...earlier] = withSameReasons(group.disclosures)
  const latest = newest ? [newest] : []
  return (
    <section class="gt-told">
      <h3 class="govuk-heading-s">{heading}</h3>
      {!isOurs && told.looks && (
        <p class="govuk-body-s">
          {looked
            ? `Its people opened the file ${count(looked.times, 'time')}, last on ${sayDay(visit.ledger.dayOf(looked.last))}.`
            : 'Nobody there has opened the file.'}
        </p>
      )}
      {latest.map(same => (
        <Same visit={visit} told={told} same={same} />
      ))}
      {earlier.length > 0 && (
        <Details
          summary={`Earlier, for other reasons: ${count(earlier.flat().length, 'time')}`}
          open={visit.query['all'] !== undefined}
        >
          {earlier.map(same => (
            <Same visit={visit} told={told} same={same} />
          ))}
        </Details>
      )}
    </section>
  )
}

/** Disclosures with the same reasons, as one card: why once, and each time what. */
function Same({ visit, told, same }: { visit: Visit; told: Told; same: readonly ToldOnce[] }) {
  const [one] = same
  if (!one) return null
  const power = basisInWords(one.basis)
  const newest = same.slice(0, shownAtOnce)
  const earlier = same.slice(shownAtOnce)
  return (
    <SummaryList
      card={{ title: power.label, titleLevel: 4 }}
      rows={[
        {
          key: 'What, and when',
          value: (
            <>
              <Times visit={visit} told={told} times={newest} />
              {earlier.length > 0 && (
                <Details
                  summary={`Earlier: ${count(earlier.length, 'time')}`}
                  open={visit.query['all'] !== undefined}
                  class="govuk-!-margin-bottom-0"
                >
                  <Times visit={visit} told={told} times={earlier} />
                </Details>
              )}
            </>
          ),
        },
        { key: 'Why it was needed', value: one.necessity },
        { key: 'The family', value: familyInWords(one) },
        {
          key: 'The law',
          value: (
            <>
              {power.meaning}
              {one.conditions.length > 0 && (
                <ul class="govuk-list govuk-!-margin-bottom-0 gt-quiet">
                  {inOrder(one.conditions).map(code => (
                    <li>{basisInWords(code).label}</li>
                  ))}
                </ul>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

const shownAtOnce = 4

function Times({ visit, told, times }: { visit: Visit; told: Told; times: readonly ToldOnce[] }) {
  const day = (instant: number) => sayDay(visit.ledger.dayOf(instant))
  return (
    <ul class="govuk-list gt-told__times">
      {times.map(one => (
        <li>
          <b>{day(one.reachedAt)}</b> <State one={one} visit={visit} />
          {one.people && <div>Only to {sayPeople(one.people)}</div>}
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
            {recordsOf(one, told.read, visit).map(({ label, href }) => (
              <li>
                {href ? (
                  <a class="govuk-link" href={href}>
                    {label}
                  </a>
                ) : (
                  label
                )}
              </li>
            ))}
          </ul>
          <span class="gt-quiet">
            {one.by === null ? one.from.name : `${one.by}, ${one.from.name}`}
            {one.recalled && `. Recalled on ${day(one.recalled.at)}`}
            {one.recalled?.by && ` by ${one.recalled.by}`}
            {one.recalled?.why && `: ${one.recalled.why}`}
          </span>
          {one.from.id === visit.post.agency.id && !told.glass && isSeen(one, visit.today.instant) && (
            <a
              class="govuk-link gt-no-print gt-told__recall"
              href={`/case/${encodeURIComponent(told.head.reference)}/told/${one.id}/recall`}
            >
              Recall it
              <span class="govuk-visually-hidden">
                : what {whomOf(one)} was told on {day(one.reachedAt)}
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

function State({ one, visit }: { one: ToldOnce; visit: Visit }) {
  if (one.recalled) return <Tag class="govuk-tag--grey">Recalled</Tag>
  if (!isSeen(one, visit.today.instant)) return <Tag class="govuk-tag--grey">Ended</Tag>
  if (one.untilAt === null) return null
  return <Tag class="govuk-tag--blue">Until {sayDay(visit.ledger.dayOf(one.untilAt))}</Tag>
}

function familyInWords({ familyTold, notToldWhy, notToldUntil }: ToldOnce): string {
  if (familyTold === 'yes') return 'Was told that it was shared'
  if (familyTold === 'not-said')
    return 'Not said here: it was shared through a meeting, and whoever called that says what the family was told'
  const until = notToldUntil ? ` Not before ${sayDay(notToldUntil)}.` : ''
  const said = familyTold === 'later' ? 'Is to be told later' : 'Was not told'
  return `${said}${notToldWhy ? `: ${notToldWhy}` : ''}${until ? `.${until}` : ''}`.replace('..', '.')
}
