/** The whole story: the families who were written by hand, more cases from a seed, and the neighbour’s three, in the order in which they are loaded. */

import { babies } from './families/babies.ts'
import { closedLongAgo } from './families/closed-long-ago.ts'
import { adjourned, disputed, drifting, furtherDiscussion } from './families/disputes.ts'
import { cameOfAge, died, leftTheCountry, movedAway, turningEighteen } from './families/endings.ts'
import { restricted, shielded } from './families/kept-apart.ts'
import { kowalewicz, kowalewiczBefore } from './families/kowalewicz.ts'
import { atTheDoor, inNeed, neighbours } from './families/lists.ts'
import { lorde } from './families/lorde.ts'
import { sallowby } from './families/sallowby.ts'
import { tranmoor } from './families/tranmoor.ts'
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
    ...closedLongAgo(today),
    ...inNeed(today),
    ...lifelines({ ...more, today }),
    kowalewiczBefore(today),
    ...neighbours(today),
  ]
}
