/** Rules about an episode as a whole: its referral, whether anything came of it, its closure, and other episodes beside it. */
import { addDays } from '../../../guidance/days.ts'
import { addWorkingDays } from '../../../guidance/working-days.ts'
import { childDied } from '../../../procedures/people.ts'
import type { CensusChild } from './census-child.ts'
import type { Episode } from './episodes.ts'
import { type CensusRule, type Found, isBefore, isOutside, type Judged, when } from './rule.ts'
import type { Told } from './told.ts'

const afterAssessment: readonly unknown[] = ['RC8', 'RC9']
const checkReferral = 'Correct the day of the referral, or what came of it.'

/** A rule that is judged for each episode by itself. */
export function ofEpisode(
  rule: Omit<CensusRule, 'find'>,
  find: (episode: Episode, child: CensusChild, judged: Judged) => readonly Found[],
): CensusRule {
  return { ...rule, find: (child, judged) => child.episodes.flatMap(episode => find(episode, child, judged)) }
}

const conferencesOf = ({ enquiries, conferences }: Episode): Told[] => [
  ...enquiries.flatMap(({ conference }) => conference ?? []),
  ...conferences,
]

/** Every day of the episode that its closing may not come before. */
function workOf(episode: Episode): Told[] {
  const { assessments, enquiries, protectionPlans, inNeedPlans } = episode
  return [
    ...assessments.flatMap(({ start, end }) => [start, end]),
    ...enquiries.map(({ start }) => start),
    ...conferencesOf(episode),
    ...protectionPlans.map(({ end }) => end),
    ...inNeedPlans.flatMap(({ start, end }) => [start, end]),
  ].flatMap(told => told ?? [])
}

/** The first record of an episode, where there is no referral to point at. */
const firstOf = (episode: Episode): Told | undefined => episode.referral ?? workOf(episode)[0] ?? episode.closed

const isOpen = ({ closed, noFurtherAction }: Episode) => !closed && noFurtherAction === false

