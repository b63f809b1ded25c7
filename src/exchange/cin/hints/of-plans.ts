/** Rules about child in need plans, and about child protection plans beside them. */
import type { CensusChild } from './census-child.ts'
import { ofEpisode } from './of-referrals.ts'
import { type CensusRule, isBefore, isOutside, isSameDay, isWithin, when } from './rule.ts'
import type { Told } from './told.ts'

const correctDays = 'Correct one of the two days.'
const oneOrOther = 'Correct the days: one plan ends before the other starts.'
const endIt = 'Record the end of the child in need plan.'

interface Span {
  readonly start: Told | undefined
  readonly end: Told | undefined
}

const inNeed = ({ episodes }: CensusChild) => episodes.flatMap(one => one.inNeedPlans)
const protection = ({ episodes }: CensusChild) => episodes.flatMap(one => one.protectionPlans)

/** Whether a day lies in a plan, before its last day: one plan may end on the day on which another begins. */
function isDuring(one: Told | undefined, { start, end }: Span, until: string): boolean {
  if (!one || !start || one.from < start.to) return false
  return end ? one.to < end.from : one.to <= until
}

export const rulesOfInNeedPlans: readonly CensusRule[] = [
  ofEpisode(
    {
      code: '4001',
      says: 'While a child protection plan runs, no child in need plan does.',
      todo: endIt,
      lacks: 'child-in-need-plan-ended',
    },
    ({ inNeedPlans, protectionPlans }) =>
      protectionPlans.some(({ end }) => !end) ? inNeedPlans.flatMap(({ start, end }) => when(!end, start)) : [],
  ),
  {
    code: '4003',
    says: 'No review of a child protection plan is held while a child in need plan runs, but the one that ended it.',
    todo: oneOrOther,
    find: (child, { until }) =>
      protection(child).flatMap(({ reviews, end }) =>
        reviews.flatMap(review => {
          const plan = inNeed(child).find(one => isDuring(review, one, until))
          return when(plan !== undefined && !isSameDay(review, end), review, plan?.start)
        }),
      ),
  },
  {
    code: '4004',
    says: 'A child has at most one child in need plan that runs.',
    todo: endIt,
    lacks: 'child-in-need-plan-ended',
    find: child => {
      const open = inNeed(child).filter(({ end }) => !end)
      return when(open.length > 1, ...open.map(({ start }) => start))
    },
  },
  {
    code: '4008',
    says: 'No child in need plan starts after the death of the child.',
    todo: correctDays,
    find: child => inNeed(child).flatMap(({ start }) => when(isBefore(child.died, start), start, child.died)),
  },
  {
    code: '4009Q',
    says: 'No child in need plan ends after the death of the child.',
    todo: correctDays,
    find: child => inNeed(child).flatMap(({ end }) => when(isBefore(child.died, end), end, child.died)),
  },
  {
    code: '4010',
    says: 'Each child in need plan has a start, on or before the last day of the census.',
    todo: 'Record the start of the plan, or correct its day.',
    lacks: 'child-in-need-plan-started',
    find: (child, { year }) =>
      inNeed(child).flatMap(({ start, end }) => when(start === undefined || start.from > year.to, start ?? end)),
  },
  {
    code: '4011',
    says: 'No child in need plan ends before it starts.',
    todo: correctDays,
    find: child => inNeed(child).flatMap(({ start, end }) => when(isBefore(end, start), end, start)),
  },
  {
    code: '4012Q',
    says: 'A child in need plan runs for longer than a day.',
    todo: correctDays,
    find: child => inNeed(child).flatMap(({ start, end }) => when(isSameDay(start, end), end, start)),
  },
  {
    code: '4013',
    says: 'A child in need plan ends within the year of the census.',
    todo: 'Check the day on which it ended.',
    find: (child, { year }) => inNeed(child).flatMap(({ end }) => when(isOutside(end, year), end)),
  },
  {
    code: '4014',
    says: 'No child in need plan starts while another runs.',
    todo: 'Correct the days, or strike out the one that was recorded twice.',
    find: (child, { until }) => overlaps(inNeed(child), until),
  },
  ofEpisode(
    { code: '4015', says: 'No child in need plan starts before the referral.', todo: correctDays },
    ({ referral, inNeedPlans }) => inNeedPlans.flatMap(({ start }) => when(isBefore(start, referral), start, referral)),
  ),
  {
    code: '4016',
    says: 'No child in need plan starts while a child protection plan runs.',
    todo: oneOrOther,
    find: (child, { until }) =>
      inNeed(child).flatMap(({ start }) => {
        const plan = protection(child).find(one => isDuring(start, one, until))
        return when(plan !== undefined, start, plan?.start)
      }),
  },
  {
    code: '4017',
    says: 'No child protection plan starts while a child in need plan runs.',
    todo: oneOrOther,
    find: (child, { until }) =>
      protection(child).flatMap(({ start }) => {
        const plan = inNeed(child).find(one => isDuring(start, one, until))
        return when(plan !== undefined, plan?.start, start)
      }),
  },
]

