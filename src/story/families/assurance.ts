/** One round under section 11 with three organisations: one has answered and has a gap, one is waited for, one answered well. */
import { addDays } from '../../guidance/days.ts'
import { assuranceRoundOpened, dutyShown } from '../../procedures/organisation-duty.ts'
import { postHeld } from '../../procedures/safeguarding-posts.ts'
import { gapFound, selfAssessmentChallenged, selfAssessmentGiven } from '../../procedures/section-11-assurance.ts'
import { type AgencyKey, agencies } from '../cast.ts'
import type { Life, Lifeline, Today } from '../life.ts'
import { workday, workdayBy, workdaysAfter } from '../workdays.ts'
import { openMatter } from './matter.ts'

const everyStandard = ['S11-1', 'S11-2', 'S11-3', 'S11-4', 'S11-5', 'S11-6', 'S11-7', 'S11-8', 'S11-9', 'S11-10']

function asked(today: Today, who: AgencyKey, kind: string): { life: Life; round: string } {
  const opened = workday(addDays(today.day, -75))
  const { name } = agencies[who]
  const life = openMatter('assurance', today, opened, { name: `Section 11 round: ${name}` })
  const round = life.record(assuranceRoundOpened, opened, {
    organisation: [agencies[who].id],
    kind,
    answerBy: workdayBy(addDays(today.day, -5)),
    period: 'The last two years',
  })
  return { life, round }
}

/** The round as it stands with the youth project, a school and the police. */
export function assuranceRound(today: Today): Lifeline[] {
  const youth = asked(today, 'youth', 'charity')
  const given = youth.life.record(
    selfAssessmentGiven,
    workdaysAfter(today.day, -16),
    {
      met: ['S11-1', 'S11-2', 'S11-4', 'S11-5', 'S11-6', 'S11-9'],
      partly: ['S11-7', 'S11-8'],
      notMet: ['S11-10'],
      people: 'Zeb Carrow, youth work lead; the trustees have a named member',
      evidence: 'Policies of this spring; supervision notes; a list of who was trained when.',
      shows2: 'The trustee’s job description, and minutes of four meetings.',
      shows8: 'References for all; two checks of volunteers are still awaited.',
      assessor: 'Zeb Carrow',
      signedOffBy: 'Chair of the trustees, at the March meeting',
    },
    { by: 'zeb', about: youth.round },
  )
  youth.life.record(
    selfAssessmentChallenged,
    workdaysAfter(today.day, -7),
    {
      result: 'differs',
      note: 'Two young people and three volunteers were asked. Nobody who works evenings could say whom to tell about a colleague.',
    },
    { about: given },
  )
  youth.life.record(
    gapFound,
    workdaysAfter(today.day, -7),
    {
      standard: 'S11-10',
      owner: [agencies.youth.id],
      doneBy: workdaysAfter(today.day, 20),
      action: 'One page on whom to tell about a colleague, gone through with each volunteer, evenings first.',
    },
    { about: given },
  )
  youth.life.record(
    dutyShown,
    workdaysAfter(today.day, -16),
    {
      which: ['same-arrangements', 'people-know', 'staff-competent', 'charity-commission'],
      rating: 'met',
      evidence: 'In the handbook, and signed for by each volunteer.',
    },
    { by: 'zeb', about: youth.round },
  )
  const school = asked(today, 'crossways', 'school')
  school.life.record(
    dutyShown,
    workdaysAfter(today.day, -9),
    {
      which: ['school-lead'],
      rating: 'met',
      people: 'Oliver Tembo',
      evidence: 'Two leads, one of them there on every school day; both trained this year.',
    },
    { by: 'oliver', about: school.round },
  )
  school.life.record(
    postHeld,
    workdaysAfter(today.day, -9),
    { post: 'school-lead', state: 'filled', person: 'Oliver Tembo', trainedOn: workdaysAfter(today.day, -60) },
    { by: 'oliver', about: school.round },
  )
  school.life.record(
    postHeld,
    workdaysAfter(today.day, -9),
    { post: 'school-deputy', state: 'vacant', note: 'The deputy left at half-term; an advert is out.' },
    { by: 'oliver', about: school.round },
  )
  const police = asked(today, 'police', 'police')
  police.life.record(
    selfAssessmentGiven,
    workdaysAfter(today.day, -12),
    {
      met: everyStandard,
      services: 3,
      people: 'DS Dev Khatri for the child protection unit',
      evidence: 'Inspection letter of last autumn, and the unit’s own dip sample of forty records.',
    },
    { by: 'dev', about: police.round },
  )
  police.life.record(
    dutyShown,
    workdaysAfter(today.day, -12),
    {
      which: ['police-section-11', 'police-practice', 'staff-competent', 'allegation-policy', 'allegation-process'],
      rating: 'met',
      evidence: 'Force policy 14, and who was trained in it.',
    },
    { by: 'dev', about: police.round },
  )
  return [youth.life.end(), school.life.end(), police.life.end()]
}
