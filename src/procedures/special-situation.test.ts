import { fact } from './given.ts'
import { abroadAsked, leadAreaAgreed, programmeLinked, specialSituationKnown } from './special-situation.ts'
import { table } from './table.ts'

type Situation = 'out-of-area' | 'looked-after' | 'abroad' | 'suicide'
const known = (...situation: Situation[]) => fact(specialSituationKnown, '2026-02-05', { situation })

table('agree-lead-area', [
  ['of a child who lived elsewhere', [known('out-of-area')], '2026-03-05', 'ageing'],
  ['of a looked-after child', [known('looked-after')], '2026-03-05', 'ageing'],
  ['met', [known('looked-after'), fact(leadAreaAgreed, '2026-02-10')], '2026-02-10', 'met'],
  ['not for a death abroad', [known('abroad')], '2026-03-05', 'none'],
])

const asked = (...of: ('coroner' | 'office')[]) => fact(abroadAsked, '2026-02-10', { of })
table('ask-about-death-abroad', [
  ['of a death abroad', [known('abroad')], '2026-03-05', 'ageing'],
  ['met when both were asked', [known('abroad'), asked('coroner', 'office')], '2026-02-10', 'met'],
  ['not while one was not', [known('abroad'), asked('coroner')], '2026-02-10', 'ageing'],
])

table('link-national-programme', [
  ['where there is one', [known('suicide')], '2026-03-05', 'ageing'],
  ['met', [known('suicide'), fact(programmeLinked, '2026-02-12')], '2026-02-12', 'met'],
  ['not where there is none', [known('out-of-area')], '2026-03-05', 'none'],
])
