import { familyAsked, familyToldFindings } from './bereaved-family.ts'
import { reviewMeetingHeld } from './child-death-review-meeting.ts'
import { fact } from './given.ts'
import { keyWorkerNamed } from './immediate-decisions.ts'
import { table } from './table.ts'

const named = fact(keyWorkerNamed, '2026-02-02')
const held = fact(reviewMeetingHeld, '2026-04-20')

table('gather-family-questions', [
  ['until the meeting', [named], '2026-03-02', 'ageing'],
  ['met', [named, fact(familyAsked, '2026-03-01')], '2026-03-02', 'met'],
])

table('tell-family-findings', [
  ['after the meeting', [named, held], '2026-05-20', 'ageing'],
  ['met', [named, held, fact(familyToldFindings, '2026-04-27')], '2026-04-27', 'met'],
  ['not before it', [named], '2026-04-01', 'none'],
])
