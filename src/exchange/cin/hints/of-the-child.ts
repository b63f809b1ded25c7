/** Rules about who the child is: identifiers, birth and death, ethnicity, disability. */
import { addDays, addMonths, addYears, type Day, yearOf } from '../../../guidance/days.ts'
import { upnLetter } from '../../../people/identifiers.ts'
import { childBorn, childDescribed, childIdentified } from '../../../procedures/people.ts'
import type { CensusChild } from './census-child.ts'
import { type CensusRule, isBefore, isOutside, when } from './rule.ts'
import type { Told } from './told.ts'
import { upnAuthorities } from './upn-authorities.ts'

const correctUpn = 'Ask the school, and correct the number.'

/** Whether any referral of the child led to something. */
function isTakenFurther({ episodes }: CensusChild): boolean {
  return episodes.some(one => one.noFurtherAction === false)
}

const day = (root: string, value: Day): Told => ({ root, from: value, to: value })

/** A rule about the characters of the pupil number, which are asked only of one that is long enough to have them. */
function ofUpn(code: string, says: string, isWrong: (upn: string) => boolean, todo = correctUpn): CensusRule {
  return { code, says, todo, find: ({ upn }) => (upn ? when(isWrong(upn.value), upn) : []) }
}

export const rulesOfTheChild: readonly CensusRule[] = [
  ofUpn(
    '1510',
    'The first letter of a unique pupil number must fit its twelve figures.',
    upn => /^[A-Z]\d{12}$/.test(upn) && upnLetter(upn) !== upn[0],
  ),
  ofUpn(
    '1530',
    'Figures 2 to 4 of a unique pupil number must be those of an authority.',
    upn => upn.length === 13 && !upnAuthorities.has(upn.slice(1, 4)),
  ),
  ofUpn(
    '1540',
    'Characters 5 to 12 of a unique pupil number must be figures.',
    upn => !/^\d{8}$/.test(upn.slice(4, 12)),
  ),
  ofUpn(
    '1550',
    'A unique pupil number must end in a figure, or in a letter other than I, O and S.',
    upn => upn.length === 13 && !/[\dA-HJ-NP-RT-Z]$/.test(upn),
  ),
  {
    code: '1560Q',
    says: 'A former unique pupil number is a letter and twelve figures, of which the last may be a letter.',
    todo: correctUpn,
    find: ({ formerUpn }) => (formerUpn ? when(!/^[A-Za-z]\d{11}[A-Za-z\d]$/.test(formerUpn.value), formerUpn) : []),
  },
  {
    code: '1570',
    says: 'The authority’s number of a child has at most 20 characters.',
    todo: 'Correct the number.',
    find: ({ authoritysNumber: number }) => (number ? when(number.value.length > 20, number) : []),
  },
  {
    code: '1580',
    says: 'The authority’s number of a child is made of letters and figures alone.',
    todo: 'Correct the number.',
    find: ({ authoritysNumber: number }) => (number ? when(!/^[A-Za-z0-9]+$/.test(number.value), number) : []),
  },
  {
    code: '4180',
    says: 'The sex of the child must be given, or that it is not known.',
    todo: 'Record it with ethnicity and disability.',
    lacks: childDescribed.kind,
    find: ({ sex }) => when(!sex),
  },
  {
    code: '4220',
    says: 'The ethnicity of the child must be given; “refused” and “not yet obtained” are answers.',
    todo: 'Ask the family, and record it.',
    lacks: childDescribed.kind,
    find: ({ ethnicity }) => when(!ethnicity),
  },
  {
    code: '8500',
    says: 'Each child must have a number of the authority.',
    todo: 'Record the number.',
    lacks: childIdentified.kind,
    // On file each child has a reference, which can stand for it.
    find: ({ isImported, authoritysNumber }) => when(isImported && !authoritysNumber),
  },
  {
    code: '8520',
    says: 'No child is born after the last day of the census.',
    todo: 'Correct the date of birth.',
    find: ({ born }, { year }) => when(isBefore(day('', year.to), born), born),
  },
  {
    code: '8525Q',
    says: 'A child has a date of birth or an expected one, and not both.',
    todo: 'Record the date of birth; before birth, the expected one.',
    lacks: childBorn.kind,
    // On file what was expected stays; once the child is born it is not sent.
    find: ({ isImported, born, expected }) => [
      ...when(!born && !expected),
      ...when(isImported && born !== undefined && expected !== undefined, born, expected),
    ],
  },
  {
    code: '8530Q',
    says: 'A birth is expected between 30 days before the last day of the census and nine months after it.',
    todo: 'Correct the expected date, or record the birth.',
    find: ({ born, expected }, { year, until }) =>
      expected && !born
        ? when(expected.value < addDays(until, -30) || expected.value > addMonths(year.to, 9), expected)
        : [],
  },
  {
    code: '8535Q',
    says: 'Nobody dies before they are born.',
    todo: 'Correct one of the two dates.',
    find: ({ born, died }) => when(isBefore(died, born), died, born),
  },
  {
    code: '8540',
    says: 'Of a child who is born and whose referral was taken further it must be said whether it has a disability.',
    todo: 'Record the disability; “no disability” is an answer.',
    lacks: childDescribed.kind,
    find: child => when(child.born !== undefined && isTakenFurther(child) && !child.disabilities),
  },
  {
    code: '8545Q',
    says: 'A death lies within the year of the census.',
    todo: 'Check the date of death; what is still open after it has to be closed.',
    find: ({ died }, { year }) => when(isOutside(died, year), died),
  },
  {
    code: '8590',
    says: 'Each child in the census has a referral.',
    todo: 'Record the referral.',
    lacks: 'referral-received',
    find: ({ isImported, episodes }) => when(isImported && episodes.length === 0),
  },
  {
    code: '8750',
    says: 'Before birth the sex of a child is not known.',
    todo: 'Correct the sex, or record the birth.',
    find: ({ born, expected, sex }) =>
      when(!born && expected !== undefined && sex !== undefined && sex.value !== 'U', sex),
  },
  {
    code: '8770Q',
    says: 'A child of school age has a unique pupil number, or a reason why it has none other than its age.',
    todo: 'Ask the school for the number, or record why there is none.',
    lacks: childIdentified.kind,
    find: (child, { year }) => {
      const { born, upn, upnUnknown } = child
      const isOfAge = born !== undefined && born.to <= `${yearOf(year.to) - 6}-08-31`
      if (!isOfAge || !isTakenFurther(child) || upn) return []
      return when(!upnUnknown || upnUnknown.value === 'UN1', upnUnknown)
    },
  },
  {
    code: '8772',
    says: 'That a referral came to nothing is no reason for having no pupil number where one was taken further.',
    todo: 'Record the number, or another reason why there is none.',
    find: child => when(!child.upn && child.upnUnknown?.value === 'UN7' && isTakenFurther(child), child.upnUnknown),
  },
  {
    code: '8775Q',
    says: 'Nobody over 25 is in the census.',
    todo: 'Check the date of birth, and close what is open.',
    find: ({ born, episodes }, { year }) => {
      if (!born || born.to >= addYears(year.to, -25)) return []
      const grown = day('', addYears(born.to, 25))
      return episodes
        .filter(({ closed }) => !closed || isBefore(grown, closed))
        .flatMap(({ referral }) => when(true, born, referral))
    },
  },
  {
    code: '8790',
    says: '“No disability” stands alone.',
    todo: 'Record again what is so.',
    find: ({ disabilities }) =>
      disabilities ? when(disabilities.value.includes('NONE') && disabilities.value.length > 1, disabilities) : [],
  },
]
