// Every limit that the guidance leaves to an area, with what the area set, and the days on which its own arrangements began.
import { roles, rolesSettingPolicy } from '../../access/policy.ts'
import type { Arrangements } from '../../engine/duty.ts'
import type { BeganRead, LocalPolicyRead } from '../../ledger/area-decisions.ts'
import type { Progress } from '../../ledger/rederive.ts'
import { kindOfArrangements, type LocalKey } from '../../procedures/decided-locally.ts'
import type { Content } from '../kit/component/markup.ts'
import { InsetText, NotificationBanner, Tag } from '../kit/component/messages.tsx'
import { SummaryList } from '../kit/component/summary-list.tsx'
import { sayDay } from '../kit/days.ts'
import type { Visit } from '../pipeline/page.ts'
import { arrangementsInWords, Decisions, holdsOn, sayBegan, saySet, sayValue, titleOf } from './words.tsx'

interface ListViewProps {
  visit: Visit
  keys: readonly LocalKey[]
  history: readonly LocalPolicyRead[]
  began: readonly BeganRead[]
  progress: ReadonlyMap<string, Progress>
  /** What was set just now. */
  set: string
}

/** Everything below the header. */
export function ListView(props: ListViewProps): Content {
  const { visit, keys, set } = props
  const isSet = keys.some(({ key }) => key === set) || Object.hasOwn(arrangementsInWords, set)
  return (
    <>
      {isSet && (
        <NotificationBanner type="success">
          <p class="govuk-notification-banner__heading">
            Recorded. It stands below with who and why; files that it touches are worked out anew.
          </p>
        </NotificationBanner>
      )}
      <h1 class="govuk-heading-l">Local policy</h1>
      <p class="govuk-body">
        Where the guidance leaves a number to the area, the area sets it here, from a day on, with who approved it and
        why. A duty keeps the number of the day on which it arose. Nothing is ever edited: each decision stands.
      </p>
      <InsetText>What stands here is never shown as law or guidance. Missing it is no breach of either.</InsetText>
      {rolesSettingPolicy(['child']).includes(visit.post.role) && (
        <p class="govuk-body">
          <a class="govuk-link" href="/letter-words">
            How letters of this area begin and end
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Limits that the area decides</h2>
      {keys.map(key => (
        <KeyCard {...props} of={key} />
      ))}
      <h2 class="govuk-heading-m">When the area’s own arrangements began</h2>
      <p class="govuk-body">
        Each area changed over from its old board between 29 June 2018 and 29 September 2019. What happened before its
        day is owed under the old rules, what happened from then on under the new ones.
      </p>
      {(Object.keys(arrangementsInWords) as Arrangements[]).map(of => {
        const history = props.began.filter(one => one.of === of)
        const mayName = rolesSettingPolicy([kindOfArrangements[of]]).includes(visit.post.role)
        return (
          <SummaryList
            card={{
              title: arrangementsInWords[of],
              titleLevel: 3,
              actions: mayName
                ? [
                    {
                      href: `/arrangements-began/${of}`,
                      text: history[0]?.beganOn ? 'Change the day' : 'Name the day',
                      hiddenText: arrangementsInWords[of],
                    },
                  ]
                : [],
            }}
            rows={[
              {
                key: 'Began on',
                value: history[0]?.beganOn
                  ? sayDay(history[0].beganOn)
                  : 'No day is recorded: 29 September 2019, when every area had to',
              },
              history.length > 0 && {
                key: 'Decisions',
                value: <Decisions visit={visit} history={history} progress={props.progress} says={sayBegan} />,
              },
            ]}
          />
        )
      })}
    </>
  )
}

function KeyCard({ visit, of: key, history, progress }: ListViewProps & { of: LocalKey }) {
  const own = history.filter(one => one.key === key.key)
  const holds = holdsOn(own, visit.today.day)
  const deciders = rolesSettingPolicy(key.kinds)
  const maySet = deciders.includes(visit.post.role)
  return (
    <SummaryList
      card={{
        title: titleOf(key),
        titleLevel: 3,
        actions: maySet
          ? [{ href: `/local-policy/${encodeURIComponent(key.key)}`, text: 'Set', hiddenText: titleOf(key) }]
          : [],
      }}
      rows={[
        !maySet && { key: 'Set by', value: deciders.map(role => roles[role]).join(', ') },
        {
          key: 'Today',
          value: (
            <>
              <Tag class="govuk-tag--grey">Local policy</Tag> {sayValue(key, holds)}
              {holds && (
                <>
                  <br />
                  <span class="gt-quiet">
                    Since {sayDay(holds.fromDay)}, approved by {holds.approvedBy}
                  </span>
                </>
              )}
            </>
          ),
        },
        key.rules.length > 0 && {
          key: 'For',
          value: key.rules.map((rule, at) => (
            <>
              {at > 0 && <br />}
              <a
                class="govuk-link"
                href={`/guidance/procedure/${visit.guidance.procedureOf.get(rule.id)?.id}#${rule.id}`}
              >
                {rule.must}
              </a>
            </>
          )),
        },
        own.length > 0 && {
          key: 'Decisions',
          value: <Decisions visit={visit} history={own} progress={progress} says={saySet(key)} />,
        },
      ]}
    />
  )
}