/** Of plans of one kind, those that start while another runs, its last day included. */
function overlaps(plans: readonly Span[], until: string) {
  return plans.flatMap(one =>
    when(
      plans.some(other => other !== one && isWithin(one.start, other.start, other.end, until)),
      one.start,
    ),
  )
}

const sayCategory = 'Record the categories of harm of the plan.'

export const rulesOfProtectionPlans: readonly CensusRule[] = [
  ofEpisode(
    { code: '1105', says: 'No child protection plan starts before the referral.', todo: correctDays },
    ({ referral, protectionPlans }) =>
      protectionPlans.flatMap(({ start }) => when(isBefore(start, referral), start, referral)),
  ),
  ofEpisode(
    {
      code: '2885',
      says: 'A child protection plan starts on the day of the conference that decided on it.',
      todo: 'Record the conference, or correct one of the two days.',
      lacks: 'initial-conference-held',
    },
    ({ protectionPlans, enquiries, conferences }, _, { year }) => {
      const days = enquiries.length > 0 ? enquiries.map(({ conference }) => conference) : conferences
      return protectionPlans.flatMap(({ start }) =>
        when(
          start !== undefined && !isOutside(start, year) && !days.some(day => isOneDay(day, start)),
          start,
          days.at(-1),
        ),
      )
    },
  ),
  {
    code: '8720',
    says: 'Each child protection plan has a start, on or before the last day of the census.',
    todo: 'Record the start of the plan, or correct its day.',
    lacks: 'child-protection-plan-started',
    find: (child, { year }) =>
      protection(child).flatMap(one => when(one.start === undefined || one.start.from > year.to, one.start ?? one)),
  },
  {
    code: '8730',
    says: 'Of each child protection plan it is said how many there were before; none is an answer.',
    todo: 'Record the start of the plan with the number of earlier plans, in any area.',
    lacks: 'child-protection-plan-started',
    find: child =>
      protection(child).flatMap(one => when(one.start !== undefined && one.previous === undefined, one.start)),
  },
  {
    code: '8840',
    says: 'A child protection plan runs for longer than a day.',
    todo: correctDays,
    find: child => protection(child).flatMap(({ start, end }) => when(isSameDay(start, end), end, start)),
  },
  {
    code: '8841',
    says: 'Reviews are held after the day on which the plan started.',
    todo: correctDays,
    find: child =>
      protection(child).flatMap(({ start, reviews }) =>
        reviews.flatMap(one => when(isSameDay(one, start) || isBefore(one, start), one, start)),
      ),
  },
  {
    code: '8905',
    says: 'A child protection plan has a category of harm from its start.',
    todo: sayCategory,
    find: child => protection(child).flatMap(one => when(one.start !== undefined && !one.initial, one.start)),
  },
  {
    code: '8910',
    says: 'A child protection plan has a category of harm by which it stands now.',
    todo: sayCategory,
    find: child => protection(child).flatMap(one => when(one.start !== undefined && !one.latest, one.start)),
  },
  {
    code: '8915',
    says: 'No child protection plan starts after the death of the child.',
    todo: correctDays,
    find: child => protection(child).flatMap(({ start }) => when(isBefore(child.died, start), start, child.died)),
  },
  {
    code: '8920',
    says: 'No child protection plan ends after the death of the child.',
    todo: correctDays,
    find: child => protection(child).flatMap(({ end }) => when(isBefore(child.died, end), end, child.died)),
  },
  {
    code: '8925',
    says: 'No child protection plan ends before it starts.',
    todo: correctDays,
    find: child => protection(child).flatMap(({ start, end }) => when(isBefore(end, start), end, start)),
  },
  {
    code: '8930',
    says: 'A child protection plan ends within the year of the census.',
    todo: 'Check the day on which it ended.',
    find: (child, { year }) => protection(child).flatMap(({ end }) => when(isOutside(end, year), end)),
  },
  {
    code: '8935',
    says: 'A child has at most one child protection plan that runs.',
    todo: 'Record the end of the earlier one, or strike out the one that was recorded twice.',
    lacks: 'plan-ended',
    find: child => {
      const open = protection(child).filter(({ start, end }) => start && !end)
      return when(open.length > 1, ...open.map(({ start }) => start))
    },
  },
  {
    code: '8940',
    says: 'No child protection plan starts while another runs.',
    todo: 'Correct the days, or strike out the one that was recorded twice.',
    find: (child, { until }) => overlaps(protection(child), until),
  },
]

function isOneDay(one: Told | undefined, other: Told): boolean {
  // Where a day is only about known it is not certain that they differ.
  return one !== undefined && !isBefore(one, other) && !isBefore(other, one)
}
