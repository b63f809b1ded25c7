/** The statutory procedures that are encoded, in the order of the guidance. */
import { guidanceOf } from '../engine/guidance.ts'
import { assessment } from './assessment.ts'
import { breakGlass } from './break-glass.ts'
import { childInNeedPlan } from './child-in-need-plan.ts'
import { childProtectionPlan } from './child-protection-plan.ts'
import { closing } from './closing.ts'
import { coreGroup } from './core-group.ts'
import { departure } from './departure.ts'
import { disagreement } from './disagreement.ts'
import { disposal } from './disposal.ts'
import { endingPlan } from './ending-plan.ts'
import { informationRequest } from './information-request.ts'
import { initialConference } from './initial-conference.ts'
import { observation } from './observation.ts'
import { childBorn, people } from './people.ts'
import { preProceedings } from './pre-proceedings.ts'
import { redaction } from './redaction.ts'
import { referral } from './referral.ts'
import { reviewConference } from './review-conference.ts'
import { section47Enquiry } from './section-47-enquiry.ts'
import { strategyDiscussion } from './strategy-discussion.ts'
import { subjectAccessRequest } from './subject-access-request.ts'

export const procedures = [
  people,
  observation,
  referral,
  assessment,
  childInNeedPlan,
  strategyDiscussion,
  section47Enquiry,
  initialConference,
  childProtectionPlan,
  coreGroup,
  reviewConference,
  endingPlan,
  preProceedings,
  informationRequest,
  disagreement,
  departure,
  closing,
  breakGlass,
  subjectAccessRequest,
  redaction,
  disposal,
]

export const guidance = guidanceOf(procedures, childBorn)
