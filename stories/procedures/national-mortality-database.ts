/** A death is entered four hours late. */

import { fact } from '../../src/procedures/given.ts'
import { enteredInDatabase } from '../../src/procedures/national-mortality-database.ts'
import { childDied } from '../../src/procedures/people.ts'
import type { ProcedureStory } from '../procedure-story.ts'

export const story: ProcedureStory = {
  steps: [
    [
      'At five in the morning on 2 March 2026 a child dies.',
      fact(childDied, '2026-03-02', {}, { at: '05:00' }),
      { 'enter-death-in-database': 'due 2026-03-04' },
    ],
    [
      'It is entered at nine on 4 March 2026, four hours late.',
      fact(enteredInDatabase, '2026-03-04', { how: 'portal' }, { at: '09:00' }),
      { 'enter-death-in-database': 'met-late 2026-03-04' },
    ],
  ],
}
