/**
 * A child on a plan who has to do with another country: whether to tell its embassy is considered, link by link. To tell it may
 * help; where the family fled from that state it may put people in danger. To decide against it is an answer too.
 */
import { duty, type Line } from '../engine/duty.ts'
import { fact, type Statement } from '../engine/fact.ts'
import { choice, choices, narrative, optional, parties, words } from '../engine/field.ts'
import { procedure } from '../engine/procedure.ts'
import { promptly } from '../guidance/limits.ts'
import { wt2018 } from '../guidance/sources.ts'
import { leadSocialWorker } from './actors.ts'
import {
  childProtectionPlanStarted,
  decidesOnPlan,
  endOfPlan,
  endsOfPlans,
  initialConferenceHeld,
  isEndOfPlan,
  isOnPlan,
  planReads,
} from './plan-facts.ts'

export const linkAbroadLearnt = fact('link-abroad-learnt', {
  label: 'Link with another country learnt',
  happenedOn: 'Day on which it was learnt',
  fields: {
    country: words('Which country'),
    links: choices('What links the child with it', {
      nationality: 'Nationality',
      family: 'A parent or family there',
      lived: 'Lived there',
      'may-be-taken': 'May be taken there',
    }),
    known: narrative('What is known of it, and from whom', optional),
  },
})

export const tellingEmbassyConsidered = fact('telling-embassy-considered', {
  label: 'Whether to tell the embassy considered',
  happenedOn: 'Day on which it was considered',
  about: [linkAbroadLearnt.kind],
  fields: {
    decision: choice(
      'What was decided',
      {
        told: 'The embassy is told',
        'not-told': 'The embassy is not told',
        unsafe: {
          label: 'The embassy is not told: that could put somebody in danger',
          hint: 'For example, the family fled from that state or has asked for asylum',
        },
      },
      {
        hint: 'To tell the embassy of a family that fled from its state can put the child, the family and relatives there in danger. Find out first what they have to fear from it',
      },
    ),
    decidedBy: parties('Who decided', 'post', optional),
    whom: words('If it is told: which embassy or consulate', optional),
    views: narrative('What child and family say of it', optional),
    reasons: narrative('Why, and what is told'),
  },
})

type InTime = { readonly happened: Statement['happened'] }
type Link = Statement<typeof linkAbroadLearnt.fields>

/** What began a plan: a conference that decided on one, or its start. */
function beginnings(line: Line): readonly Statement[] {
  const decided = line.allOfCase(initialConferenceHeld).filter(decidesOnPlan)
  return [...decided, ...line.allOfCase(childProtectionPlanStarted)]
    .map(one => one as unknown as Statement)
    .toSorted((a, b) => (a.happened.from < b.happened.from ? -1 : a.happened.from > b.happened.from ? 1 : 0))
}

/** What began another plan after the end of one. */
function beganAfter(end: InTime, line: Line): Statement | undefined {
  return beginnings(line).find(one => one.happened.from > end.happened.to)
}

/** The last end of a plan after which there was another one. */
function endBeforeLatest(line: Line): InTime | undefined {
  return endsOfPlans(line, one => beganAfter(one, line) !== undefined).reduce<InTime | undefined>(
    (last, one) => (last && last.happened.to > one.happened.to ? last : one),
    undefined,
  )
}

/** Whether the child was on a plan when the link was learnt, or a plan began after that. */
function isOfChildOnPlan({ happened }: Link, line: Line): boolean {
  return isOnPlan(happened.from, line) || beginnings(line).some(one => one.happened.from >= happened.from)
}

/** From the beginning of the latest plan, or from the day of the link where that came later. */
function sincePlanAndLink(link: Link, line: Line): Statement {
  const end = endBeforeLatest(line)
  const began = end ? beganAfter(end, line) : beginnings(line)[0]
  return began && began.happened.from > link.happened.from ? began : (link as unknown as Statement)
}

// Once for each link and plan: what was considered for an earlier plan does not answer for the next one.
export const considerTellingEmbassy = duty({
  id: 'consider-telling-embassy',
  who: leadSocialWorker,
  by: 'authority',
  must: 'Consider whether to tell the embassy of that country',
  arisesFrom: linkAbroadLearnt,
  when: isOfChildOnPlan,
  reads: [childProtectionPlanStarted, ...planReads],
  countsFrom: sincePlanAndLink,
  dischargedBy: [tellingEmbassyConsidered],
  dischargedWhen: (considered, link, line) => {
    const end = endBeforeLatest(line)
    return line.continues(considered, link) && !(end && considered.happened.to <= end.happened.from)
  },
  reach: 'case',
  lapsesOn: endOfPlan.lapsesOn,
  lapsesWhen: (fact, _, line) => isEndOfPlan(fact, line) && !beganAfter(fact, line),
  // Closing a case ends no plan, and a plan may begin after it.
  outlivesClosing: true,
  remark: () => 'To decide against it is an answer too: a family may have fled from that state, or seek asylum.',
  cites: ['WT18-1.19-04'],
  editions: [
    {
      edition: 'wt2018',
      within: promptly(),
      force: 'should',
      source: wt2018.at("chapter 1, 'The child protection plan' (D20 p.52)", { confirmed: true }),
    },
  ],
})

// A link is no process of its own: it opens nothing, and the plan has its procedure.
export const linksAbroad = procedure({
  id: 'links-abroad',
  label: 'Links with another country',
  section: '1.19',
  caseKind: 'child',
  leads: leadSocialWorker,
  takesPart: 'Child and family, legal services; the embassy only where it is told',
  opensWith: [],
  closesWith: [],
  facts: [linkAbroadLearnt, tellingEmbassyConsidered],
  duties: [considerTellingEmbassy],
  prompts: [],
})
