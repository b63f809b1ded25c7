/**
 * Going over to another edition while a procedure is under way. A procedure keeps the lists, the quorum and the leads of the day it
 * opened on; where an area decides that it shall go on under later guidance, somebody approves that, and says why.
 */
import { fact } from '../engine/fact.ts'
import { day, narrative, parties } from '../engine/field.ts'
import { caseKinds, type ProcedureDefinition, procedure } from '../engine/procedure.ts'

const what = {
  label: 'Went over to other guidance',
  happenedOn: 'Day from which the procedure goes by it',
  fields: {
    to: day('Goes by the guidance as it stood on', {
      hint: 'The first day of the edition that holds from now on. Time limits are not changed by it: they go by the day that starts them',
    }),
    approvedBy: parties('Who approved it', 'post'),
    reasons: narrative('Why the procedure does not end under the guidance that it began under'),
  },
}

/** The kind of fact, for reading: `repinning` says what it may be about. */
export const guidanceRepinned = fact('guidance-repinned', what)

/** @param others every other procedure: each fact that opens one may be what goes over */
export function repinningOf(others: readonly ProcedureDefinition[]): ProcedureDefinition {
  const openers = new Set(others.flatMap(({ opensWith }) => opensWith.map(({ kind }) => kind.kind)))
  return procedure({
    id: 'repinning',
    label: 'Going over to other guidance',
    section: '0',
    caseKind: caseKinds,
    leads: 'Whoever leads the procedure, with a manager’s approval',
    takesPart: 'Those who take part in it',
    opensWith: [],
    closesWith: [],
    facts: [{ ...guidanceRepinned, about: [...openers] } as unknown as typeof guidanceRepinned],
    duties: [],
    prompts: [],
  })
}
