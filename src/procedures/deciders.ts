/**
 * Whose posts decide, by the roles of `access/policy.ts`, which a structure test holds to them. Who records and who decides may be two
 * people. A role that is not named here writes down what somebody else decided, and says who.
 */

/** WT18-1.5-04 has a social worker decide on a referral. The duty workers of the front door and of the night are social workers too. */
export const decidesOnReferrals = ['social-worker', 'front-door', 'team-manager'] as const

/** WT18-1.8-12: what an assessment or an enquiry found is challenged and approved by a manager. */
export const approvesFindings = ['team-manager'] as const

/** WT18-1.21 and 1.22-01: a conference judges whether there is still a ground for the plan, under its chair. */
export const endsPlans = ['conference-chair', 'team-manager'] as const
