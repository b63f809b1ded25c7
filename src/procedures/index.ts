/** The statutory procedures that are encoded, in the order of the guidance. */

import { guidanceOf } from '../engine/guidance.ts'
import { actingOnFindings } from './acting-on-findings.ts'
import { allocation } from './allocation.ts'
import { arrangementsPublication } from './arrangements-publication.ts'
import { assessment } from './assessment.ts'
import { assessmentFrame } from './assessment-frame.ts'
import { assessmentProtocol } from './assessment-protocol.ts'
import { bereavedFamily } from './bereaved-family.ts'
import { breakGlass } from './break-glass.ts'
import { careAndHousing } from './care-and-housing.ts'
import { childDeathArrangements } from './child-death-arrangements.ts'
import { childDeathInformation } from './child-death-information.ts'
import { childDeathNotification } from './child-death-notification.ts'
import { childDeathReviewMeeting } from './child-death-review-meeting.ts'
import { childDeathTransition } from './child-death-transition.ts'
import { childInNeedPlan } from './child-in-need-plan.ts'
import { childProtectionPlan } from './child-protection-plan.ts'
import { childProtectionTeam } from './child-protection-team.ts'
import { closing } from './closing.ts'
import { closingMatter } from './closing-matter.ts'
import { contactOfAgency } from './contact-of-agency.ts'
import { coreGroup } from './core-group.ts'
import { courtRisk } from './court-risk.ts'
import { decisionMeeting } from './decision-meeting.ts'
import { departure } from './departure.ts'
import { disabledChild } from './disabled-child.ts'
import { disagreement } from './disagreement.ts'
import { disposal } from './disposal.ts'
import { earlyHelp } from './early-help.ts'
import { effectiveness } from './effectiveness.ts'
import { endingPlan } from './ending-plan.ts'
import { everyOrganisation } from './every-organisation.ts'
import { familyGroupDecision } from './family-group-decision.ts'
import { filedDocument } from './filed-document.ts'
import { footprint } from './footprint.ts'
import { healthBodies } from './health-bodies.ts'
import { homelessness } from './homelessness.ts'
import { immediateDecisions } from './immediate-decisions.ts'
import { immediateProtection } from './immediate-protection.ts'
import { independentScrutiny } from './independent-scrutiny.ts'
import { informationRequest } from './information-request.ts'
import { initialConference } from './initial-conference.ts'
import { jointAgencyResponse } from './joint-agency-response.ts'
import { knownOffender } from './known-offender.ts'
import { leadPractitioner } from './lead-practitioner.ts'
import { linksAbroad } from './links-abroad.ts'
import { localReviewConduct } from './local-review-conduct.ts'
import { localReviewDecision } from './local-review-decision.ts'
import { localReviewReport } from './local-review-report.ts'
import { localReviewSupervision } from './local-review-supervision.ts'
import { mentalHealthAdmission } from './mental-health-admission.ts'
import { namedEducationAgencies } from './named-education-agencies.ts'
import { nationalBodies } from './national-bodies.ts'
import { nationalMortalityDatabase } from './national-mortality-database.ts'
import { nationalPanel } from './national-panel.ts'
import { nationalReview } from './national-review.ts'
import { observation } from './observation.ts'
import { overviewPanel } from './overview-panel.ts'
import { parallelProcesses } from './parallel-processes.ts'
import { partnershipDispute } from './partnership-dispute.ts'
import { partnershipFunding } from './partnership-funding.ts'
import { partnershipLeadership } from './partnership-leadership.ts'
import { childBorn, people } from './people.ts'
import { policeAndJustice } from './police-and-justice.ts'
import { positionOfTrustAllegation } from './position-of-trust-allegation.ts'
import { preProceedings } from './pre-proceedings.ts'
import { rapidReview } from './rapid-review.ts'
import { redaction } from './redaction.ts'
import { referral } from './referral.ts'
import { relevantAgencies } from './relevant-agencies.ts'
import { remandEnded } from './remand-ended.ts'
import { guidanceRepinned, repinningOf } from './repinning.ts'
import { returnHome } from './return-home.ts'
import { reviewConference } from './review-conference.ts'
import { riskOutsideHome } from './risk-outside-home.ts'
import { safeguardingPartners } from './safeguarding-partners.ts'
import { safeguardingPosts } from './safeguarding-posts.ts'
import { schoolsAndChildcare } from './schools-and-childcare.ts'
import { section11Assurance } from './section-11-assurance.ts'
import { section47Enquiry } from './section-47-enquiry.ts'
import { secureEstablishment } from './secure-establishment.ts'
import { securePolicy } from './secure-policy.ts'
import { seriousCaseReview } from './serious-case-review.ts'
import { seriousIncident } from './serious-incident.ts'
import { serviceFamily } from './service-family.ts'
import { specialSituation } from './special-situation.ts'
import { strategyDiscussion } from './strategy-discussion.ts'
import { subjectAccessRequest } from './subject-access-request.ts'
import { subjects } from './subjects.ts'
import { thresholdDocument } from './threshold-document.ts'
import { voluntaryAndSport } from './voluntary-and-sport.ts'
import { yearlyReport } from './yearly-report.ts'
import { youngCarer } from './young-carer.ts'

const statutory = [
  people,
  subjects,
  allocation,
  observation,
  filedDocument,
  contactOfAgency,
  earlyHelp,
  referral,
  mentalHealthAdmission,
  immediateProtection,
  assessment,
  leadPractitioner,
  disabledChild,
  youngCarer,
  secureEstablishment,
  riskOutsideHome,
  assessmentFrame,
  knownOffender,
  homelessness,
  childInNeedPlan,
  strategyDiscussion,
  decisionMeeting,
  section47Enquiry,
  initialConference,
  childProtectionPlan,
  linksAbroad,
  coreGroup,
  reviewConference,
  endingPlan,
  returnHome,
  remandEnded,
  familyGroupDecision,
  preProceedings,
  informationRequest,
  positionOfTrustAllegation,
  section11Assurance,
  safeguardingPosts,
  schoolsAndChildcare,
  healthBodies,
  policeAndJustice,
  careAndHousing,
  nationalBodies,
  voluntaryAndSport,
  everyOrganisation,
  securePolicy,
  courtRisk,
  serviceFamily,
  safeguardingPartners,
  partnershipLeadership,
  thresholdDocument,
  assessmentProtocol,
  childProtectionTeam,
  namedEducationAgencies,
  footprint,
  relevantAgencies,
  arrangementsPublication,
  independentScrutiny,
  partnershipFunding,
  partnershipDispute,
  yearlyReport,
  effectiveness,
  seriousIncident,
  rapidReview,
  localReviewDecision,
  localReviewSupervision,
  localReviewConduct,
  localReviewReport,
  actingOnFindings,
  nationalPanel,
  nationalReview,
  parallelProcesses,
  seriousCaseReview,
  childDeathArrangements,
  immediateDecisions,
  childDeathNotification,
  jointAgencyResponse,
  childDeathInformation,
  childDeathReviewMeeting,
  overviewPanel,
  bereavedFamily,
  nationalMortalityDatabase,
  specialSituation,
  childDeathTransition,
  disagreement,
  departure,
  closing,
  closingMatter,
  breakGlass,
  subjectAccessRequest,
  redaction,
  disposal,
]

export const procedures = [...statutory, repinningOf(statutory)]

export const guidance = guidanceOf(procedures, { birth: childBorn, repinning: guidanceRepinned })
