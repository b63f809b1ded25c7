/** The whole story: the families who were written by hand, more cases from a seed, and the neighbour’s three, in the order in which they are loaded. */

import { allegationToldLate, concludedAllegation } from './families/allegations.ts'
import { assuranceRound } from './families/assurance.ts'
import { babies } from './families/babies.ts'
import { closedLongAgo } from './families/closed-long-ago.ts'
import { expectedDeath, suddenDeath } from './families/deaths.ts'
import { disputed } from './families/disagreements.ts'
import { adjourned, drifting, furtherDiscussion } from './families/disputes.ts'
import { cameOfAge, died, leftTheCountry, movedAway, turningEighteen } from './families/endings.ts'
import { firstNeeds } from './families/first-needs.ts'
import { incidentNotNotifiable, reviewedIncident } from './families/incidents.ts'
import { restricted, shielded } from './families/kept-apart.ts'
import { kowalewicz, kowalewiczBefore } from './families/kowalewicz.ts'
import { atTheDoor, inNeed, neighbours, twiceAtTheDoor } from './families/lists.ts'
import { localArrangements } from './families/local-arrangements.ts'
import { lorde } from './families/lorde.ts'
import { nationalReviews } from './families/national.ts'
import { placeOfHarm } from './families/outside-home.ts'
import { sallowby } from './families/sallowby.ts'
import { toDecide } from './families/to-decide.ts'
import { tranmoor } from './families/tranmoor.ts'
import { homeFromCare, withoutAHome } from './families/where-to-live.ts'
import type { Lifeline, Today } from './life.ts'
import { lifelines } from './lifelines.ts'
import { idOf } from './random.ts'

/** How many cases the seed adds, and how long they are. */
const more = { seed: 'weir', cases: 34, lengths: { median: 34, p95: 80 } } as const

/** The case that is loaded last: where it is there, all of them are. */
export const lastCase = idOf('case', 'eastholt 3')

/** Every case of the story as it stands today. */
export function storyLines(today: Today): Lifeline[] {
  return [
    ...sallowby(today),
    ...tranmoor(today),
    lorde(today),
    kowalewicz(today),
    ...babies(today),
    furtherDiscussion(today),
    turningEighteen(today),
    cameOfAge(today),
    died(today),
    ...movedAway(today),
    leftTheCountry(today),
    restricted(today),
    ...shielded(today),
    adjourned(today),
    drifting(today),
    ...disputed(today),
    ...atTheDoor(today),
    ...twiceAtTheDoor(today),
    ...toDecide(today),
    ...closedLongAgo(today),
    ...inNeed(today),
    ...firstNeeds(today),
    homeFromCare(today),
    withoutAHome(today),
    ...lifelines({ ...more, today }),
    concludedAllegation(today),
    allegationToldLate(today),
    ...assuranceRound(today),
    localArrangements(today),
    reviewedIncident(today),
    incidentNotNotifiable(today),
    expectedDeath(today),
    suddenDeath(today),
    ...placeOfHarm(today),
    ...nationalReviews(today),
    kowalewiczBefore(today),
    ...neighbours(today),
  ]
}