export const rulesOfReferrals: readonly CensusRule[] = [
  ofEpisode(
    {
      code: '2990',
      says: 'An episode that closed straight after the assessment has no enquiry, no conference and no plan.',
      todo: 'Correct the reason for closing, or what does not belong to this episode.',
    },
    episode => {
      const { closed, enquiries, inNeedPlans, protectionPlans } = episode
      const others = [
        ...enquiries.map(one => one.start ?? one.conference),
        ...conferencesOf(episode),
        ...inNeedPlans.map(one => one.start ?? one.end),
        ...protectionPlans.map(one => one.start ?? one.end ?? one),
      ]
      return when(afterAssessment.includes(closed?.reason) && others.length > 0, closed, ...others)
    },
  ),
  ofEpisode(
    {
      code: '8555Q',
      says: 'No child is referred after its death.',
      todo: 'Correct the day of the referral or that of the death.',
    },
    ({ referral }, { died }) => when(isBefore(died, referral), referral, died),
  ),
  ofEpisode(
    {
      code: '8565',
      says: 'Nothing happens on an episode after the day on which it was closed.',
      todo: 'Correct the day of closing, or that of what is said to have happened later.',
    },
    episode => workOf(episode).flatMap(told => when(isBefore(episode.closed, told), told, episode.closed)),
  ),
  ofEpisode(
    {
      code: '8568',
      says: 'Of each referral it must be said whether anything further came of it.',
      todo: 'Record the decision on the referral.',
      lacks: 'referral-decided',
    },
    ({ referral, noFurtherAction }, { isImported }, { until }) => {
      // The working day in which a referral is decided on is not over.
      const isPast = isImported || !referral || addWorkingDays(referral.to, 1) < until
      return when(noFurtherAction === undefined && isPast && referral !== undefined, isImported ? referral : undefined)
    },
  ),
  ofEpisode(
    {
      code: '8569Q',
      says: 'A referral of before the year of the census did not come to nothing: it would have ended then.',
      todo: checkReferral,
    },
    ({ referral, noFurtherAction }, _, { year }) =>
      when(
        noFurtherAction !== false && referral !== undefined && referral.to < addWorkingDays(year.from, -1),
        referral,
      ),
  ),
  ofEpisode(
    {
      code: '8585Q',
      says: 'Where an episode closed because the child died, there is a date of death.',
      todo: 'Record the death, or correct the reason for closing.',
      lacks: childDied.kind,
    },
    ({ closed }, { died }) => when(closed?.reason === 'RC2' && !died, closed),
  ),
  ofEpisode(
    {
      code: '8600',
      says: 'Each episode begins with a referral, on or before the last day of the census.',
      todo: 'Record the referral, or correct its day.',
      lacks: 'referral-received',
    },
    (episode, { isImported }, { year }) => [
      ...when(!episode.referral && (isImported || workOf(episode).length > 0), firstOf(episode)),
      ...when(episode.referral !== undefined && episode.referral.from > year.to, episode.referral),
    ],
  ),
  ofEpisode(
    {
      code: '8606',
      says: 'No child is referred more than 40 weeks before its birth.',
      todo: 'Correct the day of the referral or that of the birth.',
    },
    ({ referral }, { isImported, born, expected }) => {
      const due = expected && { root: expected.root, from: expected.value, to: expected.value }
      const births = [born, born && !isImported ? undefined : due].flatMap(one => one ?? [])
      const late = births.find(birth => referral && referral.to < addDays(birth.from, -280))
      return when(late !== undefined, referral, late)
    },
  ),
  ofEpisode(
    {
      code: '8610',
      says: 'A referral that was taken further has a main need.',
      todo: 'Correct the referral: say what the main need is.',
    },
    ({ referral, noFurtherAction, primaryNeed }) =>
      when(noFurtherAction === false && referral !== undefined && !primaryNeed, referral),
  ),
  ofEpisode(
    { code: '8620', says: 'An episode closes within the year of the census.', todo: 'Check the day of closing.' },
    ({ closed }, _, { year }) => when(isOutside(closed, year), closed),
  ),
  ofEpisode(
    {
      code: '8630',
      says: 'No episode closes before its referral.',
      todo: 'Correct the day of closing or that of the referral.',
    },
    ({ referral, closed }) => when(isBefore(closed, referral), closed, referral),
  ),
  ofEpisode(
    {
      code: '8805',
      says: 'An episode that was closed has a reason for closing.',
      todo: 'Correct it: say why it was closed.',
    },
    ({ closed }) => when(closed !== undefined && !closed.reason, closed),
  ),
  {
    code: '8815',
    says: 'A child has at most one open episode.',
    todo: 'Close the earlier one, or strike out the referral that did not open another.',
    find: ({ episodes }) => {
      const open = episodes.filter(isOpen)
      return when(open.length > 1, ...open.map(firstOf))
    },
  },
  {
    code: '8816',
    says: 'The open episode of a child is its latest.',
    todo: 'Close the earlier one.',
    find: ({ episodes }) =>
      episodes.filter(isOpen).flatMap(one =>
        when(
          episodes.some(other => other !== one && isBefore(one.referral, other.referral)),
          one.referral,
        ),
      ),
  },
  {
    code: '8820',
    says: 'No episode begins while another is open.',
    todo: 'Close the earlier one before the day of the later, or strike out the referral that did not open another.',
    find: ({ episodes }, { until }) =>
      episodes.flatMap(({ referral }, place) =>
        when(
          referral !== undefined &&
            episodes.some((other, otherPlace) => otherPlace !== place && isUnderWay(other, referral, until)),
          referral,
        ),
      ),
  },
  ofEpisode(
    {
      code: '8825Q',
      says: 'An episode that closed after its assessment has an assessment.',
      todo: 'Correct the reason for closing, or record the assessment.',
    },
    ({ closed, assessments }) => when(afterAssessment.includes(closed?.reason) && assessments.length === 0, closed),
  ),
  ofEpisode(
    {
      code: '8831',
      says: 'Where nothing further came of a referral there is no assessment, no enquiry and no conference.',
      todo: checkReferral,
    },
    episode => {
      const { noFurtherAction, assessments, enquiries } = episode
      const work = [
        ...assessments.map(one => one.start ?? one.end),
        ...enquiries.map(one => one.start),
        ...conferencesOf(episode),
      ].flatMap(told => told ?? [])
      return when(noFurtherAction === true && work.length > 0, episode.referral, ...work)
    },
  ),
  ofEpisode(
    {
      code: '8832',
      says: 'Where nothing further came of a referral there is no child protection plan.',
      todo: checkReferral,
    },
    ({ referral, noFurtherAction, protectionPlans }) =>
      when(noFurtherAction === true && protectionPlans.length > 0, referral, ...protectionPlans),
  ),
  ofEpisode(
    {
      code: '8866',
      says: 'Each referral since April 2013 says who made it.',
      todo: 'Correct the referral: say who made it.',
    },
    ({ referral, source }) => when(referral !== undefined && referral.to >= '2013-04-01' && !source, referral),
  ),
  ofEpisode(
    {
      code: '4000',
      says: 'Where nothing further came of a referral there is no child in need plan.',
      todo: checkReferral,
    },
    ({ referral, noFurtherAction, inNeedPlans }) =>
      when(
        noFurtherAction === true && inNeedPlans.length > 0,
        referral,
        ...inNeedPlans.map(one => one.start ?? one.end),
      ),
  ),
]

/** Whether an episode was open on the day of another referral; closing and opening on one day is allowed. */
function isUnderWay({ referral, closed, noFurtherAction }: Episode, other: Told, until: string): boolean {
  if (!referral || referral.to > other.from) return false
  if (closed) return other.to < closed.from
  return noFurtherAction !== true && other.to < until
}
