/** Rules about assessments and the factors found in them. */
import { ofEpisode } from './of-referrals.ts'
import { type CensusRule, isBefore, isOutside, isPast, isSameDay, isWithin, when } from './rule.ts'

const correctDays = 'Correct one of the two days.'
const none = '21'

function oldFactor(code: string, factor: string, instead: string): CensusRule {
  return ofEpisode(
    {
      code,
      says: `Factor ${factor} is no longer used.`,
      todo: `Correct the assessment: ${instead} say who did it.`,
    },
    ({ assessments }) => assessments.flatMap(({ end, start, factors }) => when(factors.includes(factor), end ?? start)),
  )
}

export const rulesOfAssessments: readonly CensusRule[] = [
  ofEpisode(
    { code: '1103', says: 'No assessment starts before its referral.', todo: correctDays },
    ({ referral, assessments }) => assessments.flatMap(({ start }) => when(isBefore(start, referral), start, referral)),
  ),
  ofEpisode(
    {
      code: '2991Q',
      says: 'An episode with a section 47 enquiry has an assessment.',
      todo: 'Record the assessment that went with the enquiry.',
      lacks: 'assessment-started',
    },
    ({ enquiries, assessments }) =>
      when(enquiries.length > 0 && assessments.length === 0, enquiries[0]?.start ?? enquiries[0]?.conference),
  ),
  ofEpisode({ code: '8608', says: 'No assessment ends before it starts.', todo: correctDays }, ({ assessments }) =>
    assessments.flatMap(({ start, end }) => when(isBefore(end, start), end, start)),
  ),
  ofEpisode(
    {
      code: '8614',
      says: 'Factors stand on an assessment that has ended.',
      todo: 'Record the end of the assessment.',
      lacks: 'assessment-authorised',
    },
    ({ assessments }) =>
      assessments.flatMap(({ early }) => when(early !== undefined, early ? { root: early } : undefined)),
  ),
  ofEpisode(
    {
      code: '8670Q',
      says: 'No assessment is open for more than 45 working days on the last day of the census.',
      todo: 'Authorise the assessment if it has ended, or say why it takes longer.',
      lacks: 'assessment-authorised',
    },
    ({ assessments }, _, { until }) =>
      assessments.flatMap(({ start, end }) => when(!end && start !== undefined && isPast(start, 45, until), start)),
  ),
  ofEpisode(
    {
      code: '8696',
      says: 'An assessment ends within the year of the census.',
      todo: 'Check the day on which it was authorised.',
    },
    ({ assessments }, _, { year }) => assessments.flatMap(({ end }) => when(isOutside(end, year), end)),
  ),
  ofEpisode(
    {
      code: '8736',
      says: 'An assessment that has not ended started within the year of the census.',
      todo: 'Record its end, or correct the day on which it started.',
      lacks: 'assessment-authorised',
    },
    // While the year runs it may still end; after so many working days that is no longer to be expected.
    ({ assessments }, _, { year, until }) =>
      assessments.flatMap(({ start, end }) =>
        when(
          !end && start !== undefined && isOutside(start, year) && (start.from > year.to || isPast(start, 45, until)),
          start,
        ),
      ),
  ),
  ofEpisode(
    {
      code: '8863Q',
      says: 'No assessment of an episode starts while another is under way.',
      todo: 'Correct the days, or strike out the one that was recorded twice.',
    },
    ({ assessments }, _, { until }) =>
      assessments.flatMap(one =>
        when(
          assessments.some(
            other =>
              other !== one &&
              isWithin(one.start, other.start, other.end, until) &&
              !(isSameDay(one.start, other.start) && (isSameDay(one.end, other.end) || (!one.end && !other.end))),
          ),
          one.start,
        ),
      ),
  ),
  ofEpisode(
    {
      code: '8867',
      says: 'An episode that was closed has no assessment without an end.',
      todo: 'Record the end of the assessment, or strike out the closing.',
      lacks: 'assessment-authorised',
    },
    ({ closed, assessments }) => (closed ? assessments.flatMap(({ start, end }) => when(!end, start, closed)) : []),
  ),
  ofEpisode(
    {
      code: '8869',
      says: '“No factor found” stands alone.',
      todo: 'Correct the factors of the assessment.',
    },
    ({ assessments }) =>
      assessments.flatMap(({ start, end, factors }) =>
        when(factors.includes(none) && factors.length > 1, end ?? start),
      ),
  ),
  ofEpisode(
    {
      code: '8873Q',
      says: 'Where the only assessment found no factor, the episode closed after it.',
      todo: 'Check the factors, and the reason for closing.',
    },
    ({ assessments, closed }) => {
      const [only, ...more] = assessments
      return when(
        only !== undefined &&
          more.length === 0 &&
          only.factors.includes(none) &&
          closed?.reason !== 'RC8' &&
          closed?.reason !== 'RC9',
        only?.end ?? only?.start,
        closed,
      )
    },
  ),
  ofEpisode(
    {
      code: '8896',
      says: 'An episode has at most one assessment under way.',
      todo: 'Record the end of the earlier one.',
      lacks: 'assessment-authorised',
    },
    ({ assessments }) => {
      const open = assessments.filter(({ end }) => !end)
      return when(open.length > 1, ...open.map(({ start }) => start))
    },
  ),
  ofEpisode(
    {
      code: '8897Q',
      says: 'An assessment that has ended says which factors it found; “no factor found” is an answer.',
      todo: 'Correct the assessment: say which factors it found.',
    },
    ({ assessments }, _, { year }) =>
      assessments.flatMap(({ end, factors }) =>
        when(end !== undefined && end.from >= year.from && factors.length === 0, end),
      ),
  ),
  oldFactor('8945Q', '18A', 'of physical abuse'),
  oldFactor('8950Q', '19A', 'of sexual abuse'),
]
