/** Rules about section 47 enquiries and the conferences to which they lead. */
import type { Enquiry } from './episodes.ts'
import { ofEpisode } from './of-referrals.ts'
import { type CensusRule, isAtWeekend, isBefore, isOutside, isPast, isSameDay, isWithin, when } from './rule.ts'

const correctDays = 'Correct one of the two days.'
const conclude = 'Record how the enquiry ended: the conference, or that none is needed.'
const isOpen = ({ conference, notRequired }: Enquiry) => !conference && !notRequired

export const rulesOfEnquiries: readonly CensusRule[] = [
  ofEpisode(
    { code: '1104', says: 'No conference is held before the referral.', todo: correctDays },
    ({ referral, enquiries }) =>
      enquiries.flatMap(({ conference }) => when(isBefore(conference, referral), conference, referral)),
  ),
  {
    code: '2884',
    says: 'A conference follows an enquiry or stands alone, and not both.',
    todo: 'Strike out the one that was recorded twice.',
    find: ({ episodes }) => {
      const alone = episodes.flatMap(({ conferences }) => conferences)
      return episodes
        .flatMap(({ enquiries }) => enquiries)
        .flatMap(({ conference }) => {
          const same = alone.find(one => isSameDay(one, conference))
          return when(same !== undefined, same, conference)
        })
    },
  },
  ofEpisode(
    { code: '2889', says: 'No section 47 enquiry starts before the referral.', todo: correctDays },
    ({ referral, enquiries }) => enquiries.flatMap(({ start }) => when(isBefore(start, referral), start, referral)),
  ),
  ofEpisode(
    {
      code: '8615',
      says: 'An initial conference follows the enquiry that led to it.',
      todo: 'Record the start of the enquiry, or correct one of the two days.',
      lacks: 'section-47-enquiry-started',
    },
    ({ enquiries }) =>
      enquiries.flatMap(({ start, conference }) =>
        when(conference !== undefined && (!start || isBefore(conference, start)), conference, start),
      ),
  ),
  ofEpisode(
    {
      code: '8675Q',
      says: 'No enquiry waits for its conference for more than 15 working days on the last day of the census.',
      todo: conclude,
      lacks: 'section-47-enquiry-concluded',
    },
    ({ enquiries }, _, { until }) =>
      enquiries.flatMap(one => when(isOpen(one) && one.start !== undefined && isPast(one.start, 15, until), one.start)),
  ),
  ofEpisode(
    {
      code: '8715',
      says: 'A conference that an enquiry led to lies within the year of the census.',
      todo: 'Check the day of the conference.',
    },
    ({ enquiries }, _, { year }) =>
      enquiries.flatMap(({ conference }) => when(isOutside(conference, year), conference)),
  ),
  ofEpisode(
    {
      code: '8740',
      says: 'An enquiry that has not ended started within the year of the census.',
      todo: conclude,
      lacks: 'section-47-enquiry-concluded',
    },
    // While the year runs it may still end; after so many working days that is no longer to be expected.
    ({ enquiries }, _, { year, until }) =>
      enquiries.flatMap(one =>
        when(
          isOpen(one) &&
            one.start !== undefined &&
            isOutside(one.start, year) &&
            (one.start.from > year.to || isPast(one.start, 15, until)),
          one.start,
        ),
      ),
  ),
  ofEpisode(
    {
      code: '8839',
      says: 'An episode has at most one section 47 enquiry under way.',
      todo: conclude,
      lacks: 'section-47-enquiry-concluded',
    },
    ({ enquiries }) => {
      const open = enquiries.filter(isOpen)
      return when(open.length > 1, ...open.map(({ start }) => start))
    },
  ),
  ofEpisode(
    {
      code: '8868',
      says: 'An episode that was closed has no section 47 enquiry without an end.',
      todo: conclude,
      lacks: 'section-47-enquiry-concluded',
    },
    ({ closed, enquiries }) => (closed ? enquiries.flatMap(one => when(isOpen(one), one.start, closed)) : []),
  ),
  ofEpisode(
    {
      code: '8870Q',
      says: 'The day by which a conference is aimed for is no Saturday or Sunday.',
      todo: 'Correct that day.',
    },
    ({ enquiries }) =>
      enquiries.flatMap(({ target }) =>
        target ? when(isAtWeekend({ root: target.root, from: target.value, to: target.value }), target) : [],
      ),
  ),
  ofEpisode(
    {
      code: '8875',
      says: 'No conference is held on a Saturday or Sunday.',
      todo: 'Check the day of the conference.',
    },
    ({ enquiries }) => enquiries.flatMap(({ conference }) => when(isAtWeekend(conference), conference)),
  ),
  ofEpisode(
    {
      code: '8890',
      says: 'No section 47 enquiry of an episode starts while another is under way.',
      todo: 'Correct the days, or strike out the one that was recorded twice.',
    },
    ({ enquiries }, _, { until }) =>
      enquiries.flatMap(one =>
        when(
          enquiries.some(other => other !== one && startsWithin(one, other, until)),
          one.start,
        ),
      ),
  ),
]

function startsWithin(one: Enquiry, other: Enquiry, until: string): boolean {
  if (other.notRequired && !other.conference) return false
  const isTwice =
    isSameDay(one.start, other.start) &&
    (isSameDay(one.conference, other.conference) || (!one.conference && !other.conference))
  return !isTwice && isWithin(one.start, other.start, other.conference, until)
}
