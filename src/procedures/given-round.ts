/** For the tests of organisations' duties: a round with one organisation of a kind, and what it has shown. */
import { corrected, type Draft, fact, struckOut } from './given.ts'
import { assuranceRoundOpened, dutyShown, type Organisation, type Shown } from './organisation-duty.ts'
import type { Row } from './table.ts'

/** A round opened on Monday 2 March 2026, to be answered by Thursday 30 April; and the answer of that last day, where there is one. */
export function organisation(kind: Organisation, shown?: Shown): readonly Draft[] {
  const round = fact(assuranceRoundOpened, '2026-03-02', { organisation: ['authority'], kind, answerBy: '2026-04-30' })
  return shown ? [round, fact(dutyShown, '2026-04-30', { which: [shown] })] : [round]
}

/** What holds for the duty of every kind of organisation: its last day is Thursday 30 April 2026. */
export function inEachRound(kind: Organisation, shown: Shown): readonly Row[] {
  const asked = organisation(kind)
  const round = asked[0] as Draft
  const answer = (day: string) => fact(dutyShown, day, { which: [shown] })
  const moved = { ...round.data, answerBy: '2026-05-29' }
  return [
    ['met late', [...asked, answer('2026-05-01')], '2026-05-01', 'met-late 2026-04-30'],
    [
      'a round recorded late is overdue at once',
      [{ ...round, how: { recordedOn: '2026-06-01' } }],
      '2026-06-01',
      'overdue 2026-04-30',
    ],
    [
      'corrected to a later day, it moves',
      [...asked, corrected('assurance-round-opened', '2026-03-02', moved, '2026-04-20')],
      '2026-05-01',
      'due 2026-05-29',
    ],
    [
      'an answer struck out shows nothing',
      [...asked, answer('2026-04-30'), struckOut('organisation-duty-shown', '2026-05-04')],
      '2026-05-04',
      'overdue 2026-04-30',
    ],
    [
      'a round struck out asks nothing',
      [...asked, struckOut('assurance-round-opened', '2026-03-04')],
      '2026-03-04',
      'none',
    ],
  ]
}
