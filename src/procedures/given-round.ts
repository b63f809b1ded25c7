/** For the tests of organisations' duties: a round with one organisation of a kind, and what it has shown. */
import { type Draft, fact } from './given.ts'
import { assuranceRoundOpened, dutyShown, type Organisation, type Shown } from './organisation-duty.ts'

/** A round opened on Monday 2 March 2026, to be answered by Thursday 30 April; and the answer of that last day, where there is one. */
export function organisation(kind: Organisation, shown?: Shown): readonly Draft[] {
  const round = fact(assuranceRoundOpened, '2026-03-02', { organisation: ['authority'], kind, answerBy: '2026-04-30' })
  return shown ? [round, fact(dutyShown, '2026-04-30', { which: [shown] })] : [round]
}
